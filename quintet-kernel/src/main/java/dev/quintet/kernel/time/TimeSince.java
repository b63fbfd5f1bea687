package dev.quintet.kernel.time;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.ngettext;
import static dev.quintet.kernel.i18n.Gettext.npgettextNoop;

import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.Placeholders;
import dev.quintet.kernel.i18n.Translations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long ago something was, or how long it will take, in words: `2 weeks, 3 days`.
///
/// In the active language, with no-break spaces between number and unit. Django: `timesince`.
public final class TimeSince {

    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long[] CHUNKS = {7 * 86400L, 86400L, 3600L, 60L};

    /// The units in sentences, by the texts that catalogues file them under.
    private static final List<String> PAST =
            List.of(
                    npgettextNoop("naturaltime-past", "%(num)d year", "%(num)d years"),
                    npgettextNoop("naturaltime-past", "%(num)d month", "%(num)d months"),
                    npgettextNoop("naturaltime-past", "%(num)d week", "%(num)d weeks"),
                    npgettextNoop("naturaltime-past", "%(num)d day", "%(num)d days"),
                    npgettextNoop("naturaltime-past", "%(num)d hour", "%(num)d hours"),
                    npgettextNoop("naturaltime-past", "%(num)d minute", "%(num)d minutes"));

    private static final List<String> FUTURE =
            List.of(
                    npgettextNoop("naturaltime-future", "%(num)d year", "%(num)d years"),
                    npgettextNoop("naturaltime-future", "%(num)d month", "%(num)d months"),
                    npgettextNoop("naturaltime-future", "%(num)d week", "%(num)d weeks"),
                    npgettextNoop("naturaltime-future", "%(num)d day", "%(num)d days"),
                    npgettextNoop("naturaltime-future", "%(num)d hour", "%(num)d hours"),
                    npgettextNoop("naturaltime-future", "%(num)d minute", "%(num)d minutes"));

    private TimeSince() {}

    /// {@return the time from `then` to `now` in at most two units that follow each other; `0
    /// minutes` when `then` is later}
    public static String since(Temporal then, Temporal now) {
        return since(then, now, 2);
    }

    /// {@return the time from `then` to `now` in at most `depth` units that follow each other}
    ///
    /// @throws IllegalArgumentException when `depth` is less than 1
    public static String since(Temporal then, Temporal now, int depth) {
        return since(then, now, depth, null);
    }

    /// {@return the time from `then` to `now` in words that go into a sentence: many languages
    /// decline them}
    ///
    /// @param context of the units in the catalogue, such as `naturaltime-past`; units that it
    ///   lacks there are taken without one; `null` for those without one
    /// @throws IllegalArgumentException when `depth` is less than 1
    public static String since(Temporal then, Temporal now, int depth, @Nullable String context) {
        ZoneId zone = zone(then);
        return between(local(then, zone), local(now, zone), depth, context);
    }

    /// {@return the time from `now` to `then` in at most two units; `0 minutes` when `then` is
    /// earlier}
    public static String until(Temporal then, Temporal now) {
        return until(then, now, 2);
    }

    /// {@return the time from `now` to `then` in at most `depth` units that follow each other; `0
    /// minutes` when `then` is earlier}
    ///
    /// @throws IllegalArgumentException when `depth` is less than 1
    public static String until(Temporal then, Temporal now, int depth) {
        return until(then, now, depth, null);
    }

    /// {@return the time from `now` to `then` in words that go into a sentence}
    ///
    /// @param context as for {@link #since(Temporal, Temporal, int, String)}
    /// @throws IllegalArgumentException when `depth` is less than 1
    public static String until(Temporal then, Temporal now, int depth, @Nullable String context) {
        ZoneId zone = zone(then);
        return between(local(now, zone), local(then, zone), depth, context);
    }

    private static String between(
            LocalDateTime from, LocalDateTime to, int depth, @Nullable String context) {
        if (depth <= 0) {
            throw new IllegalArgumentException("depth must be greater than 0.");
        }
        if (from.until(to, ChronoUnit.SECONDS) <= 0) {
            return unit(5, 0, context);
        }
        long months = (to.getYear() - from.getYear()) * 12L + to.getMonthValue();
        months -= from.getMonthValue();
        boolean unfinished =
                from.getDayOfMonth() > to.getDayOfMonth()
                        || (from.getDayOfMonth() == to.getDayOfMonth()
                                && from.toLocalTime().isAfter(to.toLocalTime()));
        months -= unfinished ? 1 : 0;
        long[] parts = new long[6];
        parts[0] = months / 12;
        parts[1] = months % 12;
        LocalDateTime pivot = from;
        if (months != 0) {
            LocalDate first = from.toLocalDate().withDayOfMonth(1).plusMonths(months);
            int day = Math.min(MONTH_DAYS[first.getMonthValue() - 1], from.getDayOfMonth());
            pivot = first.withDayOfMonth(day).atTime(from.toLocalTime().withNano(0));
        }
        long left = pivot.until(to, ChronoUnit.SECONDS);
        for (int i = 0; i < CHUNKS.length; i++) {
            parts[i + 2] = left / CHUNKS[i];
            left %= CHUNKS[i];
        }
        var words = new ArrayList<String>();
        int first = 0;
        while (first < parts.length && parts[first] == 0) {
            first++;
        }
        if (first == parts.length) {
            return unit(5, 0, context);
        }
        for (int i = first; i < parts.length && words.size() < depth && parts[i] != 0; i++) {
            words.add(unit(i, parts[i], context));
        }
        return String.join(gettext(", "), words);
    }

    private static String unit(int index, long number, @Nullable String context) {
        String text = inSentence(index, number, context);
        if (text == null) {
            text = alone(index, number);
        }
        return Placeholders.fill(text, Map.of("num", number)).replace(' ', '\u00A0');
    }

    private static String alone(int index, long number) {
        return switch (index) {
            case 0 -> ngettext("%(num)d year", "%(num)d years", number);
            case 1 -> ngettext("%(num)d month", "%(num)d months", number);
            case 2 -> ngettext("%(num)d week", "%(num)d weeks", number);
            case 3 -> ngettext("%(num)d day", "%(num)d days", number);
            case 4 -> ngettext("%(num)d hour", "%(num)d hours", number);
            default -> ngettext("%(num)d minute", "%(num)d minutes", number);
        };
    }

    private static @Nullable String inSentence(int index, long number, @Nullable String context) {
        if (context == null) {
            return null;
        }
        List<String> units = context.equals("naturaltime-future") ? FUTURE : PAST;
        return Translations.current().find(Language.active(), context, units.get(index), number);
    }

    /// The zone that a moment's days are counted in, or `null` where it has none.
    private static @Nullable ZoneId zoneOf(Temporal time) {
        return switch (time) {
            case ZonedDateTime zoned -> zoned.getZone();
            case OffsetDateTime offset -> offset.getOffset();
            case Instant _ -> ZoneOffset.UTC;
            default -> null;
        };
    }

    private static ZoneId zone(Temporal time) {
        ZoneId zone = zoneOf(time);
        return zone == null ? TimeZones.active() : zone;
    }

    private static LocalDateTime local(Temporal time, ZoneId zone) {
        return switch (time) {
            case LocalDate date -> date.atStartOfDay();
            case LocalDateTime both -> both;
            case Instant instant -> LocalDateTime.ofInstant(instant, zone);
            case ZonedDateTime zoned -> zoned.withZoneSameInstant(zone).toLocalDateTime();
            case OffsetDateTime offset -> offset.atZoneSameInstant(zone).toLocalDateTime();
            default -> LocalDateTime.from(time);
        };
    }
}
