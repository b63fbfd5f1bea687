package dev.quintet.forms.widget;

import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.kernel.time.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// A line of text that holds a date, a time or both. Django: `DateTimeBaseInput`.
public abstract sealed class TimedInput extends Input permits DateInput, DateTimeInput, TimeInput {

    private @Nullable DatePattern format;

    TimedInput(@Nullable String format) {
        super("text");
        this.format = format == null ? null : new DatePattern(format);
    }

    abstract DatePattern usual();

    @Override
    public boolean supportsMicroseconds() {
        return false;
    }

    /// {@return a date or time in the format, in the visitor's zone; anything else as it is}
    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof SafeString) {
            return value;
        }
        if (!(value instanceof Temporal given)) {
            return ValueText.of(value);
        }
        Temporal shown =
                switch (given) {
                    case Instant at -> at.atZone(TimeZones.active()).toLocalDateTime();
                    case ZonedDateTime at ->
                            at.withZoneSameInstant(TimeZones.active()).toLocalDateTime();
                    case OffsetDateTime at ->
                            at.atZoneSameInstant(TimeZones.active()).toLocalDateTime();
                    // What the value lacks is as if it were the beginning of time.
                    case LocalDate day -> day.atStartOfDay();
                    case LocalTime time -> time.atDate(LocalDate.of(1900, 1, 1));
                    default -> given;
                };
        return (format == null ? usual() : format).format(shown);
    }

    final void format(String pattern) {
        this.format = new DatePattern(pattern);
    }
}
