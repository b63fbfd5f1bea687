package dev.quintet.orm.inspect;

import dev.quintet.orm.state.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column as the database has it. Immutable.
///
/// @param name as the database spells it
/// @param written its type in the database's own words
/// @param type the same as the ORM knows it, or `null` when it knows none such
/// @param auto whether the database numbers the rows by it
/// @param unsigned whether it is a number that is never below zero
/// @param nullable whether it takes NULL
/// @param initial what the database fills in, as SQL; `null` for nothing
/// @param generated of what the database makes it, as SQL; `null` for a column that is written
/// @param comment what the catalogue says of it; may be empty
/// @param labels the values of an enumeration; empty for any other type
public record LiveColumn(
        String name,
        String written,
        @Nullable SqlType type,
        boolean auto,
        boolean unsigned,
        boolean nullable,
        @Nullable String initial,
        @Nullable String generated,
        String comment,
        List<String> labels) {

    /// Keeps a copy.
    public LiveColumn {
        labels = List.copyOf(labels);
    }
}
