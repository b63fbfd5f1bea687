package dev.quintet.orm.connection;

import dev.quintet.kernel.check.ReadinessCheck;
import dev.quintet.kernel.context.Context;

/// Asks each database of the site for the number one.
public final class DatabasesReady implements ReadinessCheck {

    private static final SqlStatement ONE = SqlStatement.of("SELECT 1");

    /// For {@link java.util.ServiceLoader}.
    public DatabasesReady() {}

    @Override
    public void ask(Context site) {
        site.find(Databases.KEY)
                .ifPresent(databases ->
                        databases
                                .all()
                                .forEach(database ->
                                        database.query(
                                                ONE, new Object[0], (result, _) -> result.next())));
    }
}
