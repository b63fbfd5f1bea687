package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.autodetect.Squashing;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Squashed, merged, faked and circular migrations.
class SquashedMigrationsTest {

    /// A migration as given.
    static final class Given extends Migration {
        Given(String app, String name, List<MigrationName> after, Operation... operations) {
            super(app, name);
            after.forEach(one -> dependsOn(one.app(), one.name()));
            operations(operations);
        }

        Given(String name, List<String> replaced, List<Operation> operations) {
            super("shelf", name);
            replaced.forEach(this::replaces);
            operations(operations.toArray(Operation[]::new));
        }

        static Operation books() {
            return new Given("shelf", "x", List.of())
                    .createModel("Book", id(), field("title", FieldType.text(50)));
        }

        static Operation field(int number) {
            return new Given("shelf", "x", List.of())
                    .addField("Book", field("f" + number, FieldType.int32()).orNull());
        }

        static Operation key(String app, String model, String name, String target) {
            return new Given(app, "x", List.of())
                    .addField(model, foreignKey(name, target, OnDelete.CASCADE).orNull());
        }

        static Operation model(String app, String name) {
            return new Given(app, "x", List.of()).createModel(name, id());
        }
    }

    private static List<Migration> fifty() {
        List<Migration> all = new ArrayList<>();
        all.add(new Given("shelf", "0001_initial", List.of(), Given.books()));
        for (int i = 2; i <= 50; i++) {
            all.add(
                    new Given(
                            "shelf",
                            String.format("%04d_f%d", i, i),
                            List.of(all.getLast().name()),
                            Given.field(i)));
        }
        return all;
    }

    private static Migration squashed(List<Migration> all, int count, String name) {
        Context site = TestDatabase.site(new Migrated("shelf", all));
        var squashing =
                Squashing.of(site, "shelf", "", all.get(count - 1).name().name(), name, true);
        return new Given(
                squashing.draft().name().name(),
                squashing.draft().replaces(),
                squashing.draft().operations());
    }

    private static Context site(TestDatabase test, List<Migration> migrations) {
        return test.with(new Migrated("shelf", migrations));
    }

    private static List<Migration> and(List<Migration> all, Migration... more) {
        List<Migration> both = new ArrayList<>(all);
        both.addAll(List.of(more));
        return both;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oldAndNewInstallationsEndOnTheSameTables(Kind kind) {
        List<Migration> fifty = fifty();
        Migration squashed = squashed(fifty, 50, "squashed");
        assertThat(squashed.operations()).hasSize(1);
        try (var old = TestDatabase.of(kind);
                var half = TestDatabase.of(kind);
                var fresh = TestDatabase.of(kind)) {
            Migrator.of(site(old, fifty)).migrate();
            Migrator.of(site(half, fifty.subList(0, 20))).migrate();

            Migrator.of(site(old, and(fifty, squashed))).migrate();
            Migrator.of(site(half, and(fifty, squashed))).migrate();
            Migrator.of(site(fresh, and(fifty, squashed))).migrate();

            assertThat(old.columns("shelf_book"))
                    .hasSize(51)
                    .isEqualTo(fresh.columns("shelf_book"))
                    .isEqualTo(half.columns("shelf_book"));
            for (var test : List.of(old, half, fresh)) {
                assertThat(test.texts("SELECT name FROM django_migrations"))
                        .hasSize(51)
                        .contains("0001_squashed", "0001_initial", "0050_f50");
                assertThat(Migrator.of(site(test, List.of(squashed))).plan()).isEmpty();
            }
            Context site = site(old, and(fifty, squashed));
            assertThat(site.call(() -> Commands.call(site, "showmigrations")).out())
                    .isEqualTo("shelf\n [X] 0001_squashed (50 squashed migrations)\n");
        }
    }

    @Test
    void whatWasSquashedCanBeSquashedAgain() {
        List<Migration> fifty = fifty();
        Migration first = squashed(fifty, 30, "first");
        List<Migration> all = and(fifty, first);
        Context site = TestDatabase.site(new Migrated("shelf", all));
        var again = Squashing.of(site, "shelf", "", "0050", "again", true);
        assertThat(again.draft().replaces()).hasSize(21).startsWith("0001_first");
        Migration second =
                new Given(
                        again.draft().name().name(),
                        again.draft().replaces(),
                        again.draft().operations());
        try (var test = TestDatabase.of(Kind.SQLITE);
                var fresh = TestDatabase.of(Kind.SQLITE)) {
            Migrator.of(site(test, fifty.subList(0, 40))).migrate();
            Migrator.of(site(test, and(all, second))).migrate();
            Migrator.of(site(fresh, and(all, second))).migrate();

            assertThat(test.columns("shelf_book"))
                    .isEqualTo(fresh.columns("shelf_book"))
                    .hasSize(51);
            assertThat(test.texts("SELECT name FROM django_migrations"))
                    .contains("0001_again", "0001_first", "0030_f30");
            assertThat(Migrator.of(site(test, List.of(second))).plan()).isEmpty();
        }
    }

    @Test
    void namesWhatIsMissingOfASquashedOneThatIsAppliedInPart() {
        List<Migration> fifty = fifty();
        Migration squashed = squashed(fifty, 50, "squashed");
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Migrator.of(site(test, fifty.subList(0, 49))).migrate();

            assertThatThrownBy(() -> Migrator.of(site(test, List.of(squashed))).plan())
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("Not applied to this database: 0050_f50");
        }
    }

