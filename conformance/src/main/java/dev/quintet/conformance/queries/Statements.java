package dev.quintet.conformance.queries;

import dev.quintet.orm.connection.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Counts what is sent to a database, less what opens and ends transactions.
final class Statements implements AutoCloseable {

    private static final List<String> ASIDE =
            List.of("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA", "SET ");

    private final List<String> sent = new ArrayList<>();
    private final AutoCloseable observer;

    Statements(Database database) {
        observer = database.observe((_, sql, _) -> note(sql));
    }

    private void note(String sql) {
        String upper = sql.stripLeading().toUpperCase(Locale.ROOT);
        if (ASIDE.stream().noneMatch(upper::startsWith)) {
            sent.add(sql);
        }
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        try {
            observer.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
