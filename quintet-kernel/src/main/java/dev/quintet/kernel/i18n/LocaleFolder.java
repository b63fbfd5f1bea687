package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the folders `locale/` and `META-INF/locale/` that came with a class.
///
/// A folder whose name could be a package's may be in one Java module alone, so that a library
/// which is a module keeps its catalogues in the second.
final class LocaleFolder {

    private static final List<String> NAMES = List.of("locale", "META-INF/locale");

    private LocaleFolder() {}

    static Translations beside(Class<?> type, Function<List<Path>, Translations> read) {
        Path place = place(type);
        if (place == null) {
            return Translations.none();
        }
        if (Files.isDirectory(place)) {
            return read.apply(NAMES.stream().map(place::resolve).toList());
        }
        if (!Files.isRegularFile(place)) {
            return Translations.none();
        }
        try (var jar = FileSystems.newFileSystem(place)) {
            return read.apply(NAMES.stream().map(name -> jar.getPath("/" + name)).toList());
        } catch (IOException broken) {
            throw new CatalogueException(
                    Problem.of("kernel.E071", "Cannot read the catalogues in " + place + ".")
                            .because(broken + "."));
        }
    }

    /// The folder or the jar that a class was loaded from, or the folder of the source that Java
    /// runs as a program; `null` where it came from elsewhere.
    static @Nullable Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        if (url == null || !url.getProtocol().equals("file")) {
            return null;
        }
        try {
            Path found = Path.of(url.toURI());
            return found.toString().endsWith(".java") ? found.getParent() : found;
        } catch (URISyntaxException odd) {
            return null;
        }
    }
}
