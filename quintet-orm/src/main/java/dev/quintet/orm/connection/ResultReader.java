package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Row;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads a result to its end, or as far as it needs to.
///
/// @param <T> what it makes of it
@FunctionalInterface
public interface ResultReader<T> {

    /// {@return what the result says}
    ///
    /// @param result before its first row
    /// @param row a view of the result's current row
    T read(ResultSet result, Row row) throws SQLException;
}
