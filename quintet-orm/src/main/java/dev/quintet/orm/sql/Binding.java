package dev.quintet.orm.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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
}
