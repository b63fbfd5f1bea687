package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.Slug;
import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns what the string form of queries may be given, a visitor's text above all, into what a
/// column holds. Django: `get_prep_value`.
final class Coercion {

    private Coercion() {}

    /// {@return the value as a column of this kind holds it}
    ///
    /// @throws QueryException when it cannot be one
    static Object to(SqlType type, Object value) {
        try {
            return switch (type) {
                case SqlType.VarChar _, SqlType.Text _ -> text(value);
                case SqlType.SmallInt _, SqlType.Int _, SqlType.BigInt _, SqlType.TargetKey _ ->
                        whole(value);
                case SqlType.Decimal _ -> decimal(value);
                case SqlType.DoublePrecision _ ->
                        value instanceof String text ? Double.valueOf(text.strip()) : value;
                case SqlType.Bool _ -> truth(value);
                case SqlType.Date _ -> day(value);
                case SqlType.Time _ -> clock(value);
                case SqlType.Timestamp _ -> instant(value);
                case SqlType.LocalTimestamp _ -> local(value);
                case SqlType.Interval _ ->
                        value instanceof String text ? Duration.parse(text) : value;
                case SqlType.Uuid _ -> value instanceof String text ? uuid(text) : value;
                case SqlType.Binary _ -> value;
                case SqlType.Json _ -> value instanceof String ? value : Json.text(value);
                case SqlType.Inet _ -> value.toString();
                case SqlType.ArrayOf(var element) ->
                        value instanceof List<?> list ? each(element, list) : value;
                case SqlType.RangeOf _, SqlType.Hstore _ -> value;
            };
        } catch (NumberFormatException | DateTimeException malformed) {
            throw new QueryException(
                    Problem.of("orm.E108", "'" + value + "' is no valid " + words(type) + ".")
                            .because("The field that it is compared with holds nothing else."));
        }
    }

    /// {@return a value of no known column, as JDBC takes it}
    static Object plain(Object value) {
        return switch (value) {
            case Slug slug -> slug.text();
            case Enum<?> constant -> EnumCodecs.stored(constant);
            case ZonedDateTime time -> time.toInstant();
            case OffsetDateTime time -> time.toInstant();
            case BigInteger number -> new BigDecimal(number);
            default -> value;
        };
    }

    private static List<@Nullable Object> each(SqlType element, List<?> values) {
        List<@Nullable Object> all = new ArrayList<>(values.size());
        for (Object value : values) {
            all.add(value == null ? null : to(element, value));
        }
        return all;
    }

    private static String words(SqlType type) {
        return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Object text(Object value) {
        return switch (value) {
            case byte[] bytes -> bytes;
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    private static Object whole(Object value) {
        return switch (value) {
            case String text -> Long.valueOf(text.strip());
            case Boolean truth -> truth ? 1L : 0L;
            case BigInteger number -> new BigDecimal(number);
            default -> value;
        };
    }

    private static Object decimal(Object value) {
        return switch (value) {
            case String text -> new BigDecimal(text.strip());
            case Double number -> BigDecimal.valueOf(number);
            case Float number -> new BigDecimal(number.toString());
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Short number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            default -> value;
        };
    }

    private static Object truth(Object value) {
        return switch (value) {
            case Number number -> number.intValue() != 0;
            case String text ->
                    switch (text.strip().toLowerCase(Locale.ROOT)) {
                        case "true", "t", "1" -> true;
                        case "false", "f", "0" -> false;
                        default -> throw new NumberFormatException(text);
                    };
            default -> value;
        };
    }

    private static Object day(Object value) {
        return switch (value) {
            case String text -> LocalDate.parse(text.strip());
            case LocalDateTime time -> time.toLocalDate();
            case Instant time -> LocalDate.ofInstant(time, TimeZones.active());
            case ZonedDateTime time -> LocalDate.ofInstant(time.toInstant(), TimeZones.active());
            case OffsetDateTime time -> LocalDate.ofInstant(time.toInstant(), TimeZones.active());
            default -> value;
        };
    }

    private static Object clock(Object value) {
        return switch (value) {
            case String text -> LocalTime.parse(text.strip());
            case LocalDateTime time -> time.toLocalTime();
            default -> value;
        };
    }

    private static Object instant(Object value) {
        return switch (value) {
            case String text -> instantOf(text.strip());
            case LocalDateTime time -> time.atZone(TimeZones.active()).toInstant();
            case LocalDate day -> day.atStartOfDay(TimeZones.active()).toInstant();
            case ZonedDateTime time -> time.toInstant();
            case OffsetDateTime time -> time.toInstant();
            default -> value;
        };
    }

    private static Object instantOf(String text) {
        String iso = text.replace(' ', 'T');
        if (iso.length() <= 10) {
            return instant(LocalDate.parse(iso));
        }
        boolean zoned = iso.endsWith("Z") || iso.substring(10).matches(".*[+-]\\d\\d:?\\d\\d$");
        return zoned ? OffsetDateTime.parse(iso).toInstant() : instant(LocalDateTime.parse(iso));
    }

    private static Object local(Object value) {
        return switch (value) {
            case String text -> LocalDateTime.parse(text.strip().replace(' ', 'T'));
            case LocalDate day -> day.atStartOfDay();
            case Instant time -> LocalDateTime.ofInstant(time, TimeZones.active());
            case ZonedDateTime time -> instantAsLocal(time.toInstant());
            case OffsetDateTime time -> instantAsLocal(time.toInstant());
            default -> value;
        };
    }

    private static LocalDateTime instantAsLocal(Instant time) {
        return LocalDateTime.ofInstant(time, TimeZones.active());
    }

    private static UUID uuid(String text) {
        String plain = text.strip().replace("-", "");
        if (!plain.matches("[0-9a-fA-F]{32}")) {
            throw new NumberFormatException(text);
        }
        return new UUID(
                Long.parseUnsignedLong(plain.substring(0, 16), 16),
                Long.parseUnsignedLong(plain.substring(16), 16));
    }
}
