package dev.quintet.migrations.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something in which a database is not as the migrations say.
///
/// @param app label of the app whose model's table it is in
/// @param table where
/// @param kind what is different
/// @param what the column, index or condition; empty for the table as a whole
/// @param expected what the migrations make of it; `null` where it should not be there
/// @param found what it is; `null` where it is missing
/// @param repair the statements that would mend it; empty where a person has to decide
public record Difference(
        String app,
        String table,
        Kind kind,
        String what,
        @Nullable String expected,
        @Nullable String found,
        List<String> repair) {

    /// What may be different.
    public enum Kind {
        /// A table as a whole.
        TABLE,
        /// A column as a whole.
        COLUMN,
        /// The type of a column.
        TYPE,
        /// Whether a column takes NULL.
        NULL,
        /// What the database fills in.
        DEFAULT,
        /// The primary key.
        KEY,
        /// An index, or what no two rows may agree in.
        INDEX,
        /// A foreign key.
        FOREIGN_KEY,
        /// A condition on each row.
        CHECK
    }

    /// Keeps a copy.
    public Difference {
        repair = List.copyOf(repair);
    }

    /// {@return it in a sentence}
    public String sentence() {
        String where = table + (what.isEmpty() ? "" : "." + what);
        String thing = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        if (found == null) {
            return thing
                    + " missing: "
                    + where
                    + (expected == null || expected.isEmpty() ? "" : " (" + expected + ")");
        }
        if (expected == null) {
            return thing
                    + " that no migration makes: "
                    + where
                    + (found.isEmpty() ? "" : " (" + found + ")");
        }
        return thing + " differs: " + where + " is " + found + ", and should be " + expected;
    }
}
