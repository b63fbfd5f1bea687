package dev.quintet.template;

import static dev.quintet.template.Filter.Argument.NONE;
import static dev.quintet.template.Filter.Argument.OPTIONAL;
import static dev.quintet.template.Filter.Argument.REQUIRED;

import dev.quintet.kernel.formats.Humanize;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.value.Numeric;
import dev.quintet.template.value.Show;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The libraries `l10n`, `tz` and `humanize`.
final class LocalTags {

    private LocalTags() {}

    static Library localization() {
        Library library =
                Library.named("l10n")
                        .add(
                                "localize",
                                onOff("localize", (f, on) -> f.localize = on, f -> f.localize));
        new Filters(library)
                .any("localize", NONE, (v, _, f) -> localized(f, v, true))
                .any("unlocalize", NONE, (v, _, f) -> localized(f, v, false));
        return library;
    }

    static Library zones() {
        Library library =
                Library.named("tz")
                        .add(
                                "localtime",
                                onOff("localtime", (f, on) -> f.localtime = on, f -> f.localtime))
                        .add("timezone", LocalTags::compileTimezone)
                        .add("get_current_timezone", LocalTags::compileCurrent);
        new Filters(library)
                .any("localtime", NONE, (v, _, f) -> inZone(f, v, Localizer.zone(f)))
                .any("utc", NONE, (v, _, f) -> inZone(f, v, ZoneOffset.UTC))
                .any("timezone", REQUIRED, (v, zone, f) -> inZone(f, v, zone(zone)));
        return library;
    }

    static Library humanize() {
        Library library = Library.named("humanize");
        new Filters(library)
                .safeAny("ordinal", NONE, (v, _, _) -> ordinal(v))
                .safeAny("intcomma", OPTIONAL, LocalTags::intComma)
                .any("intword", NONE, (v, _, _) -> intWord(v))
                .safeAny("apnumber", NONE, (v, _, _) -> apNumber(v))
                .time("naturalday", OPTIONAL, LocalTags::naturalDay)
                .any("naturaltime", NONE, (v, _, f) -> naturalTime(f, v));
        return library;
    }

    private interface Setter {
        void set(Frame frame, boolean on);
    }

    private interface Getter {
        boolean get(Frame frame);
    }

    private static TagCompiler onOff(String name, Setter setter, Getter getter) {
        return (parser, tag) -> {
            List<String> words = tag.split();
            boolean off = words.size() == 2 && words.get(1).equals("off");
            if (words.size() > 2 || (words.size() == 2 && !off && !words.get(1).equals("on"))) {
                throw parser.error(tag, "'" + name + "' argument should be 'on' or 'off'");
            }
            NodeList body = parser.parse(List.of("end" + name));
            parser.next();
            return new Closure(
                    tag.place(),
                    frame -> {
                        boolean before = getter.get(frame);
                        setter.set(frame, !off);
                        try {
                            body.render(frame);
                        } finally {
                            setter.set(frame, before);
                        }
                    });
        };
    }

