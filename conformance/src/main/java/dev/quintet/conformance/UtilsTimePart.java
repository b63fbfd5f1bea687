package dev.quintet.conformance;

import dev.quintet.kernel.time.DateFormat;
import dev.quintet.kernel.time.DateParse;
import dev.quintet.kernel.time.Durations;
import dev.quintet.kernel.time.TimeSince;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Dates and durations: `django.utils.dateformat`, `dateparse`, `duration`, `timesince`.
final class UtilsTimePart implements Part {

    private static final Instant RECORDED_AT = Instant.parse("2026-03-14T15:09:26Z");
    private static final Set<String> MODULES =
            Set.of("dateformat", "dateparse", "duration", "timesince");

    @Override
    public boolean covers(Case recorded) {
        int dot = recorded.area().indexOf('.');
        return dot > 0 && MODULES.contains(recorded.area().substring(0, dot));
    }

    @Override
    public Outcome run(Case c) {
        Object got;
        try {
            got = call(c);
        } catch (DateTimeException | IllegalArgumentException refused) {
            return c.has("error")
                    ? Outcome.passed()
                    : Outcome.failed(c.raw("result"), refused.getMessage());
        }
        return c.has("error")
                ? Outcome.failed(c.raw("error"), got)
                : Outcome.compare(
                        UtilsTextPart.plain(comparable(c.value("result"))), comparable(got));
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime() : value;
    }

    private static @Nullable Object call(Case c) {
        List<Object> args = Tagged.STANDARD.list(c.raw("args"));
        Object first = args.getFirst();
        return switch (c.area()) {
            case "dateformat.format", "dateformat.time_format" -> format(c, args);
            case "dateparse.parse_date" -> DateParse.date(String.valueOf(first));
            case "dateparse.parse_time" -> DateParse.time(String.valueOf(first));
            case "dateparse.parse_datetime" -> DateParse.dateTime(String.valueOf(first));
            case "dateparse.parse_duration" -> Durations.parse(String.valueOf(first));
            case "duration.duration_string" -> Durations.format((Duration) first);
            case "duration.duration_iso_string" -> Durations.formatIso((Duration) first);
            case "duration.duration_microseconds" -> Durations.toMicros((Duration) first);
            default -> since(c, args);
        };
    }

    /// A time that a clock skipped has no {@link ZonedDateTime}: it goes in as a local time and the
    /// zone to take it for.
    private static String format(Case c, List<Object> args) {
        Object zone = c.object("env").get("TIME_ZONE");
        ZoneId place = ZoneId.of(zone == null ? "America/Chicago" : zone.toString());
        Temporal time = (Temporal) args.getFirst();
        if (c.list("args").getFirst() instanceof Map<?, ?> raw
                && raw.get("$datetime") instanceof String text
                && time instanceof ZonedDateTime zoned
                && !text.startsWith(zoned.toLocalDateTime().toString().substring(0, 16))) {
            place = zoned.getZone();
            time = LocalDateTime.parse(text.substring(0, 19));
        }
        if (time instanceof OffsetTime offset) {
            time = offset.toLocalTime();
        }
        return DateFormat.of(args.get(1).toString()).in(place).format(time);
    }

    private static String since(Case c, List<Object> args) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        c.object("kwargs").forEach((name, json) -> named.put(name, Tagged.STANDARD.decode(json)));
        if (named.containsKey("time_strings")) {
            throw new UncoveredException("other words for units");
        }
        Temporal then = (Temporal) args.getFirst();
        Object given = args.size() > 1 ? args.get(1) : named.get("now");
        ZoneId home = ZoneId.of("America/Chicago");
        Temporal now =
                given instanceof Temporal other
                        ? other
                        : then instanceof ZonedDateTime || then instanceof OffsetDateTime
                                ? RECORDED_AT.atOffset(ZoneOffset.UTC)
                                : LocalDateTime.ofInstant(RECORDED_AT, home);
        Object depth = named.get("depth");
        int units = depth == null ? 2 : Math.toIntExact((Long) Objects.requireNonNull(depth));
        return c.area().endsWith("until")
                ? TimeSince.until(then, now, units)
                : TimeSince.since(then, now, units);
    }
}
