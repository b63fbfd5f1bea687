package dev.quintet.web;

import dev.quintet.cache.MemoryCache;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.context.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Parts of pages that the site's cache keeps: what `{% cache %}` asks for. A site without a cache
/// keeps them here.
///
/// Safe for many threads. Two that ask for a part at the same time may both make it; nobody waits
/// for another's page.
final class KeptFragments {

    private static final long MOST_BYTES = 16L << 20;

    private final CacheStore own =
            MemoryCache.of(MOST_BYTES, () -> Context.current().clock().instant());

    /// {@return a part of a page, made now unless it is kept}
    ///
    /// @param cache the name of a cache, or `null` for the usual one
    /// @param varyOn what tells copies of it apart, as text
    /// @param timeout how long it is kept; `null` for ever, zero not at all
    String of(
            @Nullable String cache,
            String name,
            List<?> varyOn,
            @Nullable Duration timeout,
            Supplier<String> make) {
        if (timeout != null && !timeout.isPositive()) {
            return make.get();
        }
        CacheStore store = Context.current().find(CacheStore.KEY).orElse(own);
        String key = key(cache, name, varyOn);
        if (store.get(key) instanceof String html) {
            return html;
        }
        String html = make.get();
        store.set(key, html, timeout);
        return html;
    }

    /// A hash of all that tells parts apart, each with its length before it: what visitors type may
    /// be among it, and shall not make one part look like another.
    private static String key(@Nullable String cache, String name, List<?> varyOn) {
        MessageDigest hash = sha256();
        add(hash, String.valueOf(cache));
        add(hash, name);
        varyOn.forEach(each -> add(hash, String.valueOf(each)));
        return "quintet.fragment." + HexFormat.of().formatHex(hash.digest());
    }

    private static void add(MessageDigest hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
