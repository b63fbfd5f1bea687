package dev.quintet.kernel.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One thing that a site can be told: its name, type, default and meaning.
///
/// A module keeps its settings in constants and lists them in a {@link SettingsProvider}; a key
/// that no provider lists is an error at start. The name is that of the environment variable.
///
/// @param <T> type of the value
/// @param name in capitals with underscores, such as `ALLOWED_HOSTS`
/// @param type class of the value, for messages and the generated reference
/// @param parse makes a value from text; throws {@link IllegalArgumentException} with a sentence
///   that says what was expected
/// @param fallback the value where no layer gives one; `null` when one must
/// @param secret whether the value is printed as `****`
/// @param doc one sentence for the reference: what it does, with its unit and range
public record Setting<T>(
        String name,
        Class<?> type,
        Function<String, T> parse,
        @Nullable T fallback,
        boolean secret,
        String doc) {

    /// Refuses nulls.
    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(parse, "parse");
        Objects.requireNonNull(doc, "doc");
    }

    /// {@return this setting, printed as `****`}
    public Setting<T> asSecret() {
        return new Setting<>(name, type, parse, fallback, true, doc);
    }

    /// {@return a setting of another type, read from text by `parse`}
    public static <T> Setting<T> of(
            String name,
            Class<? super T> type,
            Function<String, T> parse,
            @Nullable T fallback,
            String doc) {
        return new Setting<>(name, type, parse, fallback, false, doc);
    }

    /// {@return a setting that is on or off: `true`, `yes`, `on`, `1`, or `false`, `no`, `off`, `0`
    /// and nothing}
    public static Setting<Boolean> truth(String name, boolean fallback, String doc) {
        return of(name, Boolean.class, Setting::truth, fallback, doc);
    }

    /// {@return a setting of several words with commas between them}
    public static Setting<List<String>> words(String name, List<String> fallback, String doc) {
        return of(name, List.class, Setting::words, fallback, doc);
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0", "" -> false;
            default -> throw new IllegalArgumentException("true or false was expected");
        };
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
