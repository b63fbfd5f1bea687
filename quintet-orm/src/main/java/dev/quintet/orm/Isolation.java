package dev.quintet.orm;

/// How much a transaction sees of others that run beside it. The SQL standard's levels.
///
/// A database may give more than is asked: SQLite's transactions are all serializable, PostgreSQL
/// has no reading of what is not committed.
public enum Isolation {
    /// Sees what others have not committed.
    READ_UNCOMMITTED("READ UNCOMMITTED"),
    /// Each statement sees what was committed when it began.
    READ_COMMITTED("READ COMMITTED"),
    /// All statements see what was committed when the first one began.
    REPEATABLE_READ("REPEATABLE READ"),
    /// As if the transactions ran one after the other; one that cannot is refused with a {@link
    /// dev.quintet.orm.connection.ConflictException}.
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    Isolation(String sql) {
        this.sql = sql;
    }

    /// {@return its name in SQL}
    public String sql() {
        return sql;
    }
}
