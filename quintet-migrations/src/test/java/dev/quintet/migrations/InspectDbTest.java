package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Commands;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.inspect.Difference;
import dev.quintet.migrations.inspect.Drift;
import dev.quintet.migrations.inspect.InspectedModels;
import dev.quintet.migrations.inspect.WrittenModel;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.state.ModelState;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `inspectdb` writes: compiled with the processor, read, and held against the tables.
class InspectDbTest {

    private static final List<String> SHOP =
            List.of(
                    "CREATE TABLE maker (id bigint NOT NULL PRIMARY KEY, name varchar(40) NOT NULL"
                            + " UNIQUE)",
                    "CREATE TABLE item (code varchar(12) NOT NULL PRIMARY KEY, maker_id bigint NOT"
                            + " NULL, made_by_id bigint NULL, price decimal(8, 2) NOT NULL, class"
                            + " integer NULL, title varchar(80) DEFAULT 'none' NOT NULL, made date"
                            + " NULL, FOREIGN KEY (maker_id) REFERENCES maker (id), FOREIGN KEY"
                            + " (made_by_id) REFERENCES maker (id) ON DELETE SET NULL)",
                    "CREATE INDEX item_maker ON item (maker_id)",
                    "CREATE INDEX item_made_by ON item (made_by_id)",
                    "CREATE INDEX item_made_price ON item (made, price DESC)",
                    "CREATE UNIQUE INDEX item_title_class ON item (title, class)",
                    "CREATE TABLE part (item_code varchar(12) NOT NULL,"
                            + " number integer NOT NULL, words varchar(20) NOT NULL, FOREIGN KEY"
                            + " (item_code) REFERENCES item (code), PRIMARY KEY (item_code,"
                            + " number))",
                    "CREATE INDEX part_item ON part (item_code)",
                    "CREATE VIEW cheap AS SELECT code, price FROM item WHERE price < 5");

    /// A table whose key has several columns, and what leads to it: by columns that are called
    /// after its own, by others, as a part of a key, and by columns that two keys share.
    private static final List<String> THEATRE =
            List.of(
                    "CREATE TABLE hall (house varchar(20) NOT NULL, number integer NOT NULL, name"
                            + " varchar(40) NOT NULL, PRIMARY KEY (house, number))",
                    "CREATE TABLE seat (id bigint NOT NULL PRIMARY KEY, hall_house varchar(20) NOT"
                            + " NULL, hall_number integer NOT NULL, place integer NOT NULL, FOREIGN"
                            + " KEY (hall_house, hall_number) REFERENCES hall (house, number))",
                    "CREATE INDEX seat_hall ON seat (hall_house, hall_number)",
                    "CREATE TABLE stage (id bigint NOT NULL PRIMARY KEY, room_house varchar(20)"
                            + " NULL, room_number integer NULL, width integer NOT NULL, UNIQUE"
                            + " (room_house, room_number), FOREIGN KEY (room_house, room_number)"
                            + " REFERENCES hall (house, number) ON DELETE SET NULL)",
                    "CREATE TABLE tier (letter varchar(1) NOT NULL, hall_number integer NOT NULL,"
                            + " hall_house varchar(20) NOT NULL, PRIMARY KEY (hall_house,"
                            + " hall_number, letter), FOREIGN KEY (hall_house, hall_number)"
                            + " REFERENCES hall (house, number))",
                    "CREATE TABLE ticket (id bigint NOT NULL PRIMARY KEY, theatre varchar(20) NOT"
                            + " NULL, room integer NOT NULL, height varchar(1) NOT NULL, FOREIGN KEY"
                            + " (theatre, room, height) REFERENCES tier (hall_house, hall_number,"
                            + " letter))",
                    "CREATE TABLE door (id bigint NOT NULL PRIMARY KEY, house varchar(20) NOT NULL,"
                            + " number integer NOT NULL, other integer NOT NULL, FOREIGN KEY"
                            + " (house, number) REFERENCES hall (house, number), FOREIGN KEY (house,"
                            + " other) REFERENCES hall (house, number))",
                    "INSERT INTO hall (house, number, name) VALUES ('Opera', 1, 'Foyer'), ('Opera',"
                            + " 2, 'Great hall')",
                    "INSERT INTO seat (id, hall_house, hall_number, place) VALUES (1, 'Opera', 2,"
                            + " 7)",
                    "INSERT INTO stage (id, room_house, room_number, width) VALUES (1, 'Opera', 2,"
                            + " 9), (2, NULL, NULL, 3)",
                    "INSERT INTO tier (hall_house, hall_number, letter) VALUES ('Opera', 2, 'A')",
                    "INSERT INTO ticket (id, theatre, room, height) VALUES (1, 'Opera', 2, 'A')",
                    "INSERT INTO door (id, house, number, other) VALUES (1, 'Opera', 1, 2)");

