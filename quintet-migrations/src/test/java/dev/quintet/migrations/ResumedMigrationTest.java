package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RunJava;
import dev.quintet.migrations.operations.RunSql;
import dev.quintet.orm.state.FieldType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Migrations that a database does not keep whole.
class ResumedMigrationTest {

    static final class Tables extends Migration {
        Tables() {
            super("depot", "0001_initial");
            operations(
                    createModel("Crate", id(), field("name", FieldType.text(50)).orNull()),
                    createModel("Log", id(), field("name", FieldType.text(50))));
        }
    }

    /// In pieces: not atomic.
    static final class Pieces extends Migration {
        Pieces(Operation... operations) {
            super("depot", "0002_pieces");
            atomic(false);
            dependsOn("depot", "0001_initial");
            operations(operations);
        }

        static Operation weight() {
            return new Pieces().addField("Crate", field("weight", FieldType.int32()).orNull());
        }

        static Operation indexed() {
            return new Pieces().addIndexConcurrently("Crate", index("crate_names", "name"));
        }

        static Operation filled() {
            return new Pieces().backfill("Crate", "weight", 7, 2);
        }

        static Operation required() {
            return new Pieces().requireField("Crate", field("weight", FieldType.int32()));
        }
    }

    private static Context site(TestDatabase test, Migration... more) {
        List<Migration> all = new ArrayList<>(List.of(new Tables()));
        all.addAll(List.of(more));
        return test.with(new Migrated("depot", all));
    }

    private static void given(TestDatabase test) {
        Migrator.of(site(test)).migrate();
        test.database()
                .execute(
                        List.of(
                                "INSERT INTO depot_crate (name) VALUES ('a'), ('b'), ('c'), ('d'),"
                                        + " ('e')"));
    }

