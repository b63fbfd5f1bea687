package dev.quintet.orm.inspect;

import java.util.List;

/// A table or a view as the database has it. Immutable.
///
/// @param name as the database spells it
/// @param view whether it is the result of a query
/// @param comment what the catalogue says of it; empty for nothing, and on SQLite
/// @param columns in their order
/// @param key names of the columns of the primary key; empty for none
/// @param keys what leads to other tables
/// @param indexes but for that of the primary key
/// @param checks conditions on each row
public record LiveTable(
        String name,
        boolean view,
        String comment,
        List<LiveColumn> columns,
        List<String> key,
        List<LiveKey> keys,
        List<LiveIndex> indexes,
        List<LiveCheck> checks) {

    /// Keeps copies.
    public LiveTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
    }

    /// {@return the column of this name}
    ///
    /// @throws IllegalArgumentException when there is none
    public LiveColumn column(String name) {
        return columns.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this.name + "." + name));
    }
}
