package dev.quintet.orm;

import java.util.List;

/// How many new rows are written at once, and what happens to those that meet others. Django:
/// `bulk_create`.
///
/// @param batch most rows of one statement; 0 for as many as the database takes
/// @param conflicts what happens to rows that meet others
/// @param update names of the fields that rows that are there take from the new ones
/// @param unique names of the fields in which new rows meet others
public record BulkOptions(
        int batch, Conflicts conflicts, List<String> update, List<String> unique) {

    /// What happens to new rows that meet others.
    public enum Conflicts {
        /// The database refuses all.
        REFUSE,
        /// They are passed over; their objects get no keys.
        IGNORE,
        /// Those that are there take fields from them.
        UPDATE
    }

    /// Keeps copies.
    public BulkOptions {
        update = List.copyOf(update);
        unique = List.copyOf(unique);
    }

    /// {@return as many rows at once as the database takes, and none may meet another}
    public static BulkOptions plain() {
        return new BulkOptions(0, Conflicts.REFUSE, List.of(), List.of());
    }

    /// {@return these options with at most so many rows in a statement}
    public BulkOptions batchesOf(int rows) {
        return new BulkOptions(rows, conflicts, update, unique);
    }

    /// {@return these options, with rows that meet others passed over}
    public BulkOptions ignoringConflicts() {
        return new BulkOptions(batch, Conflicts.IGNORE, List.of(), List.of());
    }

    /// {@return these options, with rows that are there changed by those that meet them}
    ///
    /// @param unique in which fields they meet; passed over by databases that look at all unique
    ///   fields
    /// @param update what they take from the new rows
    public BulkOptions updating(
            List<? extends Selectable<?>> unique, List<? extends Selectable<?>> update) {
        return new BulkOptions(
                batch,
                Conflicts.UPDATE,
                update.stream().map(Assignment::nameOf).toList(),
                unique.stream().map(Assignment::nameOf).toList());
    }
}
