package dev.quintet.forms.widget;

import dev.quintet.kernel.time.Durations;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Values as the text that stands in a form, when no language has a say.
public final class ValueText {

    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter FINE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter FINE_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    private ValueText() {}

    /// {@return the text: truth values as `True` and `False`, constants of an enum by name, times
    /// as `2026-03-14 15:09:26`, nothing as `""`}
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean truth -> truth ? "True" : "False";
            case Enum<?> constant -> constant.name();
            case LocalDateTime both -> (whole(both.toLocalTime()) ? WHOLE : FINE).format(both);
            case LocalTime time -> (whole(time) ? TIME : FINE_TIME).format(time);
            case Duration time -> Durations.format(time);
            default -> value.toString();
        };
    }

    private static boolean whole(LocalTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).equals(time);
    }

    /// {@return the text without white space around it: Unicode's, and no-break spaces}
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.charAt(from))) {
            from++;
        }
        while (to > from && space(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean space(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
