package dev.quintet.admin.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A row of a file.
///
/// @param line where it begins in the file, from 1
/// @param values what it holds, by the names of the columns, in their order; empty text for nothing
public record TableRow(int line, Map<String, String> values) {

    /// A row.
    public TableRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