    @Test
    void prunesRowsOfMigrationsThatAreGone() {
        List<Migration> fifty = fifty();
        Migration squashed = squashed(fifty, 50, "squashed");
        Migration later = new Given("0001_squashed", List.of(), squashed.operations());
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Migrator.of(site(test, and(fifty, squashed))).migrate();
            assertThatThrownBy(() -> Migrator.of(site(test, List.of(squashed))).prunable("shelf"))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("still stands for others");

            Context site = site(test, List.of(later));
            assertThat(site.call(() -> Commands.call(site, "migrate", "shelf", "--prune")).out())
                    .contains("  shelf.0050_f50\n");
            assertThat(test.texts("SELECT name FROM django_migrations"))
                    .containsExactly("0001_squashed");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void adoptsTablesThatAreThereAndRefusesHalfOfThem(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            List<Migration> one = fifty().subList(0, 2);
            Context site = site(test, one);
            Migrator.of(site).migrate();
            test.database().execute(List.of("DELETE FROM django_migrations"));
            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO django_migrations (app, name, applied) VALUES"
                                            + " ('other', '0001', '2024-01-01 00:00:00')",
                                    "ALTER TABLE shelf_book DROP COLUMN f2"));

            assertThat(site.call(() -> Commands.call(site, "migrate", "--fake-initial")).out())
                    .contains("Applying shelf.0001_initial... FAKED\n")
                    .contains("Applying shelf.0002_f2... OK\n");

            test.database()
                    .execute(
                            List.of(
                                    "DELETE FROM django_migrations",
                                    "ALTER TABLE shelf_book DROP COLUMN title"));
            Migrator migrator = Migrator.of(site);
            assertThatThrownBy(() ->
                            migrator.migrate(
                                    migrator.plan(),
                                    new MigrateOptions(
                                            false, true, _ -> true, MigrateOptions.LOCK_TIMEOUT),
                                    Progress.silent()))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("there is not the column shelf_book.title");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keysInACircleBetweenTwoAppsStillMigrate(Kind kind) {
        var a = new MigrationName("alpha", "0001_initial");
        var b = new MigrationName("beta", "0001_initial");
        App alpha =
                new Migrated(
                        "alpha",
                        List.of(
                                new Given("alpha", a.name(), List.of(), Given.model("alpha", "A")),
                                new Given(
                                        "alpha",
                                        "0002_b",
                                        List.of(a, b),
                                        Given.key("alpha", "A", "b", "beta.B"))));
        App beta =
                new Migrated(
                        "beta",
                        List.of(
                                new Given(
                                        "beta",
                                        b.name(),
                                        List.of(a),
                                        Given.model("beta", "B"),
                                        Given.key("beta", "B", "a", "alpha.A"))));
        try (var test = TestDatabase.of(kind)) {
            Migrator.of(test.with(beta, alpha)).migrate();

            assertThat(test.columns("alpha_a")).contains("b_id");
            assertThat(test.texts("SELECT app FROM django_migrations ORDER BY id"))
                    .containsExactly("alpha", "beta", "alpha");
        }
    }

