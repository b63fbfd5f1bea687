package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.autodetect.Autodetector;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.HistoricalRow;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Relations that are kept in several columns, through migrations.
@ParameterizedClass
@EnumSource(Kind.class)
class CompositeKeysTest {

    private static final class Steps extends Migration {
        Steps(String name, String after, Function<Steps, List<Operation>> operations) {
            super("house", name);
            if (!after.isEmpty()) {
                dependsOn("house", after);
            }
            operations(operations.apply(this).toArray(Operation[]::new));
        }

        private static List<Operation> tables(Steps m) {
            return List.of(
                    m.createModel(
                            "Hall",
                            field("name", FieldType.text(20)).asKey(),
                            field("number", FieldType.int32()).asKey()),
                    m.createModel(
                            "Chair",
                            id(),
                            field("hallName", FieldType.text(20)).inColumn("hall_name"),
                            field("hallNumber", FieldType.int32()).inColumn("hall_number"),
                            foreignKey("hall", hall(OnDelete.CASCADE)),
                            field("place", FieldType.int32())),
                    m.createModel("Lamp", id(), field("watts", FieldType.int32())));
        }

        static RelationState hall(OnDelete rule) {
            return RelationState.to("house.Hall", rule).keptBy("hallName", "hallNumber");
        }

        private static List<Operation> addedRelation(Steps m) {
            return List.of(
                    m.addField("Lamp", part("hallName", "hall_name", FieldType.text(20)).orNull()),
                    m.addField(
                            "Lamp", part("hallNumber", "hall_number", FieldType.int32()).orNull()),
                    m.addField("Lamp", oneToOne("hall", hall(OnDelete.SET_NULL)).orNull()));
        }

        static FieldState part(String name, String column, FieldType type) {
            return field(name, type).inColumn(column);
        }

        Operation java(Consumer<HistoricalModels> work) {
            return runJava(work);
        }
    }

    private static final Migration TABLES = new Steps("0001_initial", "", Steps::tables);

    @Parameter Kind kind;

    private TestDatabase test;

