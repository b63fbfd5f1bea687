package dev.quintet.template;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.text.NumberStyle;
import dev.quintet.kernel.text.Numbers;
import dev.quintet.kernel.time.DateFormat;
import dev.quintet.kernel.time.TimeZones;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Writes numbers and times as the language and zone of the frame want them.
final class Localizer {

    private Localizer() {}

    /// {@return `value` as a page shows it, not escaped}
    static String shown(Frame frame, @Nullable Object value) {
        return switch (value) {
            case Integer whole when !frame.engine.groupsThousands() -> whole.toString();
            case Long whole when !frame.engine.groupsThousands() -> whole.toString();
            case Temporal time -> temporal(frame, time);
            case LocalTags.FixedTime fixed -> fixed(frame, fixed.time());
            case Number number when frame.localize && isFinite(number) ->
                    number(frame, frame.engine.show().text(number), -1, true, false);
            case null, default -> frame.engine.show().text(value);
        };
    }

    /// {@return a moment as a time in the current zone; anything else as it is}
    static @Nullable Object localTime(Frame frame, @Nullable Object value) {
        if (!frame.localtime) {
            return value instanceof LocalTags.FixedTime fixed ? fixed.time() : value;
        }
        return switch (value) {
            case LocalTags.FixedTime fixed -> fixed.time();
            case Instant at -> at.atZone(zone(frame));
            case ZonedDateTime at -> at.withZoneSameInstant(zone(frame));
            case OffsetDateTime at -> at.atZoneSameInstant(zone(frame));
            case null, default -> value;
        };
    }

    /// {@return a number's text in the language's way}
    ///
    /// @param decimals how many, or -1 for as many as there are
    static String number(
            Frame frame, String number, int decimals, boolean localized, boolean group) {
        boolean grouped = group || (localized && frame.engine.groupsThousands());
        NumberStyle style = localized ? Formats.active().numbers() : NumberStyle.GROUPED;
        style = grouped ? style : style.ungrouped();
        return Numbers.format(number, decimals < 0 ? style : style.withDecimals(decimals));
    }

    /// {@return a time in a format: letters, or the name of a format such as `SHORT_DATE_FORMAT`}
    static String time(Frame frame, Temporal time, String format) {
        return time(frame, time, format, Formats.active());
    }

    private static String time(Frame frame, Temporal time, String format, Formats formats) {
        String set = frame.engine.format(format);
        String letters = set == null ? formats.letters(format) : set;
        ZoneId zone =
                switch (time) {
                    case ZonedDateTime at -> at.getZone();
                    case OffsetDateTime at -> at.getOffset();
                    case OffsetTime _ -> ZoneOffset.UTC;
                    case Instant _ when !frame.localtime -> ZoneOffset.UTC;
                    default -> zone(frame);
                };
        return DateFormat.of(letters)
                .in(zone)
                .format(time instanceof OffsetTime at ? at.toLocalTime() : time);
    }

    static Instant now(Frame frame) {
        Context context = Context.find();
        return context == null
                ? frame.engine.clock().instant()
                : context.find(Context.CLOCK).orElse(frame.engine.clock()).instant();
    }

    static ZoneId zone(Frame frame) {
        if (frame.zone != null) {
            return frame.zone;
        }
        return Context.find() == null ? frame.engine.clock().getZone() : TimeZones.active();
    }

    private static String fixed(Frame frame, ZonedDateTime time) {
        return time(frame, time, "DATETIME_FORMAT", formats(frame));
    }

    /// What shows where `localize` is off: the words are still those of the page's language.
    private static Formats formats(Frame frame) {
        return frame.localize ? Formats.active() : Formats.of(Language.ENGLISH);
    }

    private static String temporal(Frame frame, Temporal time) {
        Formats formats = formats(frame);
        return switch (time) {
            case LocalDate date -> time(frame, date, "DATE_FORMAT", formats);
            case LocalTime at -> time(frame, at, "TIME_FORMAT", formats);
            case LocalDateTime at -> time(frame, at, "DATETIME_FORMAT", formats);
            case Instant _, ZonedDateTime _, OffsetDateTime _ ->
                    localTime(frame, time) instanceof Temporal local
                            ? time(frame, local, "DATETIME_FORMAT", formats)
                            : "";
            default -> time.toString();
        };
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double d && !Double.isFinite(d))
                && !(number instanceof Float f && !Float.isFinite(f))
                && (number instanceof Double
                        || number instanceof Float
                        || number instanceof BigDecimal
                        || number instanceof BigInteger
                        || number instanceof Integer
                        || number instanceof Long
                        || number instanceof Short
                        || number instanceof Byte);
    }
}
