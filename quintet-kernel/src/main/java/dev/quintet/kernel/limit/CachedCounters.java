package dev.quintet.kernel.limit;

import dev.quintet.kernel.cache.CacheStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;

/// Counters in a cache. Keys are hashed: what a visitor sent is no key of a cache.
record CachedCounters(CacheStore cache, InstantSource clock) implements Counters {

    @Override
    public long add(String key, long by, Duration keep) {
        String safe = safe(key);
        Long counted = cache.increment(safe, by);
        if (counted != null) {
            return counted;
        }
        if (cache.add(safe, by, keep)) {
            return by;
        }
        // Another one began it in between.
        Long again = cache.increment(safe, by);
        return again == null ? by : again;
    }

    @Override
    public long get(String key) {
        return cache.get(safe(key)) instanceof Number number ? number.longValue() : 0;
    }

    private static String safe(String key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha.digest(key.getBytes(StandardCharsets.UTF_8));
            return "quintet.limit." + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
