package dev.quintet.dev.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of Java sources and where what is made of them goes. All paths are absolute.
///
/// @param sources holds the packages
/// @param resources holds templates, static files, messages; may not exist
/// @param classes where classes go, and copies of resources
/// @param generated where annotation processors write sources
/// @param only these sources and no others of the folder; `null` for all
public record SourceFolder(
        Path sources, Path resources, Path classes, Path generated, @Nullable List<Path> only) {

    /// {@return the folders of a Maven module}
    public static SourceFolder ofMaven(Path module) {
        Path root = module.toAbsolutePath().normalize();
        Path target = root.resolve("target");
        return new SourceFolder(
                root.resolve("src/main/java"),
                root.resolve("src/main/resources"),
                target.resolve("classes"),
                target.resolve("generated-sources/annotations"),
                null);
    }

    /// {@return the folders of one file, which is a program: templates and static files lie beside
    /// it}
    ///
    /// @param work an own folder for what is made
    public static SourceFolder ofFile(Path file, Path work) {
        Path source = file.toAbsolutePath().normalize();
        Path folder = source.resolveSibling("");
        return new SourceFolder(
                folder,
                folder,
                work.resolve("classes"),
                work.resolve("generated"),
                List.of(source));
    }

    /// {@return all sources that there are now}
    List<Path> javaFiles() {
        if (only != null) {
            return only.stream().filter(Files::exists).toList();
        }
        return javaBelow(sources);
    }

    static List<Path> javaBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    // Compiled on the class path, as it runs: who may see whom, Maven tells.
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
        } catch (IOException | UncheckedIOException vanished) {
            return List.of();
        }
    }
}