    private static RunJava failing(boolean[] mended) {
        return RunJava.of(models -> {
            if (!mended[0]) {
                throw new IllegalStateException("Not yet.");
            }
            models.all("depot.Log").create(log -> log.set("name", "done"));
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void goesOnAtTheOperationThatFailed(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            given(test);
            boolean[] mended = new boolean[1];
            Context site =
                    site(test, new Pieces(Pieces.weight(), failing(mended), Pieces.filled()));

            assertThatThrownBy(() -> Migrator.of(site).migrate())
                    .isInstanceOf(FailedMigrationException.class)
                    .hasMessageContaining("stopped at operation 2 of 3")
                    .hasMessageContaining("goes on here");
            assertThat(test.columns("depot_crate")).contains("weight");
            assertThat(site.call(() -> Commands.call(site, "showmigrations")).out())
                    .contains(" [~] 0002_pieces  It stopped at operation 2\n");

            mended[0] = true;
            Migrator.of(site).migrate();

            assertThat(test.texts("SELECT name FROM depot_log")).containsExactly("done");
            assertThat(test.texts("SELECT DISTINCT weight FROM depot_crate")).containsExactly("7");
            assertThat(test.tables()).doesNotContain("quintet_migration_progress");
            assertThat(Migrator.of(site).plan()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusesAnythingElseOfTheAppUntilItIsDone(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            given(test);
            Context site = site(test, new Pieces(Pieces.weight(), failing(new boolean[1])));
            assertThatThrownBy(() -> Migrator.of(site).migrate())
                    .isInstanceOf(FailedMigrationException.class);

            Migrator migrator = Migrator.of(site);
            assertThatThrownBy(() ->
                            migrator.run(
                                    migrator.plan("depot", Migrator.ZERO),
                                    false,
                                    Progress.silent()))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("depot.0002_pieces is half done");

            Context other = site(test, new Pieces(failing(new boolean[] {true})));
            assertThatThrownBy(() -> Migrator.of(other).migrate())
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("cannot be gone on with");

            test.database().execute(List.of("ALTER TABLE depot_crate DROP COLUMN weight"));
            assertThat(
                            site.call(() ->
                                            Commands.call(
                                                    site,
                                                    "migrate",
                                                    "depot",
                                                    "0002",
                                                    "--forget-progress"))
                                    .out())
                    .contains("Forgotten");
            Migrator.of(other).migrate();
            assertThat(test.texts("SELECT name FROM depot_log")).containsExactly("done");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void makesAnIndexWhileOthersWriteAndDropsItAgain(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            given(test);
            Context site =
                    site(
                            test,
                            new Pieces(
                                    Pieces.weight(),
                                    Pieces.filled(),
                                    Pieces.required(),
                                    Pieces.indexed()));
            Migrator migrator = Migrator.of(site);
            migrator.migrate();

            assertThatThrownBy(() ->
                            test.database()
                                    .execute(
                                            List.of(
                                                    "INSERT INTO depot_crate (name) VALUES"
                                                            + " ('z')")))
                    .isInstanceOf(dev.quintet.orm.connection.IntegrityException.class);
            if (kind == Kind.POSTGRESQL) {
                assertThat(
                                test.texts(
                                        "SELECT indisvalid FROM pg_index WHERE indexrelid ="
                                                + " 'crate_names'::regclass"))
                        .containsExactly("t");
                assertThat(
                                test.texts(
                                        "SELECT conname FROM pg_constraint WHERE contype = 'c' AND"
                                                + " conrelid = 'depot_crate'::regclass"))
                        .isEmpty();
            }
            migrator.run(migrator.plan("depot", "0001"), false, Progress.silent());
            assertThat(test.columns("depot_crate")).doesNotContain("weight");
        }
    }

    static final class Whole extends Migration {
        Whole(Operation... operations) {
            super("depot", "0002_whole");
            dependsOn("depot", "0001_initial");
            operations(operations);
        }
    }

    @Test
    void saysThatAnIndexIsMadeConcurrentlyInNoTransaction() {
        try (var test = TestDatabase.of(Kind.POSTGRESQL)) {
            given(test);

            assertThatThrownBy(() -> Migrator.of(site(test, new Whole(Pieces.indexed()))).migrate())
                    .hasMessageContaining("runs in no transaction");
        }
    }

    @Test
    void mariadbGoesOnInTheMiddleOfTheStatementsOfOneOperation() {
        try (var test = TestDatabase.of(Kind.MARIADB)) {
            given(test);
            var broken =
                    new Whole(
                            RunSql.of(
                                    "CREATE TABLE depot_extra (x int)",
                                    "INSERT INTO depot_extra VALUES (1)",
                                    "INSERT INTO depot_missing VALUES (1)"));
            var mended =
                    new Whole(
                            RunSql.of(
                                    "CREATE TABLE depot_extra (x int)",
                                    "INSERT INTO depot_extra VALUES (1)",
                                    "INSERT INTO depot_extra VALUES (2)"));

            assertThatThrownBy(() -> Migrator.of(site(test, broken)).migrate())
                    .isInstanceOf(FailedMigrationException.class)
                    .hasMessageContaining("operation 1 of 1");
            assertThatThrownBy(() ->
                            Migrator.of(site(test, new Whole(RunSql.of("SELECT 1")))).migrate())
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("These statements are done: CREATE TABLE depot_extra");
            Migrator.of(site(test, mended)).migrate();

            assertThat(test.texts("SELECT x FROM depot_extra ORDER BY x"))
                    .containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void waitsForATableThatOthersUseOnlySoLong(Kind kind) {
        try (var test = TestDatabase.of(kind);
                var other = test.another()) {
            given(test);
            var unit = other.beginUnit();
            var mark = unit.open();
            other.update(
                    dev.quintet.orm.connection.SqlStatement.of(
                            "UPDATE depot_crate SET name = 'held'"),
                    new Object[0]);
            Context site = site(test, new Whole(Pieces.weight()));
            Migrator migrator = Migrator.of(site);
            var options = new MigrateOptions(false, false, _ -> true, Duration.ofMillis(100));

            assertThatThrownBy(() -> migrator.migrate(migrator.plan(), options, Progress.silent()))
                    .isInstanceOf(FailedMigrationException.class)
                    .hasMessageContaining("--lock-timeout");
            unit.rollback(mark);

            migrator.migrate(migrator.plan(), options, Progress.silent());
            assertThat(test.columns("depot_crate")).contains("weight");
        }
    }
}