    @BeforeEach
    void open() {
        test = TestDatabase.of(kind);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static App house(Migration... migrations) {
        return new Migrated("house", List.of(migrations));
    }

    private void execute(String... sql) {
        test.database().execute(List.of(sql));
    }

    /// The tables with two halls, a chair in the second of them and two lamps.
    private void build() {
        Migrator.of(test.with(house(TABLES))).migrate();
        execute(
                "INSERT INTO house_hall (name, number) VALUES ('Opera', 1), ('Opera', 2)",
                "INSERT INTO house_chair (id, hall_name, hall_number, place) VALUES (1, 'Opera', 2,"
                        + " 7)",
                "INSERT INTO house_lamp (id, watts) VALUES (1, 60), (2, 40)");
    }

    /// The same, changed by a migration.
    private Context changed(Function<Steps, List<Operation>> change) {
        build();
        Context site = test.with(house(TABLES, new Steps("0002_change", "0001_initial", change)));
        Migrator.of(site).migrate();
        return site;
    }

    private static void back(Context site) {
        Migrator migrator = Migrator.of(site);
        migrator.run(migrator.plan("house", "0001"), false, Progress.silent());
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(IntegrityException.class);
    }

    private void guardsChairs() {
        refuses(
                "INSERT INTO house_chair (id, hall_name, hall_number, place) VALUES (9, 'Opera', 3,"
                        + " 1)");
        assertThat(test.texts("SELECT place FROM house_chair WHERE hall_number = 2"))
                .containsExactly("7");
    }

    @Test
    void guardsAllColumnsTogether() {
        build();

        guardsChairs();
    }

    @Test
    void addsARelationToRowsThatExistAndTakesItAwayAgain() {
        Context site = changed(Steps::addedRelation);

        assertThat(test.columns("house_lamp"))
                .containsExactly("id", "watts", "hall_name", "hall_number");
        refuses("UPDATE house_lamp SET hall_name = 'Opera', hall_number = 3 WHERE id = 1");
        execute("UPDATE house_lamp SET hall_name = 'Opera', hall_number = 1" + " WHERE id = 1");
        refuses("UPDATE house_lamp SET hall_name = 'Opera', hall_number = 1 WHERE id = 2");
        guardsChairs();

        back(site);

        assertThat(test.columns("house_lamp")).containsExactly("id", "watts");
        assertThat(test.texts("SELECT watts FROM house_lamp ORDER BY id"))
                .containsExactly("60", "40");
        guardsChairs();
    }

    @Test
    void letsTheDatabaseDeleteWhereTheRuleChanges() {
        Context site =
                changed(m ->
                        List.of(
                                m.alterField(
                                        "Chair",
                                        Steps.foreignKey(
                                                "hall", Steps.hall(OnDelete.DB_CASCADE)))));

        guardsChairs();
        execute("DELETE FROM house_hall WHERE number = 2");
        assertThat(test.texts("SELECT id FROM house_chair")).isEmpty();

        back(site);

        execute(
                "INSERT INTO house_chair (id, hall_name, hall_number, place)"
                        + " VALUES (1, 'Opera', 1, 7)");
        refuses("DELETE FROM house_hall WHERE number = 1");
    }

    @Test
    void renamesARelationAndItsColumns() {
        Context site =
                changed(m ->
                        List.of(
                                m.renameField("Chair", "hallName", "room_name"),
                                m.renameField("Chair", "hallNumber", "room_number"),
                                m.alterField("Chair", Steps.field("room_name", FieldType.text(20))),
                                m.renameField("Chair", "hall", "room"),
                                m.alterField(
                                        "Chair",
                                        Steps.foreignKey(
                                                "room",
                                                RelationState.to("house.Hall", OnDelete.DB_CASCADE)
                                                        .keptBy("room_name", "room_number")))));

        assertThat(test.columns("house_chair")).contains("room_name");
        refuses("UPDATE house_chair SET room_name = 'Nowhere' WHERE id = 1");
        execute("DELETE FROM house_hall WHERE number = 2");
        assertThat(test.texts("SELECT id FROM house_chair")).isEmpty();

        back(site);

        assertThat(test.columns("house_chair")).contains("hall_name", "hall_number");
    }

    @Test
    void widensAPartOfTheKeyAndWhatKeepsIt() {
        changed(m ->
                List.of(
                        m.alterField("Hall", Steps.field("number", FieldType.int64()).asKey()),
                        m.alterField(
                                "Chair",
                                Steps.part("hallNumber", "hall_number", FieldType.int64()))));

        execute(
                "INSERT INTO house_hall (name, number) VALUES ('Opera'," + " 5000000000)",
                "INSERT INTO house_chair (id, hall_name, hall_number, place)"
                        + " VALUES (2, 'Opera', 5000000000, 1)");
        guardsChairs();
    }

    @Test
    void makesAKeyOfSeveralFieldsOfOneAndBack() {
        Context site =
                changed(m ->
                        List.of(
                                m.alterField("Lamp", Steps.field("id", FieldType.int64()).asKey()),
                                m.addField(
                                        "Lamp",
                                        Steps.field("house", FieldType.text(20)).asKey(),
                                        "Opera")));

        execute("INSERT INTO house_lamp (id, watts, house) VALUES (1, 25," + " 'Globe')");
        refuses("INSERT INTO house_lamp (id, watts, house) VALUES (1, 25, 'Globe')");
        refuses("INSERT INTO house_lamp (id, watts, house) VALUES (1, 25, 'Opera')");

        execute("DELETE FROM house_lamp WHERE house = 'Globe'");
        back(site);

        execute("INSERT INTO house_lamp (watts) VALUES (100)");
        assertThat(test.texts("SELECT watts FROM house_lamp ORDER BY id"))
                .containsExactly("60", "40", "100");
        refuses("INSERT INTO house_lamp (id, watts) VALUES (1, 25)");
    }

    private static List<String> found(List<ModelState> before, List<ModelState> now) {
        return Autodetector.of(ProjectState.of(before), ProjectState.of(now), Questioner.silent())
                .changes(_ -> null)
                .getOrDefault("house", List.of())
                .stream()
                .flatMap(draft -> draft.operations().stream())
                .map(one -> one.describe().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void findsTheOrderInWhichRelationsAndTheirColumnsComeAndGo() {
        ModelState hall =
                ModelState.of("house", "Hall")
                        .with(FieldState.of("name", FieldType.text(20)).asKey())
                        .with(FieldState.of("number", FieldType.int32()).asKey());
        ModelState bare =
                ModelState.of("house", "Lamp")
                        .with(FieldState.of("id", FieldType.bigAuto()).asKey());
        ModelState lit =
                bare.with(FieldState.of("hallName", FieldType.text(20)).orNull())
                        .with(FieldState.of("hallNumber", FieldType.int32()).orNull())
                        .with(Steps.foreignKey("hall", Steps.hall(OnDelete.CASCADE)).orNull());
        ModelState keyed =
                ModelState.of("house", "Lamp")
                        .with(FieldState.of("id", FieldType.int64()).asKey())
                        .with(FieldState.of("floor", FieldType.int32()).asKey());

        assertThat(found(List.of(hall, bare), List.of(hall, lit)))
                .hasSize(3)
                .last()
                .isEqualTo("add field hall to lamp");
        assertThat(found(List.of(hall, lit), List.of(hall, bare)))
                .hasSize(3)
                .first()
                .isEqualTo("remove field hall from lamp");
        assertThat(found(List.of(bare), List.of(keyed)))
                .containsExactly("alter field id on lamp", "add field floor to lamp");
        assertThat(found(List.of(hall, lit), List.of(hall, lit))).isEmpty();
    }

    @Test
    void queriesModelsAsTheyWere() {
        changed(m ->
                List.of(
                        m.java(models -> {
                            HistoricalRow hall = models.all("house.Hall").filter("number", 1).get();
                            HistoricalRow chair =
                                    models.all("house.Chair").filter("hall__number", 2).get();
                            assertThat(chair.key("hall")).isEqualTo(List.of("Opera", 2));
                            chair.set("hall", hall).save();
                            assertThat(models.all("house.Chair").filter("hall", hall).count())
                                    .isEqualTo(1);
                            assertThat(hall.related("chair_set").list()).containsExactly(chair);
                        })));

        assertThat(test.texts("SELECT hall_number FROM house_chair")).containsExactly("1");
    }
}
