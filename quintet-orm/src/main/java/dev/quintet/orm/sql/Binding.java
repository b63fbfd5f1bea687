package dev.quintet.orm.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Binds the values that all databases take in the same way.
final class Binding {

    private Binding() {}

    /// {@return whether the value was bound; a dialect binds the others}
    static boolean done(PreparedStatement statement, int parameter, @Nullable Object stored)
            throws SQLException {
        switch (stored) {
            case null -> statement.setNull(parameter, Types.NULL);
            case Long number -> statement.setLong(parameter, number);
            case Integer number -> statement.setInt(parameter, number);
            case Short number -> statement.setInt(parameter, number);
            case Double number -> statement.setDouble(parameter, number);
            case byte[] bytes -> statement.setBytes(parameter, bytes);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Binds what a dialect has no own way for: text, truths, numbers as they are, lengths of time
    /// in microseconds, UUIDs as 32 hex digits.
    static void other(PreparedStatement statement, int parameter, @Nullable Object stored)
            throws SQLException {
        switch (stored) {
            case String text -> statement.setString(parameter, text);
            case Boolean truth -> statement.setBoolean(parameter, truth);
            case BigDecimal number -> statement.setBigDecimal(parameter, number);
            case Duration length -> statement.setLong(parameter, ResultRow.Micros.of(length));
            case UUID uuid -> statement.setString(parameter, ResultRow.Hex.of(uuid));
            case null, default -> statement.setObject(parameter, stored);
        }
    }
}
