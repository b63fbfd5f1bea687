package dev.quintet.kernel.i18n;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The files of a project that have texts to translate: Java, templates, scripts.
///
/// Hidden folders are passed over, and those of builds and packages of others.
final class SourceFiles {

    private static final Set<String> SCRIPTS = Set.of("js", "mjs");
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules");

    private final Path source;
    private final Path catalogues;
    private final Set<String> templates;
    private final List<PathMatcher> ignored;

    /// Looks in `source`, less what matches one of the patterns: each is held against the path
    /// below `source`, and against the last name of it.
    SourceFiles(Path source, Path catalogues, List<String> ignored, Set<String> templates) {
        this.source = source;
        this.catalogues = catalogues.toAbsolutePath().normalize();
        this.templates = templates;
        this.ignored =
                ignored.stream()
                        .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                        .toList();
    }

    /// Adds what the files say; returns the files that could not be read as UTF-8.
    List<String> collect(Map<String, Message> texts, Map<String, Message> scripts)
            throws IOException {
        var unreadable = new ArrayList<String>();
        Files.walkFileTree(
                source,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes about) {
                        return !dir.equals(source) && skips(dir)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                            throws IOException {
                        if (!ignores(file)) {
                            try {
                                read(file, texts, scripts);
                            } catch (MalformedInputException notUtf8) {
                                unreadable.add(name(file));
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return unreadable;
    }

    private boolean skips(Path dir) {
        String name = String.valueOf(dir.getFileName());
        return name.startsWith(".")
                || SKIPPED.contains(name)
                || dir.toAbsolutePath().normalize().equals(catalogues)
                || ignores(dir);
    }

    private boolean ignores(Path file) {
        Path below = source.relativize(file);
        return ignored.stream()
                .anyMatch(
                        pattern -> pattern.matches(below) || pattern.matches(below.getFileName()));
    }

    private String name(Path file) {
        return source.relativize(file).toString().replace('\\', '/');
    }

    private void read(Path file, Map<String, Message> texts, Map<String, Message> scripts)
            throws IOException {
        String name = name(file);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean script = SCRIPTS.contains(ending);
        List<Message> found;
        if (script) {
            found = SourceTexts.script(Files.readString(file), name);
        } else if (ending.equals("java")) {
            found = SourceTexts.java(Files.readString(file), name);
        } else if (templates.contains(ending)) {
            found = TemplateTexts.of(Files.readString(file), name);
        } else {
            return;
        }
        for (Message message : found) {
            (script ? scripts : texts).merge(message.key(), message, Message::and);
        }
    }
}