    @TempDir private Path folder;

    /// Models that were compiled, as long as their classes are needed.
    private List<ModelMapping<?>> compiled(List<WrittenModel> written) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-Xlint:all,-processing", "-Werror", "-d", "" + classes));
        command.addAll(List.of("-cp", path()));
        command.addAll(
                List.of(
                        "-processorpath",
                        "../quintet-processor/target/classes"
                                + File.pathSeparator
                                + "../quintet-kernel/target/classes"));
        for (WrittenModel one : written) {
            Path file = folder.resolve(one.name() + ".java");
            Files.writeString(file, one.source());
            command.add(file.toString());
        }
        Path said = folder.resolve("javac.txt");
        int result =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
        assertThat(result)
                .as(Files.readString(said) + written.stream().map(WrittenModel::source).toList())
                .isZero();
        var loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        List<ModelMapping<?>> models = new ArrayList<>();
        for (WrittenModel one : written) {
            models.add(
                    Mappings.of(loader.loadClass("legacy." + one.name()).asSubclass(Entity.class)));
        }
        return models;
    }

    private static String path() {
        return System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + System.getProperty("java.class.path", "");
    }

    private static List<ModelState> states(List<ModelMapping<?>> models) {
        return models.stream().<ModelState>map(ModelMapping::state).toList();
    }

    private static List<String> differences(Database database, List<ModelMapping<?>> models) {
        return Drift.between(database, states(models)).stream().map(Difference::sentence).toList();
    }

    private static String source(List<WrittenModel> written, String table) {
        return written.stream()
                .filter(one -> one.table().equals(table))
                .findFirst()
                .orElseThrow()
                .source();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writesModelsThatMakeTheVeryTables(Kind kind) throws Exception {
        try (var test = TestDatabase.of(kind)) {
            var site = test.with();
            test.database().execute(SHOP);

            List<WrittenModel> written = InspectedModels.write(test.database(), Set.of(), "legacy");
            List<ModelMapping<?>> models = compiled(written);

            assertThat(site.call(() -> differences(test.database(), models)))
                    .allMatch(one -> one.endsWith("_pattern_ops))"));
            site.run(() -> models.forEach(one -> assertThat(QuerySet.of(one).list()).isEmpty()));
            assertThat(source(written, "item"))
                    .contains(
                            "@Id",
                            "public final ForeignKey<Maker> maker = foreignKey(DO_NOTHING);",
                            "public final ForeignKey<@Nullable Maker> madeBy",
                            "relatedName = \"item_madeBy\"",
                            "public @Nullable Integer class_;",
                            "digits = 8, decimals = 2",
                            "@Unique(fields = {\"title\", \"class_\"}");
            assertThat(source(written, "part"))
                    .contains("public final ForeignKey<Item> itemCode", "extends Entity");
            assertThat(source(written, "cheap")).contains("managed = false", "has no key");
        }
    }

    /// What the rows of a table hold in a field, the rows by their keys.
    private static <M extends Entity> List<Object> held(
            List<ModelMapping<?>> models, String model, String field) {
        @SuppressWarnings("unchecked") // whichever it is, its rows are of it
        var mapping =
                (ModelMapping<M>)
                        models.stream()
                                .filter(one -> one.state().name().equals(model))
                                .findFirst()
                                .orElseThrow();
        List<Object> held = new ArrayList<>();
        for (M row : QuerySet.of(mapping).orderBy("pk")) {
            held.add(mapping.read(row, field));
        }
        return held;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writesRelationsToKeysOfSeveralColumnsAndReadsTheirRows(Kind kind) throws Exception {
        try (var test = TestDatabase.of(kind)) {
            var site = test.with();
            test.database().execute(THEATRE);

            List<WrittenModel> written = InspectedModels.write(test.database(), Set.of(), "legacy");
            List<ModelMapping<?>> models = compiled(written);

            assertThat(source(written, "seat"))
                    .contains("public final ForeignKey<Hall> hall = foreignKey(DO_NOTHING);")
                    .doesNotContain("hallHouse", "columns", "no relation can say");
            assertThat(source(written, "stage"))
                    .contains(
                            "public final OneToOne<@Nullable Hall> room = oneToOne(DB_SET_NULL);");
            assertThat(source(written, "tier")).contains("@Id\n    public final ForeignKey<Hall>");
            assertThat(source(written, "ticket"))
                    .contains("columns = {\"theatre\", \"room\", \"height\"}")
                    .contains("public final ForeignKey<Tier> tier = foreignKey(DO_NOTHING);");
            assertThat(source(written, "door")).contains("no relation can say");
            site.run(() -> {
                List<Object> big = List.of("Opera", 2);
                assertThat(held(models, "Hall", "name")).containsExactly("Foyer", "Great hall");
                assertThat(held(models, "Seat", "hall")).containsExactly(big);
                assertThat(held(models, "Stage", "room")).containsExactly(big, null);
                assertThat(held(models, "Tier", "hall")).containsExactly(big);
                assertThat(held(models, "Ticket", "tier"))
                        .containsExactly(List.of("Opera", 2, "A"));
                assertThat(held(models, "Door", "other")).containsExactly(2);
            });
            String said = written.stream().map(WrittenModel::source).toList().toString();
            assertThat(site.call(() -> Drift.between(test.database(), states(models))))
                    .allMatch(one -> isSaid(said, one) || isOfTheModelOnly(one));
        }
    }

    @Test
    void writesEveryTypeOfPostgresql() throws Exception {
        try (var test = TestDatabase.of(Kind.POSTGRESQL)) {
            var site = test.with();
            test.database()
                    .execute(
                            List.of(
                                    "CREATE TYPE mood AS ENUM ('sad', 'so so', 'happy')",
                                    "CREATE TABLE kinds (id bigint GENERATED BY DEFAULT AS IDENTITY"
                                            + " PRIMARY KEY, a smallint NOT NULL, b integer NOT"
                                            + " NULL, c bigint NOT NULL, d numeric(9, 3) NOT NULL,"
                                            + " e double precision NOT NULL, f boolean NOT NULL, g"
                                            + " date NOT NULL, h time NOT NULL, i timestamptz NOT"
                                            + " NULL, j timestamp NOT NULL, k interval NOT NULL, l"
                                            + " uuid NOT NULL, m bytea NOT NULL, n jsonb NOT NULL,"
                                            + " o inet NULL, p text NOT NULL, q varchar(7) NOT NULL,"
                                            + " r integer[] NOT NULL, s int4range NOT NULL, t"
                                            + " tstzrange NULL, u mood NOT NULL, v money NULL, w"
                                            + " xml NULL, x integer CHECK (x >= 0), y bigint"
                                            + " GENERATED ALWAYS AS (c * 2) STORED)",
                                    "COMMENT ON TABLE kinds IS 'All \"kinds\" of columns'",
                                    "COMMENT ON COLUMN kinds.p IS 'Plain text'"));

            List<WrittenModel> written = InspectedModels.write(test.database(), Set.of(), "legacy");
            List<ModelMapping<?>> models = compiled(written);

            assertThat(site.call(() -> differences(test.database(), models)))
                    .allMatch(one ->
                            one.startsWith("type differs: kinds.u is mood")
                                    || one.matches(
                                            "column that no migration makes: kinds.[vwy].*"));
            assertThat(source(written, "kinds"))
                    .contains(
                            "/// All \"kinds\" of columns",
                            "comment = \"All \\\"kinds\\\" of columns\"",
                            "SO_SO(\"so so\"),",
                            "// Left out: v money, because a model knows no type for it.",
                            "extends Model");
        }
    }

    @Test
    void writesEveryTypeOfMariadb() throws Exception {
        try (var test = TestDatabase.of(Kind.MARIADB)) {
            var site = test.with();
            test.database()
                    .execute(
                            List.of(
                                    "CREATE TABLE kinds (id bigint NOT NULL AUTO_INCREMENT PRIMARY"
                                            + " KEY, a smallint NOT NULL, b integer unsigned NOT"
                                            + " NULL, c bigint NOT NULL, d decimal(9, 3) NOT NULL,"
                                            + " e double NOT NULL, f bool NOT NULL, g date NOT NULL,"
                                            + " h time(6) NOT NULL, i datetime(6) NOT NULL, m"
                                            + " longblob NOT NULL, n json NOT NULL, p longtext NOT"
                                            + " NULL COMMENT 'Plain text', q varchar(7) NOT NULL, u"
                                            + " enum('sad', 'happy') NOT NULL, v bit(3), w"
                                            + " geometry, y bigint AS (c * 2) STORED) COMMENT 'All"
                                            + " kinds'"));

            List<WrittenModel> written = InspectedModels.write(test.database(), Set.of(), "legacy");
            List<ModelMapping<?>> models = compiled(written);

            assertThat(site.call(() -> differences(test.database(), models)))
                    .allMatch(one ->
                            one.startsWith("type differs: kinds.u is enum")
                                    || one.startsWith("check missing: kinds.b")
                                    || one.matches(
                                            "column that no migration makes: kinds.[vwy].*"));
            assertThat(source(written, "kinds"))
                    .contains("/// Plain text", "positive = true", "public Object n;");
        }
    }

    /// Tables of a whole shop, again and again: each with keys, an enum, a composite key, a view.
    private static List<String> fortyTables() {
        List<String> sql = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String before = i == 0 ? "" : ", parent_id bigint NULL REFERENCES client" + (i - 1);
            sql.add("CREATE TYPE state" + i + " AS ENUM ('new', 'paid', 'sent off')");
            sql.add(
                    "CREATE TABLE client"
                            + i
                            + " (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name"
                            + " varchar(80) NOT NULL, mail varchar(254) NOT NULL UNIQUE, born date"
                            + before
                            + ")");
            sql.add(
                    "CREATE TABLE bill"
                            + i
                            + " (number varchar(12) PRIMARY KEY, client_id bigint NOT NULL"
                            + " REFERENCES client"
                            + i
                            + " ON DELETE CASCADE, state state"
                            + i
                            + " NOT NULL DEFAULT 'new', made timestamptz NOT NULL DEFAULT now())");
            sql.add(
                    "CREATE TABLE line"
                            + i
                            + " (bill_id varchar(12) NOT NULL REFERENCES bill"
                            + i
                            + ", place integer NOT NULL, words text NOT NULL, price numeric(8, 2)"
                            + " NOT NULL CHECK (price >= 0), PRIMARY KEY (bill_id, place))");
            sql.add(
                    "CREATE TABLE note"
                            + i
                            + " (id uuid PRIMARY KEY, bill_id varchar(12) NOT NULL, place integer"
                            + " NOT NULL, client_id bigint NOT NULL UNIQUE REFERENCES client"
                            + i
                            + ", tags text[] NOT NULL, FOREIGN KEY (bill_id, place) REFERENCES"
                            + " line"
                            + i
                            + " (bill_id, place))");
            sql.add("CREATE INDEX bill" + i + "_made ON bill" + i + " (made DESC, state)");
            sql.add(
                    "CREATE VIEW open"
                            + i
                            + " AS SELECT number, client_id FROM bill"
                            + i
                            + " WHERE state = 'new'");
        }
        return sql;
    }

    @Test
    void writesModelsOfFortyTablesThatCompileAndReadThem() throws Exception {
        try (var test = TestDatabase.of(Kind.POSTGRESQL)) {
            var site = test.with();
            test.database().execute(fortyTables());

            List<WrittenModel> written = InspectedModels.write(test.database(), Set.of(), "legacy");
            List<ModelMapping<?>> models = compiled(written);

            assertThat(written).hasSize(50);
            site.run(() -> models.forEach(one -> assertThat(QuerySet.of(one).list()).isEmpty()));
            assertThat(source(written, "bill7"))
                    .contains("ForeignKey<Client7> client", "enum State", "SENT_OFF(\"sent off\")");
            assertThat(source(written, "client7")).contains("ForeignKey<@Nullable Client6> parent");
            assertThat(source(written, "line7")).contains("ForeignKey<Bill7> bill").contains("@Id");
            assertThat(source(written, "note7")).contains("OneToOne<Client7> client");
            assertThat(source(written, "open7")).contains("managed = false");
            String said = written.stream().map(WrittenModel::source).toList().toString();
            assertThat(site.call(() -> Drift.between(test.database(), states(models))))
                    .allMatch(one -> isSaid(said, one) || isOfTheModelOnly(one));
        }
    }

    /// An enum of the database is text with choices in a model, and relations have an index there.
    private static boolean isOfTheModelOnly(Difference one) {
        return one.what().equals("state")
                || (one.found() == null && one.kind() == Difference.Kind.INDEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chinook/Chinook_Sqlite.sqlite",
                "chinook/Chinook_Sqlite_AutoIncrementPKs.sqlite",
                "django/db.sqlite3"
            })
    void writesModelsOfRealFiles(String name) throws Exception {
        Path file = realdata().resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        Path copy = folder.resolve("copy.db");
        Files.copy(file, copy);
        try (Database database = TestDatabase.open("sqlite:" + copy)) {
            var site = TestDatabase.site(database);

            List<WrittenModel> written = InspectedModels.write(database, Set.of(), "legacy");
            List<ModelMapping<?>> models = compiled(written);

            String said = written.stream().map(WrittenModel::source).toList().toString();
            assertThat(site.call(() -> Drift.between(database, states(models))))
                    .allMatch(one -> one.expected() == null && isSaid(said, one));
            site.run(() ->
                    models.forEach(one ->
                            assertThat(QuerySet.of(one).limit(50).list())
                                    .hasSizeLessThanOrEqualTo(50)));
        }
    }

    /// What a model cannot say is a comment in it.
    private static boolean isSaid(String source, Difference one) {
        return switch (one.kind()) {
            case COLUMN -> source.contains("// Left out: " + one.what());
            case INDEX -> source.contains("cannot say: " + one.what());
            case FOREIGN_KEY -> source.contains("no relation can say: " + one.found());
            case CHECK -> source.contains("The database checks: " + one.found());
            default -> false;
        };
    }

    private static Path realdata() {
        String set = System.getenv("QUINTET_REALDATA");
        return set == null ? Path.of("../../shared/realdata") : Path.of(set).getParent();
    }

    @Test
    void writesFilesOnceAndNamesWhatIsMissing() throws Exception {
        try (var test = TestDatabase.of(Kind.SQLITE)) {
            var site = test.with();
            test.database().execute(SHOP);
            String[] words = {
                "inspectdb", "maker", "--package", "legacy", "--source", folder.toString()
            };

            assertThat(site.call(() -> Commands.call(site, words)).out()).contains("Maker.java");
            assertThat(site.call(() -> Commands.call(site, words)).err()).contains("Left as it is");
            try (Stream<Path> files = Files.list(folder.resolve("legacy"))) {
                assertThat(files).hasSize(1);
            }
            assertThat(site.call(() -> Commands.call(site, "inspectdb")).out())
                    .contains("public class Item extends Entity");
        }
    }
}
