package dev.quintet.template;

import static dev.quintet.template.Filter.Argument.OPTIONAL;

import dev.quintet.kernel.time.TimeSince;
import dev.quintet.template.value.Truth;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// The built-in filters of dates and times.
final class TimeFilters {

    private TimeFilters() {}

    static void addTo(Filters filters) {
        filters.time("date", OPTIONAL, (v, format, f) -> shown(f, v, format, "DATE_FORMAT"))
                .time("time", OPTIONAL, (v, format, f) -> shown(f, v, format, "TIME_FORMAT"))
                .any("timesince", OPTIONAL, (v, other, f) -> span(f, v, other, true))
                .any("timeuntil", OPTIONAL, (v, other, f) -> span(f, v, other, false));
    }

    private static String shown(
            Frame frame, @Nullable Object value, @Nullable Object format, String usual) {
        if (!(value instanceof Temporal time)) {
            return "";
        }
        String letters =
                format == Missing.ABSENT || format == null ? usual : Texts.plain(frame, format);
        try {
            return Localizer.time(frame, time, letters);
        } catch (DateTimeException unfit) {
            return "";
        }
    }

    private static String span(
            Frame frame, @Nullable Object value, @Nullable Object other, boolean since) {
        if (!(value instanceof Temporal time)) {
            return "";
        }
        Temporal base;
        if (other == Missing.ABSENT || !Truth.of(other)) {
            base = now(frame, time);
        } else if (other instanceof Temporal given) {
            base = given;
        } else {
            return "";
        }
        boolean mixed =
                (isLocal(time) != isLocal(base))
                        && !(time instanceof LocalDate)
                        && !(base instanceof LocalDate);
        if (mixed) {
            return "";
        }
        try {
            return since ? TimeSince.since(time, base) : TimeSince.until(time, base, 2);
        } catch (DateTimeException | IllegalArgumentException unfit) {
            return "";
        }
    }

    private static boolean isLocal(Temporal time) {
        return time instanceof LocalDateTime || time instanceof LocalDate;
    }

    private static Temporal now(Frame frame, Temporal like) {
        return isLocal(like)
                ? LocalDateTime.ofInstant(Localizer.now(frame), Localizer.zone(frame))
                : Localizer.now(frame);
    }
}
