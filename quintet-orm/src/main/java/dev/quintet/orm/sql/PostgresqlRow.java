package dev.quintet.orm.sql;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row as PostgreSQL's driver has it.
///
/// Days and points in time come as the server sent them, which the driver hands over as bytes: it
/// would make a calendar for each result and five objects for each value.
final class PostgresqlRow extends ResultRow {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 24 * 60 * 60;
    private static final long MICROS = 1_000_000;

    /// "infinity", where the server sent text, has as many letters as a number has bytes.
    private static final long INFINITY_AS_TEXT = 0x696e66696e697479L;

    PostgresqlRow(ResultSet result) {
        super(result);
    }

    /// Whether it is there is told without making a value of it.
    @Override
    public boolean isNull(int column) {
        return bytes(column) == null;
    }

    @Override
    public @Nullable LocalDate date(int column) {
        byte[] sent = bytes(column);
        if (sent == null) {
            return null;
        }
        if (sent.length != Integer.BYTES) {
            return super.date(column);
        }
        int days = (int) number(sent);
        boolean endless = days == Integer.MAX_VALUE || days == Integer.MIN_VALUE;
        return endless ? super.date(column) : LocalDate.ofEpochDay(EPOCH_DAY + days);
    }

    @Override
    public @Nullable Instant instant(int column) {
        byte[] sent = bytes(column);
        if (sent == null) {
            return null;
        }
        if (sent.length != Long.BYTES) {
            return super.instant(column);
        }
        long micros = number(sent);
        boolean endless =
                micros == Long.MAX_VALUE || micros == Long.MIN_VALUE || micros == INFINITY_AS_TEXT;
        return endless
                ? super.instant(column)
                : Instant.ofEpochSecond(
                        EPOCH_SECOND + Math.floorDiv(micros, MICROS),
                        Math.floorMod(micros, MICROS) * 1_000);
    }

    /// A whole number as it is sent, its highest byte first. A buffer around the bytes would be one
    /// object more for each value, wherever the compiler does not see through it.
    private static long number(byte[] sent) {
        long number = 0;
        for (byte one : sent) {
            number = (number << Byte.SIZE) | (one & 0xFF);
        }
        return number;
    }

    @Override
    public @Nullable UUID uuid(int column) {
        return object(column, UUID.class);
    }

    @Override
    public @Nullable Duration duration(int column) {
        String text = text(column);
        return text == null ? null : IntervalText.parse(text);
    }
}
