package dev.quintet.dev;

import dev.quintet.dev.compile.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a project that its site is made of, and what has become of them since the last
/// look. For one thread at a time.
final class Watched {

    private final Project project;
    private final Map<Path, Kind> folders = new HashMap<>();
    private Map<Path, Seen> seen;

    /// What a change of a file asks for.
    enum Kind {
        /// Compiling, and a new site.
        JAVA,
        /// A new site.
        SITE,
        /// Pages that are asked for anew.
        PAGE,
        /// Style sheets that are asked for anew.
        STYLE
    }

    /// A file as it was at the last look.
    private record Seen(FileTime time, long size, Kind kind) {}

    Watched(Project project) {
        this.project = project;
        this.seen = files();
        seen.forEach((file, state) -> {
            if (state.kind() != Kind.JAVA) {
                copy(file);
            }
        });
    }

    /// Watches more folders, those that settings name.
    void also(List<String> paths, Kind kind) {
        for (String path : paths) {
            Path folder = project.folder().resolve(path).normalize();
            if (folders.putIfAbsent(folder, kind) == null) {
                walk(folder, seen);
            }
        }
    }

    /// {@return what has changed since the last look, and which kind of change it is; copies of
    /// resources beside the classes are brought up to date}
    Map<Path, Kind> look() {
        Map<Path, Seen> now = files();
        var changed = new TreeMap<Path, Kind>();
        now.forEach((file, state) -> {
            if (!state.equals(seen.get(file))) {
                changed.put(file, state.kind());
            }
        });
        seen.forEach((file, state) -> {
            if (!now.containsKey(file)) {
                changed.put(file, state.kind());
            }
        });
        seen = now;
        changed.keySet().forEach(this::copy);
        return changed;
    }

    private Map<Path, Seen> files() {
        var found = new HashMap<Path, Seen>();
        for (SourceFolder folder : project.sources()) {
            List<Path> only = folder.only();
            if (only == null) {
                walk(folder.sources(), found);
                walk(folder.resources(), found);
            } else {
                only.forEach(file -> add(file, found));
                for (String beside : List.of("templates", "static", "locale")) {
                    walk(folder.resources().resolve(beside), found);
                }
            }
        }
        folders.keySet().forEach(folder -> walk(folder, found));
        for (Path file : settings()) {
            add(file, found);
        }
        return found;
    }

    private List<Path> settings() {
        var files = new ArrayList<Path>();
        files.add(project.folder().resolve(".env"));
        try (var all = Files.newDirectoryStream(project.folder(), "settings*.properties")) {
            all.forEach(files::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private void walk(Path folder, Map<Path, Seen> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes state) {
                            String name = String.valueOf(file.getFileName());
                            // What editors keep beside a file is none.
                            if (!name.startsWith(".") && !name.endsWith("~")) {
                                found.put(file, seen(file, state));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException gone) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(Path file, Map<Path, Seen> found) {
        try {
            found.put(file, seen(file, Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException none) {
            // It is not there, which is a state as well.
        }
    }

    private Seen seen(Path file, BasicFileAttributes state) {
        return new Seen(state.lastModifiedTime(), state.size(), kind(file));
    }

    private Kind kind(Path file) {
        for (SourceFolder folder : project.sources()) {
            if (file.startsWith(folder.sources()) && file.toString().endsWith(".java")) {
                return Kind.JAVA;
            }
            if (file.startsWith(folder.resources())) {
                return switch (folder.resources().relativize(file).getName(0).toString()) {
                    case "templates" -> Kind.PAGE;
                    case "static" -> staticKind(file);
                    default -> Kind.SITE;
                };
            }
        }
        for (Map.Entry<Path, Kind> folder : folders.entrySet()) {
            if (file.startsWith(folder.getKey())) {
                return folder.getValue() == Kind.STYLE ? staticKind(file) : folder.getValue();
            }
        }
        return Kind.SITE;
    }

    private static Kind staticKind(Path file) {
        return file.toString().endsWith(".css") ? Kind.STYLE : Kind.PAGE;
    }

    private void copy(Path file) {
        for (SourceFolder folder : project.sources()) {
            if (!file.startsWith(folder.resources()) || file.toString().endsWith(".java")) {
                continue;
            }
            Path copy = folder.classes().resolve(folder.resources().relativize(file).toString());
            try {
                if (Files.exists(file)) {
                    if (Files.exists(copy) && Files.mismatch(file, copy) < 0) {
                        continue;
                    }
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(copy);
                }
            } catch (IOException gone) {
                // Deleted between two looks: the next one tells.
            }
        }
    }

    /// {@return a path as the developer knows it, below the project}
    static String shown(Path folder, @Nullable Path file) {
        if (file == null) {
            return "";
        }
        Path shown = file.startsWith(folder) ? folder.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
