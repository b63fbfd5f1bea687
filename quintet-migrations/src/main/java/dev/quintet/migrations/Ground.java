package dev.quintet.migrations;

import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// How statements and the notes about them are kept together in a database that does not keep a
/// migration whole.
sealed interface Ground {

    /// Keeps all of it, or nothing.
    void together(Runnable work);

    /// {@return whether a statement can be kept together with a note}
    boolean transactional(String sql);

    /// {@return what is told after each batch of rows, which is kept by then unless the migration
    /// is atomic}
    Consumer<Long> keptInBetween(boolean atomic, Consumer<Long> listener);

    /// {@return the word that a statement begins with, in capitals}
    static String verb(String sql) {
        String bare = sql.strip();
        int end = 0;
        while (end < bare.length() && Character.isLetter(bare.charAt(end))) {
            end++;
        }
        return bare.substring(0, end).toUpperCase(Locale.ROOT);
    }

    /// One transaction, which the database ends by itself at each change of a table: MariaDB.
    ///
    /// @param database in whose transaction it is called
    record OneTransaction(Database database) implements Ground {

        private static final List<String> ROWS =
                List.of("INSERT", "UPDATE", "DELETE", "REPLACE", "SELECT", "WITH", "DO");

        @Override
        public void together(Runnable work) {
            boolean kept = false;
            try {
                work.run();
                kept = true;
            } finally {
                database.execute(List.of(kept ? "COMMIT" : "ROLLBACK"));
            }
        }

        @Override
        public boolean transactional(String sql) {
            return ROWS.contains(verb(sql));
        }

        @Override
        public Consumer<Long> keptInBetween(boolean atomic, Consumer<Long> listener) {
            return rows -> {
                if (!atomic) {
                    database.execute(List.of("COMMIT"));
                }
                listener.accept(rows);
            };
        }
    }

    /// No transaction around the statements: PostgreSQL, where a migration asks for it.
    ///
    /// @param lock says how long statements wait
    record Statements(Database database, MigrationLock lock) implements Ground {

        @Override
        public void together(Runnable work) {
            try (var block = Transaction.atomicOn(database.alias())) {
                lock.limit();
                work.run();
                block.commit();
            }
        }

        @Override
        public boolean transactional(String sql) {
            String upper = sql.toUpperCase(Locale.ROOT);
            return !upper.contains("CONCURRENTLY")
                    && !List.of("VACUUM", "REINDEX", "CLUSTER").contains(verb(sql))
                    && !upper.matches("(?s)\\s*(CREATE|DROP)\\s+(DATABASE|TABLESPACE)\\b.*")
                    && !upper.matches("(?s)\\s*ALTER\\s+(TYPE\\b.*\\bADD\\s+VALUE|SYSTEM)\\b.*");
        }

        @Override
        public Consumer<Long> keptInBetween(boolean atomic, Consumer<Long> listener) {
            return listener;
        }
    }
}
