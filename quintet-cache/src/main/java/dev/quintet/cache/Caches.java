package dev.quintet.cache;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the cache that a site's settings name.
public final class Caches {

    private Caches() {}

    /// {@return the cache that `CACHE_URL` names}
    ///
    /// @param clock by which values get old, where the cache has no clock of its own
    /// @throws CacheException when the URL is of no kind that is known, or lacks something
    public static CacheStore open(Settings settings, InstantSource clock) {
        ServiceUrl url = settings.get(KernelSettings.CACHE_URL);
        var known = new TreeSet<String>();
        for (CacheProvider provider :
                ServiceLoader.load(CacheProvider.class, Caches.class.getClassLoader())) {
            known.addAll(provider.schemes());
            if (provider.schemes().contains(url.scheme())) {
                try {
                    return provider.open(url, clock);
                } catch (IllegalArgumentException wrong) {
                    throw none(url, String.valueOf(wrong.getMessage()), wrong);
                }
            }
        }
        throw none(url, "Its URL begins with one of: " + String.join(", ", known) + ".", null);
    }

    private static CacheException none(ServiceUrl url, String cause, @Nullable Throwable thrown) {
        return new CacheException(
                Problem.of("cache.E001", "The cache cannot be " + url + ".")
                        .because(cause)
                        .fixedBy(
                                "Set CACHE_URL=memory:, or add the module that brings such a"
                                        + " cache."),
                thrown);
    }
}
