package dev.quintet.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Parts of pages that are kept in this process: what `{% cache %}` asks for. When they grow too
/// large together, those that are asked for least go first.
///
/// Safe for many threads. Two that ask for a part at the same time may both make it; nobody waits
/// for another's page.
final class KeptFragments {

    private static final long MOST_CHARACTERS = 16L << 20;

    private final Cache<Key, Kept> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((Key key, Kept one) -> key.name().length() + one.html().length() + 1)
                    .build();

    /// @param cache the name of a cache, or `null` for the usual one
    private record Key(@Nullable String cache, String name, List<String> varyOn) {}

    /// @param until when it is stale, or `null` for never
    private record Kept(String html, @Nullable Instant until) {

        boolean stale(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    /// {@return a part of a page, made now unless it is kept}
    ///
    /// @param varyOn what tells copies of it apart, as text
    /// @param timeout how long it is kept; `null` for ever, zero not at all
    String of(
            Clock clock,
            @Nullable String cache,
            String name,
            List<?> varyOn,
            @Nullable Duration timeout,
            Supplier<String> make) {
        if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
            return make.get();
        }
        var key = new Key(cache, name, varyOn.stream().map(String::valueOf).toList());
        Instant now = clock.instant();
        Kept found = kept.getIfPresent(key);
        if (found != null && !found.stale(now)) {
            return found.html();
        }
        String html = make.get();
        kept.put(key, new Kept(html, timeout == null ? null : now.plus(timeout)));
        return html;
    }
}
