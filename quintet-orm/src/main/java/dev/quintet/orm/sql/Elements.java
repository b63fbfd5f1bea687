package dev.quintet.orm.sql;

import dev.quintet.orm.state.SqlType;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of arrays, turned from JDBC's old classes into what columns of their kind hold.
final class Elements {

    private Elements() {}

    static List<@Nullable Object> of(Array array, SqlType element) throws SQLException {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object one : (@Nullable Object[]) array.getArray()) {
            all.add(stored(one, element));
        }
        return all;
    }

    private static @Nullable Object stored(@Nullable Object found, SqlType element) {
        return switch (found) {
            case null -> null;
            case Short number -> Integer.valueOf(number);
            case java.sql.Date day -> day.toLocalDate();
            case java.sql.Time time -> time.toLocalTime();
            case Timestamp time when element instanceof SqlType.LocalTimestamp ->
                    time.toLocalDateTime();
            case Timestamp time -> time.toInstant();
            case Object other -> other;
        };
    }
}
