package dev.quintet.dev.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where classes lie until all that belong together were compiled. For one thread.
final class Stage {

    private final Path folder;
    private ClassFolder made;

    Stage(Path folder) {
        this.folder = folder;
        this.made = new ClassFolder(folder.resolve("classes"));
    }

    Path classes() {
        return made.path();
    }

    Path sources() {
        return folder.resolve("sources");
    }

    void clear() throws IOException {
        delete();
        Files.createDirectories(classes());
        Files.createDirectories(sources());
        made = new ClassFolder(classes());
    }

    void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(folder)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.delete(one);
            }
        }
    }

    Map<String, ClassShape> shapes() {
        var shapes = new HashMap<String, ClassShape>();
        made.shapes().forEach(shape -> shapes.put(shape.name(), shape));
        return shapes;
    }

    Map<String, String> modelsByCatalogue() {
        return made.modelsByCatalogue();
    }

    /// Puts a class where it belongs, and the source that a processor wrote for it.
    void moveClass(ClassShape shape, SourceFolder to) throws IOException {
        move(classes().resolve(shape.name() + ".class"), to.classes());
        Path written = sources().resolve(shape.source());
        if (Files.exists(written)) {
            Path target = to.generated().resolve(shape.source());
            Files.createDirectories(target.resolveSibling(""));
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void moveResource(String name, SourceFolder to) throws IOException {
        move(classes().resolve(name), to.classes());
    }

    /// Puts what else processors wrote beside the classes of a folder.
    void moveRest(SourceFolder to) throws IOException {
        for (Path file : ClassFolder.files(classes(), "").keySet()) {
            move(file, to.classes());
        }
    }

    private void move(Path file, Path to) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path target = to.resolve(classes().relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
