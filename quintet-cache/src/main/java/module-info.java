/// Where a site keeps values for a while: in memory, or where a module says.
module dev.quintet.cache {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;
    requires com.github.benmanes.caffeine;

    exports dev.quintet.cache;

    uses dev.quintet.cache.CacheProvider;

    provides dev.quintet.cache.CacheProvider with
            dev.quintet.cache.MemoryCaches;
}
