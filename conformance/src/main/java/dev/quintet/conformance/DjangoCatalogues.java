package dev.quintet.conformance;

import dev.quintet.kernel.i18n.Translations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The catalogues of the Django that is installed on this machine, if there is one: pages in other
/// languages were recorded with them. They are read where they are, never copied.
final class DjangoCatalogues {

    private static final @Nullable Translations INSTALLED = read(System.getProperty("django.home"));

    private DjangoCatalogues() {}

    static @Nullable Translations installed() {
        return INSTALLED;
    }

    private static @Nullable Translations read(@Nullable String home) {
        if (home == null || home.isEmpty()) {
            return null;
        }
        Path django = Path.of(home);
        List<Path> folders = new ArrayList<>();
        try (var contrib = Files.list(django.resolve("contrib"))) {
            contrib.map(app -> app.resolve("locale"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .forEach(folders::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        folders.add(django.resolve("conf/locale"));
        return Translations.from(folders);
    }
}
