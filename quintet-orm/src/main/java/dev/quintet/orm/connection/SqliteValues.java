package dev.quintet.orm.connection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Arguments of functions, as SQLite hands them over.
final class SqliteValues {

    private static final int INTEGER = 1;
    private static final int FLOAT = 2;
    private static final int NULL = 5;

    private SqliteValues() {}

    /// Reads an argument's kind, or the argument as one kind.
    interface Reader<T extends @Nullable Object> {
        T read(int argument) throws SQLException;
    }

    static @Nullable Object read(
            Reader<Integer> kind,
            Reader<@Nullable String> text,
            Reader<Long> whole,
            Reader<Double> number,
            int argument)
            throws SQLException {
        return switch (kind.read(argument)) {
            case NULL -> null;
            case INTEGER -> whole.read(argument);
            case FLOAT -> number.read(argument);
            default -> text.read(argument);
        };
    }
}