    @Test
    void findsBranchesAndNamesWhatTheyBothTouch() {
        var first = new Given("shelf", "0001_initial", List.of(), Given.books());
        var one = new Given("shelf", "0002_one", List.of(first.name()), Given.field(1));
        var two = new Given("shelf", "0002_two", List.of(first.name()), Given.field(2));
        var again = new Given("shelf", "0002_again", List.of(first.name()), Given.field(1));

        assertThat(branches(first, one, two))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.ends()).containsExactly(one, two);
                    assertThat(found.conflicts()).isEmpty();
                });
        assertThat(branches(first, one, again))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.conflicts())
                                .containsExactly(
                                        "'Add field f1 to Book' of 0002_again and 'Add field"
                                                + " f1 to Book' of 0002_one"));
    }

    @Test
    void writesTheMigrationThatJoinsTwoBranches(@TempDir Path sources) throws Exception {
        var first = new Given("shelf", "0001_initial", List.of(), Given.books());
        var one = new Given("shelf", "0002_one", List.of(first.name()), Given.field(1));
        var two = new Given("shelf", "0002_two", List.of(first.name()), Given.field(2));
        List<Migration> apart = List.of(first, one, two);
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(test, apart);
            assertThatThrownBy(() -> Migrator.of(site).migrate())
                    .hasMessageContaining("makemigrations --merge");

            var told =
                    site.call(() ->
                            Commands.call(
                                    site, "makemigrations", "--merge", "--source", "" + sources));

            assertThat(told.out()).contains("Merging shelf", "Branch 0002_one", "Branch 0002_two");
            Migration merge = WrittenMigrations.one(sources);
            assertThat(merge.name().name()).startsWith("0003_merge");
            assertThat(merge.dependencies()).containsExactlyInAnyOrder(one.name(), two.name());
            Context joined = site(test, and(apart, merge));
            Migrator.of(joined).migrate();
            assertThat(test.columns("shelf_book")).contains("f1", "f2");
            assertThat(Migrations.branches(joined)).isEmpty();
        }
    }

    private static List<Branches> branches(Migration... all) {
        return Migrations.branches(TestDatabase.site(new Migrated("shelf", List.of(all))));
    }

    @Test
    void waitsForThoseThatSayTheyRunBefore() {
        final class Early extends Migration {
            Early() {
                super("early", "0001_initial");
                runsBefore("shelf", "0001_initial");
                operations(createModel("E", id()));
            }
        }
        final class Late extends Migration {
            Late() {
                super("aaa", "0001_initial");
                dependsOnFirst("shelf");
                dependsOnFirst("nowhere");
                operations(createModel("L", id()));
            }
        }
        Context site =
                TestDatabase.site(
                        new Migrated("aaa", List.of(new Late())),
                        new Migrated("shelf", fifty().subList(0, 1)),
                        new Migrated("early", List.of(new Early())));

        assertThat(Migrations.of(site).all())
                .extracting(one -> one.name().app())
                .containsExactly("early", "shelf", "aaa");
    }

    @Test
    void namesWhatASiteInUseWouldFeelBeforeItRuns() {
        try (var test = TestDatabase.of(Kind.POSTGRESQL)) {
            List<Migration> two = fifty().subList(0, 1);
            Migrator.of(site(test, two)).migrate();
            var index =
                    new Given(
                            "shelf",
                            "0002_index",
                            List.of(two.getFirst().name()),
                            new dev.quintet.migrations.operations.AddIndex(
                                    "shelf.Book",
                                    dev.quintet.orm.state.IndexState.of(
                                            "titles", List.of("title"))));
            Context site = site(test, and(two, index));

            assertThat(site.call(() -> Commands.call(site, "migrate", "--plan")).out())
                    .contains("[migrations.W042] shelf.0002_index")
                    .contains("addIndexConcurrently");
            assertThatThrownBy(() -> site.call(() -> Commands.call(site, "migrate", "--safe")))
                    .hasMessageContaining("migrations.E050")
                    .hasMessageContaining("addIndexConcurrently");
            assertThat(site.call(() -> Commands.call(site, "migrate", "--check")).exitCode())
                    .isEqualTo(1);
            assertThat(Migrator.of(site).plan()).hasSize(1);
        }
    }
}
