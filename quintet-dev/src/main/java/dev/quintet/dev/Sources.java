package dev.quintet.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sources of the project that the process was started in: below the `src` folders of the
/// working folder and of the modules in it.
final class Sources {

    private static final int AROUND = 4;
    private static final int DEEPEST_MODULE = 3;
    private static final long LONGEST_FILE = 1_000_000;
    private static final int LONGEST_LINE = 200;

    private Sources() {}

    /// Some lines of a file.
    ///
    /// @param file as the developer knows it
    /// @param first number of the first line
    /// @param at number of the line in question
    /// @param lines their text
    record Excerpt(String file, int first, int at, List<String> lines) {}

    /// {@return the lines around a line of a stack trace, or `null` where the source is not there}
    static @Nullable Excerpt of(StackTraceElement element) {
        String file = element.getFileName();
        if (file == null || element.getLineNumber() < 1 || file.indexOf('/') >= 0) {
            return null;
        }
        String owner = element.getClassName();
        int dot = owner.lastIndexOf('.');
        String folder = dot < 0 ? "" : owner.substring(0, dot).replace('.', '/') + "/";
        for (Path root : roots()) {
            Path source = root.resolve(folder + file).normalize();
            if (source.startsWith(root) && Files.isRegularFile(source)) {
                return read(source, element.getLineNumber());
            }
        }
        return null;
    }

    /// {@return the lines of a file around one of them, or `null` where they cannot be read}
    static @Nullable Excerpt read(Path source, int line) {
        try {
            if (Files.size(source) > LONGEST_FILE) {
                return null;
            }
            String text = Files.readString(source, StandardCharsets.UTF_8);
            return line < 1 ? null : excerpt(source.toString().replace('\\', '/'), text, line);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /// {@return the lines of a text around one of them, or `null` where it has no such line}
    static @Nullable Excerpt excerpt(String file, String text, int line) {
        int first = Math.max(1, line - AROUND);
        List<String> lines =
                text.lines()
                        .skip(first - 1L)
                        .limit(line - first + AROUND + 1L)
                        .map(one ->
                                one.length() > LONGEST_LINE ? one.substring(0, LONGEST_LINE) : one)
                        .toList();
        return lines.size() <= line - first ? null : new Excerpt(file, first, line, lines);
    }

    private static List<Path> roots() {
        var roots = new ArrayList<Path>();
        try (Stream<Path> folders =
                Files.find(
                        Path.of(""),
                        DEEPEST_MODULE,
                        (path, attributes) -> attributes.isDirectory() && path.endsWith("src"))) {
            folders.sorted()
                    .forEach(src -> {
                        roots.add(src.resolve("main/java"));
                        roots.add(src.resolve("test/java"));
                    });
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            roots.add(Path.of("src/main/java"));
        }
        return roots;
    }
}
