package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Arithmetic of dates, moments and durations.
final class Times {

    private Times() {}

    static Object binary(String operator, Object left, Object right) {
        return switch (operator) {
            case "+" ->
                    right instanceof Duration by
                            ? moved(left, by)
                            : left instanceof Duration by ? moved(right, by) : PythonObject.MISSING;
            case "-" ->
                    right instanceof Duration by ? moved(left, by.negated()) : between(right, left);
            case "*" ->
                    left instanceof Duration one && Numbers.is(right)
                            ? scaled(one, right)
                            : right instanceof Duration one && Numbers.is(left)
                                    ? scaled(one, left)
                                    : PythonObject.MISSING;
            case "/" -> divided(left, right);
            case "//" ->
                    left instanceof Duration one && right instanceof Duration other
                            ? (Object) Math.floorDiv(micros(one), micros(other))
                            : left instanceof Duration one && right instanceof Long by
                                    ? Duration.of(Math.floorDiv(micros(one), by), ChronoUnit.MICROS)
                                    : PythonObject.MISSING;
            default -> PythonObject.MISSING;
        };
    }

    private static Object moved(Object value, Duration by) {
        return switch (value) {
            case Duration duration -> duration.plus(by);
            case LocalDate date -> date.plusDays(Math.floorDiv(by.toSeconds(), 86_400));
            case LocalDateTime time -> time.plus(by);
            // Python moves the clock on the wall.
            case ZonedDateTime time -> time.toLocalDateTime().plus(by).atZone(time.getZone());
            default -> PythonObject.MISSING;
        };
    }

    private static Object between(Object from, Object to) {
        return switch (to) {
            case Duration one when from instanceof Duration other -> one.minus(other);
            case LocalDate one when from instanceof LocalDate other ->
                    Duration.ofDays(ChronoUnit.DAYS.between(other, one));
            case LocalDateTime one when from instanceof LocalDateTime other ->
                    Duration.between(other, one);
            case ZonedDateTime one when from instanceof ZonedDateTime other ->
                    Duration.between(other.toInstant(), one.toInstant());
            case Instant one when from instanceof Instant other -> Duration.between(other, one);
            default -> PythonObject.MISSING;
        };
    }

    private static Object scaled(Duration duration, Object by) {
        BigDecimal exact = Numbers.decimal(by).multiply(BigDecimal.valueOf(micros(duration)));
        return Duration.of(
                exact.setScale(0, java.math.RoundingMode.HALF_EVEN).longValueExact(),
                ChronoUnit.MICROS);
    }

    private static Object divided(Object left, Object right) {
        if (!(left instanceof Duration one)) {
            return PythonObject.MISSING;
        }
        if (right instanceof Duration other) {
            return (double) micros(one) / micros(other);
        }
        return Numbers.is(right)
                ? Duration.of(Math.round(micros(one) / Numbers.number(right)), ChronoUnit.MICROS)
                : PythonObject.MISSING;
    }

    static long micros(Duration duration) {
        return Math.addExact(
                Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
    }

    static @Nullable Object attribute(Duration duration, String name) {
        long micros = micros(duration);
        return switch (name) {
            case "days" -> Math.floorDiv(micros, 86_400_000_000L);
            case "seconds" -> Math.floorMod(micros, 86_400_000_000L) / 1_000_000;
            case "microseconds" -> Math.floorMod(micros, 1_000_000L);
            case "total_seconds" -> (Function) _ -> micros / 1e6;
            default -> PythonObject.MISSING;
        };
    }
}
