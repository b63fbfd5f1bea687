package dev.quintet.cache;

import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.settings.ServiceUrl;
import java.time.InstantSource;
import java.util.Set;

/// Makes caches for URLs of some schemes. Found by {@link java.util.ServiceLoader}.
public interface CacheProvider {

    /// {@return the schemes that it knows, in small letters, such as `memory`}
    Set<String> schemes();

    /// {@return the cache that a URL names; no connection is made yet}
    ///
    /// @param clock by which values get old, where the cache has no clock of its own
    /// @throws IllegalArgumentException when the URL names none, with a sentence that says what was
    ///   expected and no secret
    CacheStore open(ServiceUrl url, InstantSource clock);
}
