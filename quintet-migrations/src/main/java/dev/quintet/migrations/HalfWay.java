package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.connection.LockTimeoutException;

/// Says where a migration stopped, and what of it stays.
final class HalfWay {

    private HalfWay() {}

    /// @param resumable whether what it had done before stays, and is gone on with
    static RuntimeException at(
            Step step,
            Operation operation,
            int number,
            int count,
            boolean resumable,
            RuntimeException failed) {
        if (failed instanceof HistoryException told) {
            return told;
        }
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
                        .fixedBy(wayOut(resumable, failed)),
                failed);
    }

    private static String wayOut(boolean resumable, RuntimeException failed) {
        if (failed instanceof LockTimeoutException) {
            return "Others use the table: run migrate again when fewer do, or let it wait for longer:"
                    + " --lock-timeout SECONDS."
                    + (resumable ? " It goes on here." : " Nothing of this migration was kept.");
        }
        return resumable
                ? "What it had done before that stays, and is noted: mend what is wrong, and run"
                        + " migrate again, which goes on here. showmigrations tells where it is."
                : "Nothing of this migration was kept: mend it, then run migrate again.";
    }

    /// The migration is not what it was when it stopped.
    static HistoryException changed(Journal.Entry at, int count) {
        return new HistoryException(
                Problem.of(
                                "migrations.E030",
                                "The migration "
                                        + at.name()
                                        + " cannot be gone on with: it is not what it was.")
                        .because(
                                where(at)
                                        + ", '"
                                        + at.said()
                                        + "'; now it has "
                                        + count
                                        + " operations, and that is another.")
                        .fixedBy(
                                "Make it again what it was; or undo by hand what it did, and begin"
                                        + " anew: "
                                        + forget(at)));
    }

    /// An operation of which a part is done says something else now.
    static HistoryException edited(Journal.Entry at) {
        return new HistoryException(
                Problem.of(
                                "migrations.E031",
                                "The operation '"
                                        + at.said()
                                        + "' of "
                                        + at.name()
                                        + " was edited after a part of it was done.")
                        .because("These statements are done: " + String.join("; ", at.done()) + ".")
                        .fixedBy(
                                "Let it begin with these; or undo them by hand, and begin the"
                                        + " migration anew: "
                                        + forget(at)));
    }

    /// Something else of the app is asked for than to go on.
    static HistoryException other(Journal.Entry at) {
        return new HistoryException(
                Problem.of("migrations.E032", "The migration " + at.name() + " is half done.")
                        .because(where(at) + (at.backwards() ? ", when it was taken back." : "."))
                        .fixedBy(
                                at.backwards()
                                        ? "Take it back to the end first: migrate "
                                                + at.name().app()
                                                + " to the one before it."
                                        : "Let it be done first: migrate "
                                                + at.name().app()
                                                + " "
                                                + at.name().name()));
    }

    /// {@return where a migration is, in words}
    static String where(Journal.Entry at) {
        return "It stopped at operation "
                + (at.operation() + 1)
                + (at.statement() > 0 || at.batch() > 0 ? ", of which a part is done" : "");
    }

    private static String forget(Journal.Entry at) {
        return "migrate " + at.name().app() + " " + at.name().name() + " --forget-progress";
    }

    private static String words(RuntimeException failed) {
        if (!(failed instanceof QuintetException told)) {
            return failed.toString();
        }
        String cause = told.problem().cause();
        return told.problem().problem() + (cause == null ? "" : " " + cause);
    }
}
