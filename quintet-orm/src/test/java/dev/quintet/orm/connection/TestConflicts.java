package dev.quintet.orm.connection;

import java.sql.SQLException;

/// A conflict as each of the databases would tell it.
public final class TestConflicts {

    private static final int SQLITE_BUSY_SNAPSHOT = 517;

    private TestConflicts() {}

    public static ConflictException conflict(Database database) {
        return (ConflictException)
                Failures.running(
                        database,
                        "SELECT 1",
                        new SQLException("conflict", "40001", SQLITE_BUSY_SNAPSHOT));
    }
}
