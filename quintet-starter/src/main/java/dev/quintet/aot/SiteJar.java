package dev.quintet.aot;

import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// The jar that a site is started from by `java -jar`, and the libraries that it names.
///
/// @param file the jar, absolute
/// @param libraries those below its folder: others may belong to others
record SiteJar(Path file, List<Path> libraries) {

    SiteJar {
        libraries = List.copyOf(libraries);
    }

    /// {@return the one that this process was started from}
    ///
    /// @throws CommandException when it was started in another way
    static SiteJar ofThisProcess() {
        return of(OldLibraries.classPath());
    }

    static SiteJar of(String classPath) {
        Path file = Path.of(classPath).toAbsolutePath().normalize();
        if (!classPath.endsWith(".jar") || !Files.isRegularFile(file)) {
            throw new CommandException(
                    Problem.of("aot.E001", "The site was not started from a jar of its own.")
                            .because(
                                    "What Java keeps of a start holds for one jar and its libraries.")
                            .fixedBy(
                                    "Build it with ./mvnw package, then run java -jar"
                                            + " target/app/NAME.jar aotcache."));
        }
        return new SiteJar(file, libraries(file));
    }

    private static List<Path> libraries(Path file) {
        var libraries = new ArrayList<Path>();
        try (var jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : named == null ? new String[0] : named.strip().split("\\s+", -1)) {
                URI place = file.toUri().resolve(each);
                Path library = "file".equals(place.getScheme()) ? Path.of(place) : file;
                if (library.startsWith(file.resolveSibling("")) && Files.isRegularFile(library)) {
                    libraries.add(library);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return libraries;
    }

    /// {@return where what is kept of its start lies: `shop.aot` beside `shop.jar`}
    Path cache() {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ".jar".length()) + ".aot");
    }
}