    private static Node compileTimezone(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 2) {
            throw parser.error(tag, "'timezone' takes one argument (timezone)");
        }
        Value value = parser.value(tag, words.get(1));
        NodeList body = parser.parse(List.of("endtimezone"));
        parser.next();
        return new Closure(
                tag.place(),
                frame -> {
                    ZoneId before = frame.zone;
                    Object wanted = value.get(frame);
                    frame.zone = wanted == null ? null : zone(wanted);
                    try {
                        body.render(frame);
                    } finally {
                        frame.zone = before;
                    }
                });
    }

    private static Node compileCurrent(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 3 || !words.get(1).equals("as")) {
            throw parser.error(
                    tag, "'get_current_timezone' requires 'as variable' (got " + words + ")");
        }
        String name = words.get(2).intern();
        return new Closure(tag.place(), frame -> frame.set(name, name(Localizer.zone(frame))));
    }

    /// A zone as Django names it: `Europe/Paris`, `UTC`, `+0700`.
    private static String name(ZoneId zone) {
        if (!(zone instanceof ZoneOffset offset)) {
            return zone.toString();
        }
        return offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId().replace(":", "");
    }

    private static Object localized(Frame frame, @Nullable Object value, boolean on) {
        boolean before = frame.localize;
        frame.localize = on;
        try {
            return value instanceof CharSequence || value instanceof SafeString
                    ? value
                    : Localizer.shown(frame, value);
        } finally {
            frame.localize = before;
        }
    }

    private static Object inZone(Frame frame, @Nullable Object value, @Nullable ZoneId zone) {
        if (zone == null) {
            return "";
        }
        return switch (value) {
            case Instant at -> new FixedTime(at.atZone(zone));
            case ZonedDateTime at -> new FixedTime(at.withZoneSameInstant(zone));
            case OffsetDateTime at -> new FixedTime(at.atZoneSameInstant(zone));
            case FixedTime at -> new FixedTime(at.time().withZoneSameInstant(zone));
            case LocalDateTime at ->
                    new FixedTime(at.atZone(Localizer.zone(frame)).withZoneSameInstant(zone));
            case null, default -> "";
        };
    }

    private static @Nullable ZoneId zone(@Nullable Object value) {
        if (value instanceof ZoneId zone) {
            return zone;
        }
        try {
            return value instanceof CharSequence name ? ZoneId.of(name.toString()) : null;
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable BigInteger whole(String filter, @Nullable Object value) {
        if (value instanceof Number number && Numeric.isInfinite(number)) {
            throw Failures.unfit(filter, "a finite number", value);
        }
        return Numeric.whole(value);
    }

    private static @Nullable Object ordinal(@Nullable Object value) {
        BigInteger number = whole("ordinal", value);
        if (number == null || number.bitLength() > 63) {
            return value;
        }
        return number.signum() < 0
                ? number.toString()
                : new SafeString(Humanize.ordinal(number.longValue()));
    }

    private static @Nullable Object intComma(
            @Nullable Object value, @Nullable Object localized, Frame frame) {
        boolean plain = localized instanceof Boolean on && !on;
        if (value instanceof Number number && !plain) {
            // a tiny fraction without the zero that Java's digits end in
            return Humanize.intComma(
                    number instanceof Double d && Math.abs(d) < 1e-3 && d != 0
                            ? new BigDecimal(Show.PYTHON.text(d))
                            : number);
        }
        BigInteger whole = plain ? null : Numeric.whole(value);
        if (whole != null) {
            return Humanize.intComma(whole);
        }
        return value == null ? "None" : Humanize.intComma(Texts.plain(frame, value));
    }

    private static @Nullable Object intWord(@Nullable Object value) {
        BigInteger number = Numeric.whole(value);
        if (number == null) {
            return value;
        }
        boolean small = number.abs().bitLength() < 20;
        return small ? (Object) Numeric.shrink(number) : Humanize.intWord(number);
    }

    private static @Nullable Object apNumber(@Nullable Object value) {
        BigInteger number = whole("apnumber", value);
        if (number == null) {
            return value;
        }
        boolean small = number.signum() > 0 && number.bitLength() < 5 && number.longValue() < 10;
        return small ? Humanize.apNumber(number.longValue()) : (Object) Numeric.shrink(number);
    }

    private static @Nullable Object naturalDay(
            @Nullable Object value, @Nullable Object format, Frame frame) {
        LocalDate date =
                switch (value) {
                    case LocalDate day -> day;
                    case LocalDateTime at -> at.toLocalDate();
                    case ZonedDateTime at -> at.toLocalDate();
                    case null, default -> null;
                };
        if (date == null) {
            return value;
        }
        ZoneId zone = value instanceof ZonedDateTime at ? at.getZone() : Localizer.zone(frame);
        LocalDate today = Localizer.now(frame).atZone(zone).toLocalDate();
        String letters =
                format == Missing.ABSENT || format == null
                        ? "DATE_FORMAT"
                        : Texts.plain(frame, format);
        return Humanize.naturalDay(date, today, letters);
    }

    private static @Nullable Object naturalTime(Frame frame, @Nullable Object value) {
        return switch (value) {
            case LocalDateTime at ->
                    Humanize.naturalTime(
                            at,
                            LocalDateTime.ofInstant(Localizer.now(frame), Localizer.zone(frame)));
            case Instant at -> Humanize.naturalTime(at, Localizer.now(frame));
            case ZonedDateTime at ->
                    Humanize.naturalTime(at, Localizer.now(frame).atZone(at.getZone()));
            case OffsetDateTime at -> naturalTime(frame, at.toZonedDateTime());
            case LocalDate day -> throw Failures.unfit("naturaltime", "a time of a day", day);
            case null, default -> value;
        };
    }

    /// A moment that a filter put into a zone: it stays there.
    record FixedTime(ZonedDateTime time) {

        @Override
        public String toString() {
            return time.toString();
        }
    }
}
