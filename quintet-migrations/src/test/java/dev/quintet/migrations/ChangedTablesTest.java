package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tables that hold rows already, changed by migrations, and changed back.
class ChangedTablesTest {

    private static final class Steps extends Migration {
        Steps(String name, String after, Function<Steps, List<Operation>> operations) {
            super("shop", name);
            if (!after.isEmpty()) {
                dependsOn("shop", after);
            }
            operations(operations.apply(this).toArray(Operation[]::new));
        }

        private static List<Operation> tables(Steps m) {
            return List.of(
                    m.createModel("Artist", id(), field("name", FieldType.text(50)).asUnique()),
                    m.createModel(
                            "Album",
                            id(),
                            field("title", FieldType.text(50)).indexed(),
                            field("year", FieldType.int32()).orNull(),
                            foreignKey("artist", "shop.Artist", OnDelete.CASCADE),
                            manyToMany(
                                    "guests",
                                    "shop.Artist",
                                    "shop_album_guests",
                                    "album_id",
                                    "artist_id")),
                    m.createModel(
                            "Track",
                            id(),
                            foreignKey("album", "shop.Album", OnDelete.CASCADE),
                            field("name", FieldType.text(50))));
        }
    }

    private static final Migration TABLES = new Steps("0001_initial", "", Steps::tables);

    private static final List<String> ROWS =
            List.of(
                    "INSERT INTO shop_artist (id, name) VALUES (1, 'Django'), (2, 'Stephane')",
                    "INSERT INTO shop_album (id, title, year, artist_id) VALUES (7, 'Djangology',"
                            + " 1949, 1), (8, 'Nuages', NULL, 2)",
                    "INSERT INTO shop_album_guests (album_id, artist_id) VALUES (7, 2)",
                    "INSERT INTO shop_track (id, album_id, name) VALUES (1, 7, 'Minor Swing')");

    private static Context sold(TestDatabase test, Function<Steps, List<Operation>> change) {
        Migrator.of(test.with(shop(TABLES))).migrate();
        test.database().execute(ROWS);
        return test.with(shop(TABLES, new Steps("0002_change", "0001_initial", change)));
    }

    private static App shop(Migration... migrations) {
        return new Migrated("shop", List.of(migrations));
    }

    private static void back(Context site) {
        Migrator migrator = Migrator.of(site);
        migrator.run(migrator.plan("shop", "0001"), false, Progress.silent());
    }

