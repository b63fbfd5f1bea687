package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.migrations.press.PressApp;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.state.FieldType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigratorTest {

    static final class Initial extends Migration {
        Initial() {
            super("catalog", "0001_initial");
            operations(
                    createModel("Artist", id(), field("name", FieldType.text(120))),
                    createModel(
                            "Album",
                            id(),
                            field("title", FieldType.text(200)),
                            foreignKey("artist", "catalog.Artist", OnDelete.CASCADE)));
        }
    }

    static final class First extends Migration {
        First() {
            super("catalog", "0002_first_artist");
            dependsOn("catalog", "0001_initial");
            operations(
                    runSql("INSERT INTO catalog_artist (name) VALUES ('Django; Reinhardt')")
                            .reverse("DELETE FROM catalog_artist"));
        }
    }

    static final class Reviews extends Migration {
        Reviews() {
            super("reviews", "0001_initial");
            dependsOn("catalog", "0001_initial");
            operations(
                    createModel(
                            "Review",
                            id(),
                            foreignKey("album", "catalog.Album", OnDelete.CASCADE)));
        }
    }

    static final class Broken extends Migration {
        Broken() {
            super("broken", "0001_initial");
            operations(
                    createModel("Thing", id()),
                    runSql("INSERT INTO nothing_of_this_name VALUES (1)"));
        }
    }

    /// An app of a label with these migrations.
    record Migrated(String label, List<Migration> migrations) implements App, HasMigrations {}

    private static final App CATALOG = new Migrated("catalog", List.of(new Initial(), new First()));
    private static final App REVIEWS = new Migrated("reviews", List.of(new Reviews()));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void appliesAllOnceAndInTheOrderOfTheirDependencies(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            // Reviews come first in the list, and wait all the same.
            Context site = test.with(REVIEWS, CATALOG);

            Migrator.of(site).migrate();
            Migrator.of(site).migrate();

            assertThat(test.texts("SELECT name FROM catalog_artist"))
                    .containsExactly("Django; Reinhardt");
            assertThat(test.tables()).contains("reviews_review");
            assertThat(test.texts("SELECT name FROM django_migrations ORDER BY id"))
                    .containsExactly("0001_initial", "0001_initial", "0002_first_artist");
            assertThat(Migrator.of(site).plan()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void takesBackToAMigrationAndToNothingWithWhatDependsOnIt(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(CATALOG, REVIEWS);
            Migrator.of(site).migrate();

            Migrator migrator = Migrator.of(site);
            migrator.run(migrator.plan("catalog", "0001"), false, Progress.silent());
            assertThat(test.texts("SELECT name FROM catalog_artist")).isEmpty();
            assertThat(test.tables()).contains("reviews_review");

            migrator.run(migrator.plan("catalog", Migrator.ZERO), false, Progress.silent());
            assertThat(test.tables()).containsExactly("django_migrations");
            assertThat(test.texts("SELECT name FROM django_migrations")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void twoThatStartAtOnceDoItOnce(Kind kind) throws Exception {
        try (var test = TestDatabase.of(kind);
                var other = test.another();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> one =
                    () -> {
                        Migrator.of(test.with(CATALOG, REVIEWS, new PressApp())).migrate();
                        return true;
                    };
            Callable<Boolean> two =
                    () -> {
                        Migrator.of(TestDatabase.site(other, CATALOG, REVIEWS, new PressApp()))
                                .migrate();
                        return true;
                    };

            for (var done : threads.invokeAll(List.of(one, two))) {
                assertThat(done.get()).isTrue();
            }
            assertThat(test.texts("SELECT name FROM catalog_artist")).hasSize(1);
            assertThat(test.texts("SELECT name FROM django_migrations")).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysWhereAMigrationStoppedAndKeepsNothingWhereTheDatabaseCan(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(new Migrated("broken", List.of(new Broken())));

            assertThatThrownBy(() -> Migrator.of(site).migrate())
                    .isInstanceOf(FailedMigrationException.class)
                    .hasMessageContaining("operation 2 of 2, 'Run SQL'")
                    .hasMessageContaining("nothing_of_this_name")
                    .hasCauseInstanceOf(DatabaseException.class);

            assertThat(test.texts("SELECT name FROM django_migrations")).isEmpty();
            assertThat(test.tables().contains("broken_thing")).isEqualTo(kind == Kind.MARIADB);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void makesMissingTablesOfAppsWithoutMigrationsEvenInACircle(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(new PressApp());

            assertThat(Migrator.of(site).makeTables(_ -> true, Progress.silent()))
                    .containsExactlyInAnyOrder("press_paper", "press_writer");
            assertThat(test.tables())
                    .contains("press_paper_writers")
                    .doesNotContain("press_archive");

            test.database().execute(List.of("DROP TABLE press_paper_writers"));
            assertThat(Migrator.of(site).makeTables(_ -> true, Progress.silent())).isEmpty();
        }
    }

    /// Leads to a model of an app that has no migrations.
    static final class Shelves extends Migration {
        Shelves() {
            super("shelves", "0001_initial");
            operations(
                    createModel(
                            "Shelf", id(), foreignKey("paper", "press.Paper", OnDelete.CASCADE)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void leadsToATableOfAnAppWithoutMigrationsForwardsAndBackwards(Kind kind) {
        App shelves = new Migrated("shelves", List.of(new Shelves()));
        try (var test = TestDatabase.of(kind)) {
            Migrator.of(test.with(new PressApp())).migrate();
            Context site = test.with(new PressApp(), shelves);

            String references = kind == Kind.MARIADB ? "`press_paper`" : "\"press_paper\"";
            assertThat(call(site, "sqlmigrate", "shelves", "0001"))
                    .contains("REFERENCES " + references);
            Migrator.of(site).migrate();
            assertThatThrownBy(() ->
                            test.database()
                                    .execute(
                                            List.of(
                                                    "INSERT INTO shelves_shelf (paper_id) VALUES"
                                                            + " (7)")))
                    .isInstanceOf(RuntimeException.class);

            assertThat(call(site, "sqlmigrate", "shelves", "0001", "--backwards"))
                    .contains("DROP TABLE");
            Migrator migrator = Migrator.of(site);
            migrator.run(migrator.plan("shelves", Migrator.ZERO), false, Progress.silent());
            assertThat(test.tables()).contains("press_paper").doesNotContain("shelves_shelf");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void makesATableOfAnAppWithoutMigrationsBeforeTheMigrationThatLeadsToIt(Kind kind) {
        App shelves = new Migrated("shelves", List.of(new Shelves()));
        try (var test = TestDatabase.of(kind)) {
            Migrator.of(test.with(new PressApp(), shelves)).migrate();

            assertThat(test.tables()).contains("press_paper", "press_writer", "shelves_shelf");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void honoursTheRowsThatDjangoWrote(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(CATALOG);
            Migrator.of(site).migrate();
            test.database()
                    .execute(
                            List.of(
                                    "DELETE FROM django_migrations",
                                    "INSERT INTO django_migrations (app, name, applied) VALUES"
                                            + " ('admin', '0001_initial', '2024-01-01 00:00:00'),"
                                            + " ('catalog', '0001_initial', '2024-01-01 00:00:00')"));

            assertThat(Migrator.of(site).plan())
                    .extracting(step -> step.migration().name().name())
                    .containsExactly("0002_first_artist");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusesAHistoryThatCannotBe(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(CATALOG);
            Migrator.of(site).migrate();
            test.database()
                    .execute(List.of("DELETE FROM django_migrations WHERE name = '0001_initial'"));

            assertThatThrownBy(() -> Migrator.of(site).plan())
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("catalog.0002_first_artist is applied, and")
                    .hasMessageContaining("catalog.0001_initial, on which it depends, is not");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theCommandsSayWhatTheyDo(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(CATALOG, new PressApp());

            assertThat(call(site, "migrate", "--plan"))
                    .contains("catalog.0001_initial\n    Create model Artist\n");
            assertThat(call(site, "migrate"))
                    .contains("  Apply all migrations of: catalog\n")
                    .contains("  Applying catalog.0002_first_artist... OK\n")
                    .contains("  Creating tables press_");
            assertThat(call(site, "migrate"))
                    .contains("Nothing to do.")
                    .contains("The models of catalog have changed since: run `makemigrations`");
            assertThat(call(site, "showmigrations"))
                    .isEqualTo(
                            """
                            catalog
                             [X] 0001_initial
                             [X] 0002_first_artist
                            press
                             (no migrations)
                            """);
            assertThat(call(site, "sqlmigrate", "catalog", "0002", "--backwards"))
                    .contains("-- Undo Run SQL\n--\nDELETE FROM catalog_artist;\n");
            assertThat(call(site, "migrate", "catalog", "zero", "--fake"))
                    .contains("  Unapplying catalog.0001_initial... FAKED\n");
            assertThat(test.tables()).contains("catalog_album");
            assertThat(call(site, "showmigrations", "--plan"))
                    .startsWith("[ ]  catalog.0001_initial\n");
        }
    }

    private static String call(Context site, String... args) {
        return site.call(() -> Commands.call(site, args)).out();
    }
}
