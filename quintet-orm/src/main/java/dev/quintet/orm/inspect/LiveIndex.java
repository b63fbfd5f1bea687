package dev.quintet.orm.inspect;

import java.util.List;

/// An index as the database has it. Immutable.
///
/// @param name in the database
/// @param columns in order; `-` before one means downwards; empty where it is over expressions
/// @param unique whether no two rows agree in it
/// @param plain whether its columns say all of it: no condition, no expression, no other method
/// @param definition what the database says of it, without its own name; to compare two that are
///   not plain
public record LiveIndex(
        String name, List<String> columns, boolean unique, boolean plain, String definition) {

    /// Keeps a copy.
    public LiveIndex {
        columns = List.copyOf(columns);
    }
}
