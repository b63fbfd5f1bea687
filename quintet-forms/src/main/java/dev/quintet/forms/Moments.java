package dev.quintet.forms;

import dev.quintet.forms.widget.ValueText;
import dev.quintet.kernel.time.DateParse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// What both kinds of dates with times read alike.
final class Moments {

    private Moments() {}

    /// {@return a value that is a date already, or what ISO 8601 says; `null` when it is neither}
    static @Nullable Temporal of(@Nullable Object raw) {
        return switch (raw) {
            case LocalDate date -> date.atStartOfDay();
            case Temporal time -> time;
            case String typed -> iso(ValueText.strip(typed));
            case null, default -> null;
        };
    }

    private static @Nullable Temporal iso(String text) {
        try {
            Temporal time = DateParse.dateTime(text);
            return time instanceof LocalDate date ? date.atStartOfDay() : time;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
