package dev.quintet.http.staticfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place where static files are looked for.
@FunctionalInterface
public interface StaticSource {

    /// {@return where the file is, or `null` where there is none}
    ///
    /// @param path relative, with forward slashes, without `.` and `..`: checked before
    @Nullable URL find(String path);

    /// {@return the names of all files here, for `collectstatic`; empty where that cannot be told}
    default List<String> list() {
        return List.of();
    }

    /// {@return the files below a folder}
    static StaticSource folder(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return new StaticSource() {
            @Override
            public @Nullable URL find(String path) {
                Path file = root.resolve(path).normalize();
                if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                    return null;
                }
                try {
                    return file.toUri().toURL();
                } catch (java.net.MalformedURLException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }

            @Override
            public List<String> list() {
                return below(root);
            }

            @Override
            public String toString() {
                return root.toString();
            }
        };
    }

    /// {@return the files in `static/` beside the root of a class, on disk or in its jar}
    static StaticSource beside(Class<?> type) {
        return new StaticSource() {
            @Override
            public @Nullable URL find(String path) {
                String name = "static/" + path;
                URL first = type.getResource("/" + name);
                return first == null || isBeside(type, first) ? first : another(name);
            }

            /// The class path has the same name in another jar before it.
            private @Nullable URL another(String name) {
                ClassLoader loader = type.getClassLoader();
                if (loader == null) {
                    return null;
                }
                try {
                    return Collections.list(loader.getResources(name)).stream()
                            .filter(url -> isBeside(type, url))
                            .findFirst()
                            .orElse(null);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }

            @Override
            public List<String> list() {
                CodeSource source = type.getProtectionDomain().getCodeSource();
                if (source == null || source.getLocation() == null) {
                    return List.of();
                }
                try {
                    URI uri = source.getLocation().toURI();
                    Path place = Path.of(uri);
                    if (Files.isDirectory(place)) {
                        return below(place.resolve("static"));
                    }
                    try (FileSystem jar = FileSystems.newFileSystem(place)) {
                        return below(jar.getPath("/static"));
                    }
                } catch (URISyntaxException | IOException unreadable) {
                    throw new IllegalStateException(
                            "The static files beside " + type.getName() + " cannot be listed",
                            unreadable);
                }
            }

            @Override
            public String toString() {
                return "static/ beside " + type.getName();
            }
        };
    }

    /// Whether a resource is of the jar of a class, or of a folder where its class is in one: a
    /// build has several.
    private static boolean isBeside(Class<?> type, URL resource) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return true;
        }
        String place = source.getLocation().toString();
        return place.endsWith("/")
                ? resource.getProtocol().equals("file")
                : resource.toString().startsWith("jar:" + place + "!/");
    }

    private static List<String> below(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name ->
                            Stream.of(name.split("/", -1)).noneMatch(part -> part.startsWith(".")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
