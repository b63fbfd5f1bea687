package dev.quintet.kernel.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocaleFolderTest {

    /// What an app brings: only its place counts.
    private static final String APP = LocaleFolderTest.class.getName() + "$SomeApp";

    static final class SomeApp {}

    @TempDir private Path folder;

    @Test
    void readsTheCataloguesOfAJar() throws Exception {
        Path jar = folder.resolve("app.jar");
        try (FileSystem inside =
                FileSystems.newFileSystem(
                        URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            fill(inside.getPath("/"), "from the jar");
        }

        try (var loader = loader(jar)) {
            Translations found = Translations.beside(loader.loadClass(APP));

            assertThat(found.find(Language.of("de"), null, "Hello")).isEqualTo("from the jar");
            assertThat(Translations.scriptsBeside(loader.loadClass(APP)).catalogue(german()))
                    .extracting(catalogue -> catalogue.find(null, "Hello"))
                    .isNull();
        }
    }

    @Test
    void prefersTheSitesOwnFoldersAndThenAppsInTheirOrder() throws Exception {
        Path own = folder.resolve("locale");
        write(own.resolve("de/LC_MESSAGES/messages.po"), "Hello", "own");
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        fill(first, "first");
        fill(second, "second");
        write(first.resolve("locale/de/LC_MESSAGES/more.po"), "Bye", "first");
        write(second.resolve("locale/de/LC_MESSAGES/more.po"), "Bye", "second");
        var settings = new Settings().set(LanguageSettings.LOCALE_PATHS, List.of(own.toString()));

        try (var one = loader(first);
                var other = loader(second)) {
            Translations found =
                    LanguageSettings.translations(
                            settings, List.of(one.loadClass(APP), other.loadClass(APP)));

            assertThat(found.find(german(), null, "Hello")).isEqualTo("own");
            assertThat(found.find(german(), null, "Bye")).isEqualTo("first");
        }
    }

    @Test
    void putsLibrariesUnderAllOthersInTheLanguagesOfTheSite() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path library = Files.createDirectory(folder.resolve("library"));
        fill(own, "own");
        fill(library, "library");
        write(library.resolve("locale/de/LC_MESSAGES/more.po"), "Bye", "library");
        write(library.resolve("locale/pl/LC_MESSAGES/more.po"), "Bye", "library");
        write(library.resolve("META-INF/locale/de/LC_MESSAGES/more.po"), "Cart", "of a module");
        var settings =
                new Settings()
                        .set(LanguageSettings.LOCALE_PATHS, List.of())
                        .set(LanguageSettings.LANGUAGES, List.of("en", "de-at"));

        try (var one = loader(own);
                var other = loader(library)) {
            Class<?> app = one.loadClass(APP);
            Class<?> appOfLibrary = other.loadClass(APP);
            Translations found =
                    LanguageSettings.translations(
                            settings, List.of(appOfLibrary, app), List.of(appOfLibrary));

            assertThat(found.find(german(), null, "Hello")).isEqualTo("own");
            assertThat(found.find(Language.of("de-at"), null, "Bye")).isEqualTo("library");
            assertThat(found.find(german(), null, "Cart")).isEqualTo("of a module");
            assertThat(found.find(Language.of("pl"), null, "Bye")).isNull();
        }
    }

    @Test
    void findsNothingBesideClassesOfTheJdk() {
        assertThat(Translations.beside(String.class).catalogue(german()).messages()).isEmpty();
    }

    private static Language german() {
        return Language.of("de");
    }

    private static URLClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
    }

    private static void fill(Path root, String translation) throws IOException {
        String file = APP.replace('.', '/') + ".class";
        Path there = root.resolve(file);
        Files.createDirectories(there.getParent());
        try (var bytes = LocaleFolderTest.class.getResourceAsStream("/" + file)) {
            Files.copy(bytes, there);
        }
        write(root.resolve("locale/de/LC_MESSAGES/messages.po"), "Hello", translation);
    }

    private static void write(Path file, String id, String translation) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "msgid \"%s\"\nmsgstr \"%s\"\n".formatted(id, translation));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
