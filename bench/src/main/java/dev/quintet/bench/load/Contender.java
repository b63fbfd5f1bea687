package dev.quintet.bench.load;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A program that answers on a port: ours, or a peer.
///
/// @param name as tables show it
/// @param program what is started: after `java` and the flags that all get, or, where it begins
///   with a slash, a program of its own; `{port}` is the port
/// @param path what it is asked for in place of the entry's, or `null`
/// @param script what `wrk` asks by, in Lua, or `null` for a plain GET
/// @param isLimit whether it shows what can be had at all, and need not be reached
record Contender(
        String name,
        List<String> program,
        @Nullable String path,
        @Nullable String script,
        boolean isLimit) {

    Contender(String name, Class<?> mainClass) {
        this(name, mainClass, null, null);
    }

    Contender(String name, Class<?> mainClass, @Nullable String path, @Nullable String script) {
        this(
                name,
                List.of(
                        "-cp",
                        Objects.requireNonNull(System.getProperty("java.class.path")),
                        mainClass.getName(),
                        "{port}"),
                path,
                script,
                false);
    }

    String pathOr(String path) {
        return this.path == null ? path : this.path;
    }
}
