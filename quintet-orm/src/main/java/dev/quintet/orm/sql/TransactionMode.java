package dev.quintet.orm.sql;

import dev.quintet.orm.Isolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a transaction begins.
///
/// @param isolation `null` for what the database does by itself
/// @param readOnly whether it refuses to write
/// @param deferred whether it takes no lock before it writes, where the database asks for one at
///   the beginning
/// @param rebuilding whether tables are made anew in it, and foreign keys not looked at meanwhile:
///   SQLite cannot change a table in place, and others lead to it
public record TransactionMode(
        @Nullable Isolation isolation, boolean readOnly, boolean deferred, boolean rebuilding) {

    /// A transaction that may write, as the database begins it by itself.
    public static final TransactionMode USUAL = new TransactionMode(null, false, false, false);

    /// A transaction that makes tables anew.
    public static final TransactionMode REBUILDING = new TransactionMode(null, false, false, true);

    /// {@return whether it asks for the turn of a writer where there is one writer at a time}
    public boolean writesAtOnce() {
        return !readOnly && !deferred;
    }

    /// {@return the words of SET TRANSACTION; empty when there is nothing to say}
    String characteristics() {
        List<String> words = new ArrayList<>();
        if (isolation != null) {
            words.add("ISOLATION LEVEL " + isolation.sql());
        }
        if (readOnly) {
            words.add("READ ONLY");
        }
        return String.join(", ", words);
    }
}
