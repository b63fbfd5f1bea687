package dev.quintet.orm.sql;

import dev.quintet.orm.connection.Failures;
import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row as JDBC 4.2 reads it; dialects override what their database keeps in another form.
class ResultRow implements Row {

    final ResultSet result;

    ResultRow(ResultSet result) {
        this.result = result;
    }

    @Override
    public boolean isNull(int column) {
        try {
            return result.getObject(column) == null;
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public @Nullable Object plain(int column) {
        try {
            return result.getObject(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public @Nullable String text(int column) {
        try {
            return result.getString(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public int int32(int column) {
        try {
            return result.getInt(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public long int64(int column) {
        try {
            return result.getLong(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public double float64(int column) {
        try {
            return result.getDouble(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public boolean bool(int column) {
        try {
            return result.getBoolean(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        try {
            return result.getBigDecimal(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public @Nullable LocalDate date(int column) {
        return object(column, LocalDate.class);
    }

    @Override
    public @Nullable LocalTime time(int column) {
        return object(column, LocalTime.class);
    }

    @Override
    public @Nullable Instant instant(int column) {
        OffsetDateTime found = object(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    @Override
    public @Nullable LocalDateTime localDateTime(int column) {
        return object(column, LocalDateTime.class);
    }

    @Override
    public @Nullable Duration duration(int column) {
        Long micros = int64OrNull(column);
        return micros == null ? null : Micros.duration(micros);
    }

    @Override
    public @Nullable UUID uuid(int column) {
        return Hex.uuid(text(column));
    }

    @Override
    public byte @Nullable [] bytes(int column) {
        try {
            return result.getBytes(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    public @Nullable List<@Nullable Object> list(int column, SqlType element) {
        try {
            Array array = result.getArray(column);
            return array == null ? null : Elements.of(array, element);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // drivers that have such a column give such a map
    public @Nullable Map<String, @Nullable String> texts(int column) {
        try {
            return (Map<String, @Nullable String>) result.getObject(column);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    final <T> @Nullable T object(int column, Class<T> type) {
        try {
            return result.getObject(column, type);
        } catch (SQLException failed) {
            throw Failures.reading(failed);
        }
    }

    /// Lengths of time as Django keeps them where the database has no type of its own.
    static final class Micros {

        private Micros() {}

        static Duration duration(long micros) {
            return Duration.ofSeconds(
                    Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
        }

        static long of(Duration duration) {
            return Math.addExact(
                    Math.multiplyExact(duration.getSeconds(), 1_000_000L),
                    duration.getNano() / 1_000);
        }
    }

    /// UUIDs as Django keeps them where the database has no type of its own: 32 hex digits.
    static final class Hex {

        private Hex() {}

        static @Nullable UUID uuid(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String digits = text.replace("-", "");
            return new UUID(
                    Long.parseUnsignedLong(digits, 0, 16, 16),
                    Long.parseUnsignedLong(digits, 16, 32, 16));
        }

        static String of(UUID uuid) {
            return uuid.toString().replace("-", "");
        }
    }
}
