package dev.quintet.migrations.operations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import java.util.ArrayList;
import java.util.List;

/// Statements about indexes as PostgreSQL takes them without locking others out.
final class Concurrent {

    private static final String CREATE = "CREATE INDEX ";
    private static final String DROP = "DROP INDEX ";

    private Concurrent() {}

    static String words(String plain) {
        int space = plain.indexOf(' ');
        return plain.substring(0, space)
                + " index concurrently"
                + plain.substring(plain.indexOf(' ', space + 1));
    }

    static void create(DatabaseChange change, Operation operation, List<String> plain) {
        if (!concurrently(change, operation)) {
            change.execute(plain);
            return;
        }
        List<String> statements = new ArrayList<>();
        for (String one : plain) {
            String rest = one.substring(CREATE.length());
            // One that was interrupted leaves an index behind that is not valid.
            statements.add(
                    "DROP INDEX CONCURRENTLY IF EXISTS " + rest.substring(0, rest.indexOf(" ON ")));
            statements.add("CREATE INDEX CONCURRENTLY " + rest);
        }
        change.execute(statements);
    }

    static void drop(DatabaseChange change, Operation operation, List<String> plain) {
        if (!concurrently(change, operation)) {
            change.execute(plain);
            return;
        }
        change.execute(
                plain.stream()
                        .map(one ->
                                "DROP INDEX CONCURRENTLY IF EXISTS " + one.substring(DROP.length()))
                        .toList());
    }

    /// {@return whether the database has such statements}
    ///
    /// @throws StateException when it is in a transaction, in which they do not run
    private static boolean concurrently(DatabaseChange change, Operation operation) {
        if (!change.dialect().name().equals("postgresql")) {
            return false;
        }
        var database = change.database();
        if (database != null && database.unit() != null) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E037",
                                    "The operation '"
                                            + operation.describe()
                                            + "' runs in no transaction.")
                            .because("PostgreSQL refuses to make an index concurrently in one.")
                            .fixedBy(
                                    "Let the migration say atomic(false), and hold nothing that"
                                            + " must be kept whole."));
        }
        return true;
    }
}
