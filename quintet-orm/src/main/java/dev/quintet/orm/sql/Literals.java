package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.MappingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values as SQL text, for statements that take no parameters: those that make tables.
public final class Literals {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final long MICROS = 1_000_000;

    private Literals() {}

    /// {@return a value as the database reads it in a statement}
    public static String of(Dialect dialect, @Nullable Object value) {
        boolean postgresql = dialect.name().equals("postgresql");
        return switch (value) {
            case null -> "NULL";
            case Boolean truth ->
                    postgresql ? truth.toString() : (truth.booleanValue() ? "1" : "0");
            case BigDecimal number -> number.toPlainString();
            case Double number when number.isNaN() || number.isInfinite() ->
                    throw unwritable(value);
            case Number number -> number.toString();
            case Instant time ->
                    text(
                            dialect,
                            TIME.format(time.atOffset(ZoneOffset.UTC)) + (postgresql ? "+00" : ""));
            case LocalDateTime time -> text(dialect, TIME.format(time));
            case LocalDate day -> text(dialect, day.toString()) + (postgresql ? "::date" : "");
            case LocalTime time -> text(dialect, time.toString()) + (postgresql ? "::time" : "");
            case Duration length -> duration(length, postgresql);
            case UUID uuid ->
                    text(dialect, postgresql ? uuid.toString() : uuid.toString().replace("-", ""));
            case byte[] bytes -> bytes(bytes, postgresql);
            case Enum<?> constant -> text(dialect, constant.name());
            case CharSequence words -> text(dialect, words.toString());
            default -> throw unwritable(value);
        };
    }

    /// {@return a text in quotes, with what would end them doubled}
    public static String text(Dialect dialect, String text) {
        if (text.indexOf('\0') >= 0) {
            throw unwritable(text);
        }
        String doubled = text.replace("'", "''");
        return "'"
                + (dialect.name().equals("mariadb") ? doubled.replace("\\", "\\\\") : doubled)
                + "'";
    }

    private static String duration(Duration length, boolean postgresql) {
        return postgresql
                ? "'" + length + "'::interval"
                : Long.toString(length.getSeconds() * MICROS + length.getNano() / 1_000);
    }

    private static String bytes(byte[] bytes, boolean postgresql) {
        String hex = HexFormat.of().formatHex(bytes);
        return postgresql ? "'\\x" + hex + "'::bytea" : "X'" + hex + "'";
    }

    private static MappingException unwritable(Object value) {
        return new MappingException(
                Problem.of(
                                "orm.E157",
                                "A value of type "
                                        + value.getClass().getSimpleName()
                                        + " cannot be written into a statement that makes a table.")
                        .fixedBy("Use text, numbers, truth values, dates and times."));
    }
}
