package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.orm.connection.Database;
import java.io.Serial;

/// A migration stopped half way; the message says what stays and what does not.
public final class FailedMigrationException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    private FailedMigrationException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    static FailedMigrationException at(
            Step step,
            Operation operation,
            int number,
            int count,
            Database database,
            RuntimeException failed) {
        boolean whole = database.dialect().transactionalDdl();
        String words =
                failed instanceof QuintetException told
                        ? told.problem().problem()
                                + (told.problem().cause() == null
                                        ? ""
                                        : " " + told.problem().cause())
                        : failed.toString();
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
                        .because(words)
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
}
