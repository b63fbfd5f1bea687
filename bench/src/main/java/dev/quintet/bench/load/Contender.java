package dev.quintet.bench.load;

import org.jspecify.annotations.Nullable;

/// A program that answers on a port: ours, or a peer.
///
/// @param name as tables show it
/// @param mainClass what is started, with the port as its argument
/// @param path what it is asked for in place of the entry's, or `null`
/// @param script what `wrk` asks by, in Lua, or `null` for a plain GET
record Contender(String name, Class<?> mainClass, @Nullable String path, @Nullable String script) {

    Contender(String name, Class<?> mainClass) {
        this(name, mainClass, null, null);
    }

    String pathOr(String path) {
        return this.path == null ? path : this.path;
    }
}
