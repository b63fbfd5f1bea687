package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.sql.Feature;
import dev.quintet.orm.tree.Select;

/// Locks need a transaction to hold them.
final class Locked {

    private Locked() {}

    static void check(Database database, Select tree) {
        boolean asked = tree.extras().locking() != null;
        if (asked
                && database.unit() == null
                && database.dialect().features().contains(Feature.ROW_LOCKS)) {
            throw new QueryException(
                    Problem.of("orm.E128", "Rows can be locked inside a transaction only.")
                            .because("Outside of one, the locks would be gone at once.")
                            .fixedBy("Put the query into atomic(() -> { ... })."));
        }
    }
}
