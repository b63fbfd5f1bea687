package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Python's types of dates, times, durations and keys. The clock stands still.
public final class TimeTypes {

    /// What `now()` gives in the recorded queries.
    public static final Instant NOW = Instant.parse("2026-01-15T13:00:00Z");

    private static final Map<String, Long> MICROS =
            Map.of(
                    "weeks", 604_800_000_000L,
                    "days", 86_400_000_000L,
                    "hours", 3_600_000_000L,
                    "minutes", 60_000_000L,
                    "seconds", 1_000_000L,
                    "milliseconds", 1_000L,
                    "microseconds", 1L);

    private TimeTypes() {}

    /// {@return the types, by name}
    public static Map<String, @Nullable Object> names() {
        Map<String, @Nullable Object> names = new HashMap<>();
        names.put("date", type("date", TimeTypes::date));
        names.put("time", type("time", TimeTypes::time));
        names.put("datetime", type("datetime", TimeTypes::datetime));
        names.put("timedelta", type("timedelta", TimeTypes::duration));
        names.put("UTC", new Zone(ZoneOffset.UTC));
        names.put("ZoneInfo", type("ZoneInfo", arguments -> new Zone(zone(arguments))));
        names.put(
                "UUID",
                type("UUID", arguments -> UUID.fromString(dashed(Values.text(arguments.get(0))))));
        names.put(
                "uuid",
                new Module(
                        "uuid",
                        Map.of(
                                "UUID",
                                names.get("UUID"),
                                "uuid4",
                                (Function) _ -> UUID.randomUUID())));
        return names;
    }

    private static NamedFunction type(String name, Function maker) {
        return new NamedFunction(
                name,
                arguments -> {
                    try {
                        return maker.call(arguments);
                    } catch (DateTimeException | IllegalArgumentException wrong) {
                        throw new PythonError("ValueError", wrong.getMessage(), wrong);
                    }
                });
    }

    private static ZoneId zone(Arguments arguments) {
        String name = Values.text(arguments.get(0));
        return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
    }

    private static String dashed(String text) {
        return text.replace("-", "")
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static int part(Arguments arguments, int index, String name, @Nullable Long otherwise) {
        return Math.toIntExact(Values.integer(arguments.get(index, name, otherwise)));
    }

    private static LocalDate date(Arguments arguments) {
        return LocalDate.of(
                part(arguments, 0, "year", null),
                part(arguments, 1, "month", null),
                part(arguments, 2, "day", null));
    }

    private static LocalTime time(Arguments arguments) {
        return time(arguments, 0);
    }

    private static LocalTime time(Arguments arguments, int from) {
        return LocalTime.of(
                part(arguments, from, "hour", 0L),
                part(arguments, from + 1, "minute", 0L),
                part(arguments, from + 2, "second", 0L),
                part(arguments, from + 3, "microsecond", 0L) * 1000);
    }

    private static Object datetime(Arguments arguments) {
        LocalDateTime local = date(arguments).atTime(time(arguments, 3));
        Object zone = arguments.get(7, "tzinfo", null);
        return zone == null ? local : local.atZone(TimeMethods.zone(zone));
    }

    private static Duration duration(Arguments arguments) {
        BigDecimal micros = BigDecimal.ZERO;
        String[] places = {"days", "seconds", "microseconds"};
        for (int index = 0; index < arguments.size(); index++) {
            micros = micros.add(micros(places[index], arguments.get(index)));
        }
        for (var one : arguments.named().entrySet()) {
            micros = micros.add(micros(one.getKey(), one.getValue()));
        }
        return Duration.of(
                micros.setScale(0, java.math.RoundingMode.HALF_EVEN).longValueExact(),
                ChronoUnit.MICROS);
    }

    private static BigDecimal micros(String unit, @Nullable Object count) {
        Long micros = MICROS.get(unit);
        if (micros == null) {
            throw PythonError.type("'" + unit + "' is an invalid keyword argument for timedelta()");
        }
        return Numbers.decimal(java.util.Objects.requireNonNull(count))
                .multiply(BigDecimal.valueOf(micros));
    }

    static Object parser(String type) {
        return switch (type) {
            case "date" -> (Function) arguments -> LocalDate.parse(Values.text(arguments.get(0)));
            case "time" -> (Function) arguments -> LocalTime.parse(Values.text(arguments.get(0)));
            case "datetime" -> (Function) arguments -> moment(Values.text(arguments.get(0)));
            default -> PythonObject.MISSING;
        };
    }

    private static Object moment(String text) {
        String iso = text.replace(' ', 'T');
        return iso.matches(".*([+-]\\d\\d:\\d\\d|Z)")
                ? OffsetDateTime.parse(iso).toZonedDateTime()
                : LocalDateTime.parse(iso);
    }

    static @Nullable Object member(String type, String name) {
        ZonedDateTime now = NOW.atZone(ZoneOffset.UTC);
        return switch (type + "." + name) {
            case "date.today" -> (Function) _ -> now.toLocalDate();
            case "datetime.now", "datetime.today" ->
                    (Function)
                            arguments ->
                                    arguments.has(0, "tz")
                                            ? now.withZoneSameInstant(
                                                    TimeMethods.zone(arguments.get(0, "tz", null)))
                                            : (Object) now.toLocalDateTime();
            case "datetime.combine" -> (Function) TimeTypes::combined;
            case "date.min" -> LocalDate.of(1, 1, 1);
            case "date.max" -> LocalDate.of(9999, 12, 31);
            case "time.min" -> LocalTime.MIN;
            case "time.max" -> LocalTime.of(23, 59, 59, 999_999_000);
            default -> PythonObject.MISSING;
        };
    }

    private static Object combined(Arguments arguments) {
        LocalDateTime local =
                LocalDate.from(
                                (java.time.temporal.TemporalAccessor)
                                        java.util.Objects.requireNonNull(arguments.get(0)))
                        .atTime((LocalTime) java.util.Objects.requireNonNull(arguments.get(1)));
        Object zone = arguments.get(2, "tzinfo", null);
        return zone == null ? local : local.atZone(TimeMethods.zone(zone));
    }
}
