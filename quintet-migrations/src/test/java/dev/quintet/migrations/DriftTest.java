package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.inspect.Difference;
import dev.quintet.migrations.inspect.Drift;
import dev.quintet.migrations.press.PressApp;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.FieldType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `migrate --drift` finds.
class DriftTest {

    @TempDir private Path sources;

    /// A table with what may drift.
    private static final class M0001Initial extends Migration {
        M0001Initial() {
            super("depot", "0001_initial");
            operations(
                    createModel(
                            "Shelf",
                            id(),
                            field("name", FieldType.text(40)).indexed(),
                            field("code", FieldType.text(8)).asUnique(),
                            field("width", FieldType.int32().orMore()).orNull()),
                    createModel(
                            "Box",
                            id(),
                            foreignKey("shelf", "depot.Shelf", dev.quintet.orm.OnDelete.CASCADE),
                            field("label", FieldType.text(20))),
                    addIndex("Box", index("box_label_shelf", "label", "-shelf")));
        }
    }

    /// An app whose models are in its migrations alone.
    private static final class DepotApp implements dev.quintet.kernel.app.App, HasMigrations {
        @Override
        public List<Migration> migrations() {
            return List.of(new M0001Initial());
        }
    }

    private static List<String> drift(Context site) {
        return Drift.of(site, Databases.DEFAULT).stream().map(Difference::sentence).toList();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void findsNothingBehindTheMigrationsThemselves(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(new DepotApp(), new PressApp());
            Migrator.of(site).migrate();

            assertThat(drift(site)).isEmpty();
            assertThat(Commands.call(site, "migrate", "--drift").exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void namesAnIndexThatIsGoneAndWritesTheMigrationThatMakesIt(Kind kind) throws Exception {
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(new DepotApp());
            Migrator.of(site).migrate();
            String on = kind == Kind.MARIADB ? " ON depot_box" : "";
            test.database().execute(List.of("DROP INDEX box_label_shelf" + on));

            var told =
                    Commands.call(site, "migrate", "--drift", "--repair", "--source", "" + sources);

            assertThat(told.exitCode()).isEqualTo(1);
            assertThat(told.out())
                    .contains(
                            "index missing: depot_box.box_label_shelf ((label, -shelf_id))",
                            "M0002RepairDrift.java");
            List<Migration> all = new ArrayList<>(new DepotApp().migrations());
            all.add(WrittenMigrations.one(sources));
            Context repaired = test.with(new Migrated("depot", all));
            Migrator.of(repaired).migrate();

            assertThat(test.texts("SELECT name FROM django_migrations ORDER BY id"))
                    .containsExactly("0001_initial", "0002_repair_drift");
            assertThat(drift(repaired)).isEmpty();
        }
    }

    @Test
    void namesEachKindOfDifference() {
        try (var test = TestDatabase.of(Kind.POSTGRESQL)) {
            Context site = test.with(new DepotApp());
            Migrator.of(site).migrate();
            test.database()
                    .execute(
                            List.of(
                                    "ALTER TABLE depot_shelf ALTER name TYPE varchar(50)",
                                    "ALTER TABLE depot_shelf ALTER code DROP NOT NULL",
                                    "ALTER TABLE depot_shelf ALTER code SET DEFAULT 'x'",
                                    "ALTER TABLE depot_shelf DROP width",
                                    "ALTER TABLE depot_shelf ADD extra integer",
                                    "CREATE INDEX depot_more ON depot_shelf (extra)",
                                    "ALTER TABLE depot_box ADD CHECK (label <> '')"));

            assertThat(drift(site))
                    .containsExactlyInAnyOrder(
                            "type differs: depot_shelf.name is character varying(50), and should be"
                                    + " character varying(40)",
                            "null differs: depot_shelf.code is NULL, and should be NOT NULL",
                            "default that no migration makes: depot_shelf.code ('x'::character"
                                    + " varying)",
                            "column missing: depot_shelf.width (integer)",
                            "check missing: depot_shelf.depot_shelf_width_check (((width >= 0)))",
                            "column that no migration makes: depot_shelf.extra (integer)",
                            "index that no migration makes: depot_shelf.depot_more ((extra))",
                            "check that no migration makes: depot_box.depot_box_label_check"
                                    + " ((((label)::text <> ''::text)))");
        }
    }

    @Test
    void tellsItAsJson() {
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Context site = test.with(new DepotApp());
            Migrator.of(site).migrate();
            test.database().execute(List.of("DROP TABLE depot_box"));

            assertThat(Commands.call(site, "migrate", "--drift", "--json").out())
                    .contains(
                            "\"table\":\"depot_box\"",
                            "\"kind\":\"table\"",
                            "\"sentence\":\"table missing: depot_box\"");
        }
    }
}