    private static void stillWhole(TestDatabase test) {
        assertThat(test.texts("SELECT title FROM shop_album ORDER BY id"))
                .containsExactly("Djangology", "Nuages");
        assertThat(test.texts("SELECT name FROM shop_track")).containsExactly("Minor Swing");
        assertThat(test.texts("SELECT artist_id FROM shop_album_guests")).containsExactly("2");
        assertThatThrownBy(() ->
                        test.database()
                                .execute(
                                        List.of(
                                                "INSERT INTO shop_track (id, album_id, name)"
                                                        + " VALUES (99, 4711, 'x')")))
                .isInstanceOf(IntegrityException.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void addsAFieldThatRowsWhichExistGetOnce(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site =
                    sold(
                            test,
                            m ->
                                    List.of(
                                            m.addField(
                                                    "Album",
                                                    Steps.field("stock", FieldType.int32()),
                                                    3),
                                            m.addField(
                                                    "Album",
                                                    Steps.field("label", FieldType.text(20))
                                                            .orNull()
                                                            .indexed()),
                                            m.addField(
                                                    "Album",
                                                    Steps.foreignKey(
                                                                    "producer",
                                                                    "shop.Artist",
                                                                    OnDelete.SET_NULL)
                                                            .orNull())));

            Migrator.of(site).migrate();

            assertThat(test.texts("SELECT stock FROM shop_album")).containsExactly("3", "3");
            assertThatThrownBy(() ->
                            test.database()
                                    .execute(
                                            List.of(
                                                    "INSERT INTO shop_album (title,"
                                                            + " artist_id) VALUES ('x', 1)")))
                    .isInstanceOf(IntegrityException.class);
            stillWhole(test);

            back(site);

            assertThat(test.columns("shop_album"))
                    .containsExactly("id", "title", "year", "artist_id");
            stillWhole(test);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void removesAFieldAndPutsItBackEmpty(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = sold(test, m -> List.of(m.removeField("Album", "year")));

            Migrator.of(site).migrate();

            assertThat(test.columns("shop_album")).containsExactly("id", "title", "artist_id");
            stillWhole(test);

            back(site);

            assertThat(test.texts("SELECT year FROM shop_album WHERE year IS NULL")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void altersTypesAndFillsWhatMayBeEmptyNoLonger(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site =
                    sold(
                            test,
                            m ->
                                    List.of(
                                            m.alterField(
                                                    "Album",
                                                    Steps.field("year", FieldType.int64())
                                                            .indexed(),
                                                    1900L),
                                            m.alterField(
                                                    "Album",
                                                    Steps.field("title", FieldType.text(200))
                                                            .asUnique())));

            Migrator.of(site).migrate();

            assertThat(test.texts("SELECT year FROM shop_album ORDER BY id"))
                    .containsExactly("1949", "1900");
            assertThatThrownBy(() ->
                            test.database()
                                    .execute(
                                            List.of(
                                                    "INSERT INTO shop_album (title, year,"
                                                            + " artist_id) VALUES ('Nuages',"
                                                            + " 1, 1)")))
                    .isInstanceOf(IntegrityException.class);
            stillWhole(test);

            back(site);

            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO shop_album (title, artist_id) VALUES ('Nuages',"
                                            + " 1)"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void renamesFieldsAndModelsWithAllThatLeadsToThem(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site =
                    sold(
                            test,
                            m ->
                                    List.of(
                                            m.renameField("Album", "title", "name"),
                                            m.renameField("Album", "guests", "friends"),
                                            m.renameModel("Artist", "Musician"),
                                            m.renameModel("Album", "Record")));

            Migrator.of(site).migrate();

            assertThat(test.tables())
                    .contains("shop_record", "shop_musician", "shop_record_friends")
                    .doesNotContain("shop_album", "shop_artist", "shop_album_guests");
            assertThat(test.texts("SELECT name FROM shop_record ORDER BY id"))
                    .containsExactly("Djangology", "Nuages");
            assertThat(
                            test.texts(
                                    "SELECT musician_id FROM shop_record_friends WHERE record_id = 7"))
                    .containsExactly("2");

            back(site);

            stillWhole(test);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsAColumnWhoseFieldIsRenamedAlone(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Context site = sold(test, m -> List.of(m.renameFieldOnly("Album", "title", "heading")));

            Migrator.of(site).migrate();

            stillWhole(test);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void addsConstraintsAndIndexesAndTakesThemAwayAgain(Kind kind) {
        Node condition =
                new Node.Compare(
                        Lookup.GTE, new Node.Field(FieldPath.of("year")), new Node.Value(1900));
        try (var test = TestDatabase.of(kind)) {
            Context site =
                    sold(
                            test,
                            m ->
                                    List.of(
                                            m.addConstraint(
                                                    "Album",
                                                    new ConstraintState.Check(
                                                            "album_year", condition, "", "")),
                                            m.addConstraint(
                                                    "Album",
                                                    ConstraintState.Unique.of(
                                                            "album_once",
                                                            List.of("title", "artist"))),
                                            m.alterUniqueTogether(
                                                    "Track", List.of("album", "name")),
                                            m.addIndex(
                                                    "Album",
                                                    Steps.index("album_years", "-year", "title")),
                                            m.renameIndex("Album", "album_years", "album_age")));

            Migrator.of(site).migrate();

            for (String refused :
                    List.of(
                            "INSERT INTO shop_album (title, year, artist_id) VALUES ('y', 1, 1)",
                            "INSERT INTO shop_album (title, artist_id) VALUES ('Nuages', 2)",
                            "INSERT INTO shop_track (album_id, name) VALUES (7, 'Minor Swing')")) {
                assertThatThrownBy(() -> test.database().execute(List.of(refused)))
                        .as(refused)
                        .isInstanceOf(IntegrityException.class);
            }
            stillWhole(test);

            back(site);

            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO shop_album (title, year, artist_id) VALUES"
                                            + " ('y', 1, 1)",
                                    "INSERT INTO shop_album (title, artist_id) VALUES ('Nuages', 2)",
                                    "INSERT INTO shop_track (album_id, name) VALUES (7, 'Minor"
                                            + " Swing')"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void conditionsFollowAFieldThatIsRenamed(Kind kind) {
        Node condition =
                new Node.Compare(
                        Lookup.GTE, new Node.Field(FieldPath.of("year")), new Node.Value(1900));
        try (var test = TestDatabase.of(kind)) {
            Context site =
                    sold(
                            test,
                            m ->
                                    List.of(
                                            m.addConstraint(
                                                    "Album",
                                                    new ConstraintState.Check(
                                                            "album_year", condition, "", "")),
                                            m.renameField("Album", "year", "released"),
                                            m.alterField(
                                                    "Album",
                                                    Steps.field("title", FieldType.text(80)))));

            Migrator.of(site).migrate();

            assertThat(test.texts("SELECT released FROM shop_album WHERE id = 7"))
                    .containsExactly("1949");
            assertThatThrownBy(() ->
                            test.database()
                                    .execute(
                                            List.of(
                                                    "INSERT INTO shop_album (title,"
                                                            + " released, artist_id) VALUES"
                                                            + " ('y', 1, 1)")))
                    .isInstanceOf(IntegrityException.class);
            stillWhole(test);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void makesAWiderKeyAndWidensWhatLeadsToIt(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            var narrow =
                    new Steps(
                            "0001_initial",
                            "",
                            m ->
                                    List.of(
                                            m.createModel(
                                                    "Artist",
                                                    Steps.field("id", FieldType.auto32()).asKey(),
                                                    Steps.field("name", FieldType.text(50))),
                                            m.createModel(
                                                    "Album",
                                                    Steps.id(),
                                                    Steps.foreignKey(
                                                            "artist",
                                                            "shop.Artist",
                                                            OnDelete.CASCADE))));
            var wide =
                    new Steps(
                            "0002_wide",
                            "0001_initial",
                            m -> List.of(m.alterField("Artist", Steps.id())));
            Migrator.of(test.with(shop(narrow))).migrate();
            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO shop_artist (name) VALUES ('Django')",
                                    "INSERT INTO shop_album (artist_id) VALUES (1)"));

            Migrator.of(test.with(shop(narrow, wide))).migrate();

            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO shop_artist (id, name) VALUES (9000000000, 'x')",
                                    "INSERT INTO shop_album (artist_id) VALUES (9000000000)"));
            assertThat(test.texts("SELECT artist_id FROM shop_album ORDER BY artist_id"))
                    .containsExactly("1", "9000000000");
        }
    }

    @Test
    void keepsTriggersViewsAndForeignIndexesWhenSqliteMakesATableAnew() {
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Context site =
                    sold(
                            test,
                            m ->
                                    List.of(
                                            m.alterField(
                                                    "Album",
                                                    Steps.field("year", FieldType.int64())
                                                            .orNull())));
            test.database()
                    .execute(
                            List.of(
                                    "CREATE TABLE log (line TEXT)",
                                    "CREATE TRIGGER album_log AFTER INSERT ON shop_album BEGIN"
                                            + " INSERT INTO log VALUES (NEW.title); END",
                                    "CREATE INDEX by_hand ON shop_album (title, year)",
                                    "CREATE VIEW old_albums AS SELECT title FROM shop_album WHERE"
                                            + " year < 1950"));

            Migrator.of(site).migrate();

            test.database()
                    .execute(List.of("INSERT INTO shop_album (title, artist_id) VALUES ('x', 1)"));
            assertThat(test.texts("SELECT line FROM log")).containsExactly("x");
            assertThat(test.texts("SELECT name FROM sqlite_master WHERE name = 'by_hand'"))
                    .hasSize(1);
            assertThat(test.texts("SELECT title FROM old_albums")).containsExactly("Djangology");
        }
    }

    @Test
    void givesNoNumberASecondTimeAfterATableWasMadeAnew() {
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Context site = sold(test, m -> List.of(m.removeField("Track", "name")));
            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO shop_track (id, album_id, name) VALUES (50, 7, 'x')",
                                    "DELETE FROM shop_track WHERE id = 50"));

            Migrator.of(site).migrate();
            test.database().execute(List.of("INSERT INTO shop_track (album_id) VALUES (7)"));

            assertThat(test.texts("SELECT max(id) FROM shop_track")).containsExactly("51");
        }
    }

    @Test
    void refusesToKeepRowsThatLeadNowhere() {
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            Context site = sold(test, m -> List.of(m.removeField("Track", "name")));
            List<String> stray = new ArrayList<>();
            stray.add("PRAGMA foreign_keys = OFF");
            stray.add("INSERT INTO shop_track (id, album_id, name) VALUES (3, 4711, 'x')");
            stray.add("PRAGMA foreign_keys = ON");
            test.database().execute(stray);

            assertThatThrownBy(() -> Migrator.of(site).migrate())
                    .isInstanceOf(FailedMigrationException.class)
                    .hasMessageContaining("lead to rows of shop_album which are not there");
            assertThat(test.columns("shop_track")).contains("name");
        }
    }
}
