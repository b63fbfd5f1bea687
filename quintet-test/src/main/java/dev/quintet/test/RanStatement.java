package dev.quintet.test;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement that a database was given.
///
/// @param database alias of the database
/// @param sql with `?` for each value
/// @param parameters the values, `****` for secret ones
/// @param origin the line of the site's or the test's code that it came from, such as
///   `Catalog.album(Catalog.java:41)`; empty where it is not known
public record RanStatement(
        String database, String sql, List<? extends @Nullable Object> parameters, String origin) {

    /// Keeps a copy of the parameters.
    public RanStatement {
        parameters = Collections.unmodifiableList(new java.util.ArrayList<>(parameters));
    }

    /// {@return all of it on two lines}
    @Override
    public String toString() {
        String values = parameters.isEmpty() ? "" : "  " + parameters;
        String where = origin.isEmpty() ? "" : "\n     at " + origin;
        return sql + values + where;
    }
}
