package dev.quintet.dev.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The classes in a folder, looked into once as long as they stay the same. For one thread.
final class ClassFolder {

    /// Names the catalogue of a model: what the annotation processor wrote beside it.
    static final String INDEX = "META-INF/quintet/models/";

    private final Path folder;
    private Map<Path, Known> known = new HashMap<>();

    /// A class as it was read.
    record Known(FileTime time, ClassShape shape) {}

    ClassFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /// {@return the classes that are there now, by file}
    Map<Path, Known> classes() {
        var now = new HashMap<Path, Known>();
        for (Map.Entry<Path, FileTime> file : files(folder, ".class").entrySet()) {
            Known before = known.get(file.getKey());
            now.put(
                    file.getKey(),
                    before != null && before.time().equals(file.getValue())
                            ? before
                            : new Known(file.getValue(), shape(file.getKey())));
        }
        now.values().removeIf(one -> one.shape().name().equals("module-info"));
        known = now;
        return now;
    }

    Collection<ClassShape> shapes() {
        return classes().values().stream().map(Known::shape).toList();
    }

    static ClassShape shape(Path file) {
        try {
            return ClassShape.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<Path, FileTime> files(Path folder, String ending) {
        var found = new HashMap<Path, FileTime>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                            if (file.toString().endsWith(ending)) {
                                found.put(file, seen.lastModifiedTime());
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
        return found;
    }

    /// {@return the models here, by the catalogue that was written for each; names with slashes}
    Map<String, String> modelsByCatalogue() {
        var models = new HashMap<String, String>();
        Path index = folder.resolve(INDEX);
        for (Path file : files(index, "").keySet()) {
            try {
                String catalogue = Files.readString(file, StandardCharsets.UTF_8).strip();
                models.put(
                        catalogue.replace('.', '/'),
                        index.relativize(file).toString().replace('.', '/'));
            } catch (IOException gone) {
                // It is being replaced: the next look sees it.
            }
        }
        return models;
    }

    /// Deletes what was made for a model that is none any more.
    ///
    /// @param model its name, with slashes
    void deleteCatalogue(String model, Path generated) throws IOException {
        Path index = folder.resolve(INDEX + model.replace('/', '.'));
        if (!Files.exists(index)) {
            return;
        }
        String catalogue = Files.readString(index, StandardCharsets.UTF_8).strip();
        String path = catalogue.replace('.', '/');
        Files.delete(index);
        Files.deleteIfExists(generated.resolve(path + ".java"));
        for (Path file : withNested(path)) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> withNested(String name) throws IOException {
        Path main = folder.resolve(name + ".class");
        Path home = main.getParent();
        var found = new ArrayList<Path>();
        if (home == null || !Files.isDirectory(home)) {
            return found;
        }
        String simple = name.substring(name.lastIndexOf('/') + 1);
        try (var files = Files.newDirectoryStream(home, simple + "*.class")) {
            for (Path file : files) {
                String own = String.valueOf(file.getFileName());
                if (own.equals(simple + ".class") || own.startsWith(simple + "$")) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
