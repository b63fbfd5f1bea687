package dev.quintet.http.staticfiles;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A place where static files are looked for.
@FunctionalInterface
public interface StaticSource {

    /// {@return where the file is, or `null` where there is none}
    ///
    /// @param path relative, with forward slashes, without `.` and `..`: checked before
    @Nullable URL find(String path);

    /// {@return the files below a folder}
    static StaticSource folder(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return path -> {
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return null;
            }
            try {
                return file.toUri().toURL();
            } catch (java.net.MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    /// {@return the files in `static/` beside the root of a class, on disk or in its jar}
    static StaticSource beside(Class<?> type) {
        return path -> type.getResource("/static/" + path);
    }
}
