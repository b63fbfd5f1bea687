package dev.quintet.conformance;

import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formats of the Django that is installed on this machine, taken as a site takes formats of
/// its own: pages in other languages were recorded with them, where ours are the JDK's. They are
/// read where they are, never copied.
final class DjangoFormats {

    private static final Pattern TEXT =
            Pattern.compile("^([A-Z_]+) *= *r?(['\"])(.*?)\\2", Pattern.MULTILINE);
    private static final Pattern NUMBERS =
            Pattern.compile("^([A-Z_]+) *= *\\(?([0-9][0-9, ]*)", Pattern.MULTILINE);

    private static final Map<Language, Formats> INSTALLED = read(home());

    private DjangoFormats() {}

    static Map<Language, Formats> installed() {
        return INSTALLED;
    }

    /// {@return the languages that it has, in the order of their codes; none where there is no
    /// Django}
    static List<Language> languages() {
        Path folder = Path.of(home(), "conf", "locale");
        if (home().isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var languages = Files.list(folder)) {
            return languages
                    .filter(each -> Files.isDirectory(each.resolve("LC_MESSAGES")))
                    .map(each -> Language.ofLocaleName(String.valueOf(each.getFileName())))
                    .sorted(Comparator.comparing(Language::code))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return whether that Django is of the version that pages were recorded with}
    static boolean asRecorded() {
        Path about = Path.of(home(), "__init__.py");
        try {
            return Files.exists(about) && Files.readString(about).contains("VERSION = (5, 2,");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String home() {
        return Objects.requireNonNullElse(System.getProperty("django.home"), "");
    }

    private static Map<Language, Formats> read(String home) {
        var all = new HashMap<Language, Formats>();
        Path folder = Path.of(home, "conf", "locale");
        if (home.isEmpty() || !Files.isDirectory(folder)) {
            return all;
        }
        try (var languages = Files.newDirectoryStream(folder)) {
            for (Path each : languages) {
                Path file = each.resolve("formats.py");
                Language language = Language.ofLocaleName(String.valueOf(each.getFileName()));
                if (Files.exists(file) && !language.equals(Language.ENGLISH)) {
                    all.put(language, Formats.of(language).with(values(Files.readString(file))));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static Map<String, String> values(String module) {
        var values = new HashMap<String, String>();
        Matcher text = TEXT.matcher(module);
        while (text.find()) {
            values.put(group(text, 1), group(text, 3).replace("\\xa0", "\u00A0"));
        }
        Matcher numbers = NUMBERS.matcher(module);
        while (numbers.find()) {
            values.put(group(numbers, 1), group(numbers, 2).strip());
        }
        return values;
    }

    private static String group(Matcher matcher, int number) {
        return Objects.requireNonNull(matcher.group(number));
    }
}
