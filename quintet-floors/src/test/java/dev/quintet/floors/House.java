package dev.quintet.floors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The checkout that is under test: its modules and its files, as they lie on the disk.
final class House {

    /// The folder with the root POM; tests run in their module's folder, one below it.
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", ".idea", ".vscode", ".settings");

    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<\\s]+)\\s*</module>");

    /// The starter cannot lie in a folder of its own name: the root has a script of that name.
    private static final String STARTER = "quintet";

    private static final String STARTER_FOLDER = "quintet-starter";

    private House() {}

    /// {@return the library modules that the root POM names, without this one: quintet-kernel, ...}
    static List<String> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1).equals(STARTER_FOLDER) ? STARTER : found.group(1))
                .filter(name -> name.equals("quintet") || name.startsWith("quintet-"))
                .filter(name -> !name.equals("quintet-floors"))
                .toList();
    }

    static Path module(String name) {
        return ROOT.resolve(name.equals(STARTER) ? STARTER_FOLDER : name);
    }

    /// {@return all Java files of the library modules, main code only}
    static List<Path> mainSources() {
        return modules().stream()
                .flatMap(name -> files(module(name).resolve("src/main/java"), ".java").stream())
                .toList();
    }

    /// {@return the files under `folder` whose name has one of the endings, in a stable order}
    static List<Path> files(Path folder, String... endings) {
        var found = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try {
            Files.walkFileTree(folder, new Collector(found, List.of(endings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /// {@return the path as a person in the checkout would write it}
    static String shown(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> found;
        private final List<String> endings;

        Collector(List<Path> found, List<String> endings) {
            this.found = found;
            this.endings = endings;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused) {
            return NOT_OURS.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes unused) {
            if (endings.stream().anyMatch(file.toString()::endsWith)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
