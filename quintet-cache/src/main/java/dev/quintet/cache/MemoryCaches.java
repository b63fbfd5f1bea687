package dev.quintet.cache;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.settings.ServiceUrl;
import java.time.InstantSource;
import java.util.Set;

/// The caches of `memory:` and `memory:?megabytes=64`.
public final class MemoryCaches implements CacheProvider {

    private static final int MEGABYTES = 32;
    private static final int MOST_MEGABYTES = 1 << 20;

    /// For {@link java.util.ServiceLoader}.
    public MemoryCaches() {}

    @Override
    public Set<String> schemes() {
        return Set.of("memory");
    }

    @Override
    public CacheStore open(ServiceUrl url, InstantSource clock) {
        boolean options = Set.of("megabytes").containsAll(url.options().keySet());
        if (!options || !url.hosts().isEmpty() || !url.path().isEmpty()) {
            throw new IllegalArgumentException(
                    "The cache in memory has no place, and no option but its size:"
                            + " memory:?megabytes=64.");
        }
        return MemoryCache.of((long) megabytes(url) << 20, clock);
    }

    private static int megabytes(ServiceUrl url) {
        String text = url.options().get("megabytes");
        if (text == null) {
            return MEGABYTES;
        }
        try {
            int megabytes = Integer.parseInt(text);
            if (megabytes > 0 && megabytes <= MOST_MEGABYTES) {
                return megabytes;
            }
        } catch (NumberFormatException nonsense) {
            throw new IllegalArgumentException(wanted(text), nonsense);
        }
        throw new IllegalArgumentException(wanted(text));
    }

    private static String wanted(String text) {
        return "'" + text + "' is no size: a whole number of megabytes was expected.";
    }
}
