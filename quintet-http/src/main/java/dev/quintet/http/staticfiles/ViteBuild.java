package dev.quintet.http.staticfiles;

import dev.quintet.http.StaticFilesException;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `vite build` made of which sources: its manifest, a static file as well.
///
/// @param chunks by the names of sources, and of what several share
/// @param files all that it made, whose names Vite has given a hash of their contents
record ViteBuild(Map<String, Chunk> chunks, Set<String> files) {

    static final String FILE = ".vite/manifest.json";

    /// One file of the build.
    ///
    /// @param file the path among the static files
    /// @param styles those that it needs
    /// @param imports the names of the chunks that it needs at once
    /// @param assets pictures, fonts and the like
    record Chunk(String file, List<String> styles, List<String> imports, List<String> assets) {}

    /// {@return the build, or one of nothing where there is none}
    ///
    /// @throws StaticFilesException when the manifest cannot be read
    static ViteBuild of(byte @Nullable [] manifest) {
        var chunks = new LinkedHashMap<String, Chunk>();
        if (manifest != null && parsed(manifest) instanceof Map<?, ?> whole) {
            whole.forEach((name, said) -> {
                if (said instanceof Map<?, ?> chunk && chunk.get("file") instanceof String file) {
                    chunks.put(
                            String.valueOf(name),
                            new Chunk(
                                    file,
                                    texts(chunk.get("css")),
                                    texts(chunk.get("imports")),
                                    texts(chunk.get("assets"))));
                }
            });
        }
        var files = new HashSet<String>();
        for (Chunk chunk : chunks.values()) {
            files.add(chunk.file());
            files.addAll(chunk.styles());
            files.addAll(chunk.assets());
        }
        return new ViteBuild(chunks, files);
    }

    private static @Nullable Object parsed(byte[] manifest) {
        try {
            return Json.parse(new String(manifest, StandardCharsets.UTF_8));
        } catch (JsonException malformed) {
            throw new StaticFilesException(
                    Problem.of("http.E082", "The static file " + FILE + " cannot be used.")
                            .because("It is no JSON: " + malformed.getMessage())
                            .fixedBy("Run `vite build` again."));
        }
    }

    private static List<String> texts(@Nullable Object said) {
        return said instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// {@return what was made of a source}
    ///
    /// @throws StaticFilesException when it was not built
    Chunk entry(String source) {
        Chunk chunk = chunks.get(source);
        if (chunk != null) {
            return chunk;
        }
        throw new StaticFilesException(
                Problem.of("http.E083", "Vite has not built '" + source + "'.")
                        .because(
                                chunks.isEmpty()
                                        ? "There is no static file " + FILE + "."
                                        : FILE + " names " + String.join(", ", chunks.keySet()))
                        .fixedBy(
                                "List it in build.rollupOptions.input of Vite's configuration, with"
                                        + " build.manifest on, and run `vite build`; or, with DEBUG"
                                        + " on, set VITE_URL to the address of Vite's server."));
    }

    /// {@return the chunks that one needs, directly or not, each once and without itself}
    List<Chunk> needed(Chunk chunk) {
        var seen = new LinkedHashSet<String>();
        collect(chunk, seen);
        return seen.stream()
                .flatMap(name -> Stream.ofNullable(chunks.get(name)))
                .filter(each -> !each.equals(chunk))
                .toList();
    }

    private void collect(Chunk chunk, Set<String> seen) {
        for (String name : chunk.imports()) {
            Chunk next = chunks.get(name);
            if (next != null && seen.add(name)) {
                collect(next, seen);
            }
        }
    }
}
