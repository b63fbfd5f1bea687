package dev.quintet.orm;

import dev.quintet.orm.connection.Databases;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Where rows come from: what those of one result have in common, so that not each keeps it.
///
/// @param database its alias
/// @param loaded the numbers of the fields that were loaded, never changed; `null` means all of
///   them
/// @param peers the rows of the same result; `null` when there are none
record Origin(String database, @Nullable BitSet loaded, @Nullable Peers peers) {

    private static final Origin DEFAULT = new Origin(Databases.DEFAULT, null, null);

    /// {@return that of whole rows of a database}
    static Origin of(String database) {
        return database.equals(Databases.DEFAULT) ? DEFAULT : new Origin(database, null, null);
    }

    Origin with(@Nullable BitSet fields) {
        return new Origin(database, fields, peers);
    }

    Origin with(Peers rows) {
        return new Origin(database, loaded, rows);
    }
}
