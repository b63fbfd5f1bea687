package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.connection.Database;

/// Says where a migration stopped, and what of it stays.
final class HalfWay {

    private HalfWay() {}

    static FailedMigrationException at(
            Step step,
            Operation operation,
            int number,
            int count,
            Database database,
            RuntimeException failed) {
        boolean whole = database.dialect().transactionalDdl();
        return new FailedMigrationException(
                Problem.of(
                                "migrations.E007",
                                "The migration "
                                        + step.migration()
                                        + " stopped at operation "
                                        + number
                                        + " of "
                                        + count
                                        + ", '"
                                        + operation.describe()
                                        + "'"
                                        + (step.backwards() ? ", taken back." : "."))
                        .because(words(failed))
                        .fixedBy(
                                whole
                                        ? "Nothing of this migration was kept: mend it, then run"
                                                + " migrate again."
                                        : "What it had done before that stays, as this database"
                                                + " cannot take changes of tables back: undo that by"
                                                + " hand (sqlmigrate shows the statements), mend the"
                                                + " migration, and run migrate again."),
                failed);
    }

    private static String words(RuntimeException failed) {
        if (!(failed instanceof QuintetException told)) {
            return failed.toString();
        }
        String cause = told.problem().cause();
        return told.problem().problem() + (cause == null ? "" : " " + cause);
    }
}
