package dev.quintet.orm.inspect;

import dev.quintet.orm.OnDelete;
import java.util.List;

/// A foreign key as the database has it. Immutable.
///
/// @param name in the database; empty on SQLite
/// @param columns that keep the key
/// @param table that they lead to
/// @param targets the columns there whose values they keep
/// @param rule what the database does when the row goes
public record LiveKey(
        String name, List<String> columns, String table, List<String> targets, OnDelete rule) {

    /// Keeps copies.
    public LiveKey {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
    }
}
