package dev.quintet.orm;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Lists the models that were compiled with an app: the files of one folder, in the app's own jar
/// or class folder. No class is loaded and no other jar is opened for it.
final class ModelIndex {

    private ModelIndex() {}

    static List<String> of(App app) {
        CodeSource source = app.getClass().getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return List.of();
        }
        try {
            return location.getProtocol().equals("jrt") ? inRuntime(app) : in(location.toURI());
        } catch (IOException | URISyntaxException unreadable) {
            throw new MappingException(
                    Problem.of(
                                    "orm.E006",
                                    "The models of the app '" + app.label() + "' cannot be listed.")
                            .because(unreadable.toString()));
        }
    }

    private static List<String> in(URI location) throws IOException {
        Path path = Path.of(location);
        if (Files.isDirectory(path)) {
            return inFolder(path.resolve(Mappings.INDEX));
        }
        try (var jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(Mappings.INDEX) && !name.endsWith("/"))
                    .map(name -> name.substring(Mappings.INDEX.length()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> inFolder(Path index) throws IOException {
        if (!Files.isDirectory(index)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> index.relativize(file).toString()).sorted().toList();
        }
    }

    /// In a run-time image, made by jlink, modules are read by their own reader.
    private static List<String> inRuntime(App app) throws IOException {
        Module module = app.getClass().getModule();
        ModuleLayer layer = module.getLayer();
        var reference =
                layer == null
                        ? Optional.<ResolvedModule>empty()
                        : layer.configuration().findModule(module.getName());
        if (reference.isEmpty()) {
            return List.of();
        }
        try (var reader = reference.get().reference().open();
                var names = reader.list()) {
            return names.filter(name -> name.startsWith(Mappings.INDEX) && !name.endsWith("/"))
                    .map(name -> name.substring(Mappings.INDEX.length()))
                    .sorted()
                    .toList();
        }
    }
}
