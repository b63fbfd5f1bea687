package dev.quintet.orm.state;

import java.util.List;

/// An index over columns of one table.
///
/// @param name unique in the database; empty lets the schema editor make one
/// @param fields names of fields, in order; one that begins with `-` runs downwards
/// @param unique whether no two rows may agree in all of them
public record IndexState(String name, List<String> fields, boolean unique) {

    /// Keeps a copy.
    public IndexState {
        fields = List.copyOf(fields);
    }
}
