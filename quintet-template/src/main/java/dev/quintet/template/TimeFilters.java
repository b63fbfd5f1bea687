package dev.quintet.template;

import static dev.quintet.template.Filter.Argument.OPTIONAL;

import dev.quintet.kernel.time.TimeSince;
import dev.quintet.template.value.Truth;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// The built-in filters of dates and times.
final class TimeFilters {

    private static final String LETTERS = "aAbcdDeEfFgGhHiIjlLmMnNoOPrsStTUuwWyYzZ";

    /// The letters that show nothing where there is no zone, for what is no time at all, and the
    /// letters of a time of day.
    private static final String WITHOUT_TIME = "eTZOI";

    private static final String OF_CLOCK = "aAefgGhHiIOPsTuZ";

    private TimeFilters() {}

    static void addTo(Filters filters) {
        filters.time("date", OPTIONAL, TimeFilters::date)
                .time("time", OPTIONAL, TimeFilters::time)
                .any("timesince", OPTIONAL, (v, other, f) -> span(f, v, other, true))
                .any("timeuntil", OPTIONAL, (v, other, f) -> span(f, v, other, false));
    }

    private static String date(@Nullable Object value, @Nullable Object format, Frame frame) {
        if (value == null || (value instanceof CharSequence text && text.isEmpty())) {
            return "";
        }
        String letters = letters(frame, format, "DATE_FORMAT");
        if (!(value instanceof Temporal time)) {
            return withoutTime(value, letters, WITHOUT_TIME);
        }
        try {
            return Localizer.time(frame, time, letters);
        } catch (DateTimeException unfit) {
            if (value instanceof LocalDate) {
                throw Failures.unfit("date", "a time of a day for such a format", value);
            }
            return withoutTime(value, letters, OF_CLOCK);
        }
    }

    private static String time(@Nullable Object value, @Nullable Object format, Frame frame) {
        if (!(value instanceof Temporal time)) {
            return "";
        }
        try {
            return Localizer.time(frame, time, letters(frame, format, "TIME_FORMAT"));
        } catch (DateTimeException unfit) {
            return "";
        }
    }

    private static String letters(Frame frame, @Nullable Object format, String usual) {
        if (format == Missing.ABSENT || format == null) {
            return usual;
        }
        String letters = Texts.plain(frame, format);
        return letters.isEmpty() ? usual : letters;
    }

    /// What has no date shows nothing, unless the format asks for no part of one; a format that
    /// asks for the whole moment (`r`, `U`) is an error.
    private static String withoutTime(Object value, String format, String empty) {
        var out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '\\' && i + 1 < format.length()) {
                out.append(format.charAt(++i));
            } else if (c == 'r' || c == 'U') {
                throw Failures.unfit("date", "a date or a moment", value);
            } else if (LETTERS.indexOf(c) < 0) {
                out.append(c);
            } else if (empty.indexOf(c) < 0) {
                return "";
            }
        }
        return out.toString();
    }

    private static String span(
            Frame frame, @Nullable Object value, @Nullable Object other, boolean since) {
        if (!Truth.of(value)) {
            return "";
        }
        Temporal time = dated(since, value);
        Temporal base;
        if (other == Missing.ABSENT || !Truth.of(other)) {
            base = now(frame, time);
        } else {
            base = dated(since, other);
        }
        boolean mixed =
                (isLocal(time) != isLocal(base))
                        && !(time instanceof LocalDate)
                        && !(base instanceof LocalDate);
        if (mixed) {
            return "";
        }
        try {
            return since ? TimeSince.since(time, base) : TimeSince.until(time, base);
        } catch (DateTimeException | IllegalArgumentException unfit) {
            return "";
        }
    }

    private static Temporal dated(boolean since, @Nullable Object value) {
        Object bare = value instanceof LocalTags.FixedTime fixed ? fixed.time() : value;
        if (bare instanceof Temporal time
                && (time instanceof Instant || time.isSupported(ChronoField.YEAR))) {
            return time;
        }
        throw Failures.unfit(since ? "timesince" : "timeuntil", "a date or a moment", value);
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
