package dev.quintet.kernel.formats;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The files `formats.properties` of a site, in the folders of its languages.
final class FormatFiles {

    private FormatFiles() {}

    static Map<Language, Formats> read(Settings settings) {
        var all = new HashMap<Language, Formats>();
        for (String folder : settings.get(LanguageSettings.LOCALE_PATHS)) {
            Path place = Path.of(folder);
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (var languages = Files.newDirectoryStream(place, Files::isDirectory)) {
                for (Path language : languages) {
                    Path file = language.resolve("formats.properties");
                    if (Files.isRegularFile(file)) {
                        Language code =
                                Language.ofLocaleName(String.valueOf(language.getFileName()));
                        all.putIfAbsent(code, read(code, file));
                    }
                }
            } catch (IOException broken) {
                throw unreadable(place, broken);
            }
        }
        return Map.copyOf(all);
    }

    private static Formats read(Language language, Path file) {
        var properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable(file, broken);
        }
        var changes = new HashMap<String, String>();
        properties.forEach((name, text) -> changes.put(name.toString(), text.toString()));
        return Formats.usual(language).with(new FormatChanges(changes, file.toString()));
    }

    private static FormatsException unreadable(Path place, Exception cause) {
        return new FormatsException(
                Problem.of("kernel.E079", "Cannot read the formats in " + place + ".")
                        .because(cause + ".")
                        .fixedBy("Write them as UTF-8, lines such as SHORT_DATE_FORMAT=j.n.y."));
    }
}
