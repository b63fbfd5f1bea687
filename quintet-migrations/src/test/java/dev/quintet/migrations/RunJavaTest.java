package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.error.IrreversibleException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.BulkOptions;
import dev.quintet.orm.F;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.HistoricalRow;
import dev.quintet.orm.MappingException;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.UnknownFieldException;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Migrations that change rows, by models that have no class.
class RunJavaTest {

    /// A migration of the app `music` with these operations.
    static final class Step extends Migration {
        Step(String name, String after, Operation... operations) {
            super("music", name);
            if (!after.isEmpty()) {
                dependsOn("music", after);
            }
            operations(operations);
        }

        Step(String name, String after, Consumer<HistoricalModels> work) {
            super("music", name);
            dependsOn("music", after);
            operations(runJava(work));
        }
    }

    static final class Tables extends Migration {
        Tables() {
            super("music", "0001_initial");
            operations(
                    createModel("Artist", id(), field("name", FieldType.text(50))),
                    createModel("Genre", id(), field("name", FieldType.text(50))),
                    createModel(
                            "Album",
                            id(),
                            field("title", FieldType.text(50)),
                            field("stock", FieldType.int32()).fallingBackTo(1),
                            field("price", FieldType.decimal(8, 2)).orNull(),
                            field("released", FieldType.date()).orNull(),
                            field("sold", FieldType.dateTime()).orNull(),
                            field("live", FieldType.bool()).orNull(),
                            field("code", FieldType.uuid()).orNull(),
                            field("details", FieldType.json()).orNull(),
                            foreignKey("artist", "music.Artist", OnDelete.CASCADE),
                            manyToMany(
                                    "genres",
                                    "music.Genre",
                                    "music_album_genres",
                                    "album_id",
                                    "genre_id")),
                    createModel(
                            ModelState.of("music", "Box")
                                    .withFields(
                                            List.of(
                                                    oneToOne(
                                                                    "album_ptr",
                                                                    RelationState.parent(
                                                                            "music.Album"))
                                                            .asKey(),
                                                    field("discs", FieldType.int32())))
                                    .withBases(List.of("music.Album"))));
        }
    }

    private static App music(Migration... more) {
        List<Migration> all = new ArrayList<>(List.of(new Tables()));
        all.addAll(List.of(more));
        return new Migrated("music", all);
    }

    private static void run(TestDatabase test, Consumer<HistoricalModels> work) {
        Migrator.of(test.with(music(new Step("0002_work", "0001_initial", work)))).migrate();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void changesRowsByNamesOverRelationsAndInBulk(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            run(
                    test,
                    models -> {
                        HistoricalRow django =
                                models.all("music.Artist").create(a -> a.set("name", "Django"));
                        HistoricalRow jazz =
                                models.all("music.Genre").create(g -> g.set("name", "Jazz"));
                        HistoricalRow album =
                                models.all("music.Album")
                                        .create(a ->
                                                a.set("title", "Nuages").set("artist", django));
                        album.many("genres").add(jazz);
                        List<HistoricalRow> more = new ArrayList<>();
                        for (int i = 0; i < 3; i++) {
                            more.add(
                                    models.make("music.Album")
                                            .set("title", "Swing " + i)
                                            .set("artist", django.pk())
                                            .set("stock", (long) i));
                        }
                        models.all("music.Album").bulkCreate(more);
                        more.forEach(one -> one.set("title", one.get("title") + "!"));
                        models.all("music.Album").bulkUpdate(more, "title");

                        assertThat(
                                        models.all("music.Album")
                                                .filter("artist__name", "Django")
                                                .exclude("title__startswith", "Swing")
                                                .first())
                                .hasValueSatisfying(one -> {
                                    assertThat(one.get("stock")).isEqualTo(1);
                                    assertThat(one.key("artist")).isEqualTo(django.pk());
                                    assertThat(one.get("artist")).isEqualTo(django);
                                    assertThat(one.many("genres")).containsExactly(jazz);
                                });
                        assertThat(django.related("album_set").count()).isEqualTo(4);
                        assertThat(jazz.many("album_set")).containsExactly(album);
                        assertThat(
                                        models.all("music.Genre")
                                                .filter("album__artist__name", "Django")
                                                .count())
                                .isEqualTo(1);
                        models.all("music.Album")
                                .filter("title__endswith", "!")
                                .update(Map.of("stock", F.of("stock").plus(10)));
                        HistoricalRow first =
                                models.all("music.Album").orderBy("title").list().getLast();
                        first.set("stock", 99).save();
                        models.all("music.Album").filter("title", "Swing 0!").delete();
                    });

            assertThat(test.texts("SELECT title FROM music_album ORDER BY title"))
                    .containsExactly("Nuages", "Swing 1!", "Swing 2!");
            assertThat(test.texts("SELECT stock FROM music_album ORDER BY title"))
                    .containsExactly("1", "11", "99");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsValuesOfEveryTypeAsTheColumnsHaveThem(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            var code = UUID.fromString("0b8f3c1e-95a0-4a1b-8f0e-3b2a1c0d9e8f");
            var sold = Instant.parse("2026-11-25T18:00:00.123456Z");
            run(
                    test,
                    models -> {
                        HistoricalRow artist =
                                models.all("music.Artist").create(a -> a.set("name", "x"));
                        models.all("music.Album")
                                .create(a ->
                                        a.set("title", "y")
                                                .set("artist", artist)
                                                .set("price", 5)
                                                .set("released", LocalDate.of(1953, 4, 1))
                                                .set("sold", sold)
                                                .set("live", true)
                                                .set("code", code)
                                                .set("details", Map.of("a", List.of(1, 2))));
                        HistoricalRow read =
                                models.all("music.Album")
                                        .filter("code", code)
                                        .first()
                                        .orElseThrow();

                        assertThat(read.get("price", BigDecimal.class)).isEqualByComparingTo("5");
                        assertThat(read.get("released")).isEqualTo(LocalDate.of(1953, 4, 1));
                        assertThat(read.get("sold")).isEqualTo(sold);
                        assertThat(read.get("live")).isEqualTo(true);
                        assertThat(read.get("details")).hasToString("{a=[1, 2]}");
                        assertThatThrownBy(() -> read.set("stock", "many"))
                                .isInstanceOf(MappingException.class)
                                .hasMessageContaining("music.Album.stock takes Integer");
                        assertThatThrownBy(() -> read.set("weight", 1))
                                .isInstanceOf(UnknownFieldException.class);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writesBothTablesOfAModelThatExtendsAnother(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            run(
                    test,
                    models -> {
                        HistoricalRow artist =
                                models.all("music.Artist").create(a -> a.set("name", "x"));
                        HistoricalRow box =
                                models.all("music.Box")
                                        .create(b ->
                                                b.set("title", "All")
                                                        .set("artist", artist)
                                                        .set("discs", 7));
                        HistoricalRow again =
                                models.all("music.Box")
                                        .filter("title", "All")
                                        .first()
                                        .orElseThrow();
                        assertThat(again).isEqualTo(box);
                        again.set("title", "Everything").set("discs", 8).save();
                    });

            assertThat(
                            test.texts(
                                    "SELECT title FROM music_album JOIN music_box ON"
                                            + " music_album.id = music_box.album_ptr_id WHERE discs"
                                            + " = 8"))
                    .containsExactly("Everything");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void stillRunsWhenTheFieldAndTheModelAreGoneLater(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            var fill =
                    new Step(
                            "0002_fill",
                            "0001_initial",
                            models -> models.all("music.Genre").create(g -> g.set("name", "Gone")));
            var drop =
                    new Step(
                            "0003_drop",
                            "0002_fill",
                            new dev.quintet.migrations.operations.RemoveField(
                                    "music.Album", "genres"),
                            new dev.quintet.migrations.operations.DeleteModel("music.Genre"));

            Migrator.of(test.with(music(fill, drop))).migrate();

            assertThat(test.tables()).doesNotContain("music_genre");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isTakenBackWhereItSaysHow(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            var both =
                    new Step(
                            "0002_both",
                            "0001_initial",
                            dev.quintet.migrations.operations.RunJava.of(models ->
                                            models.all("music.Genre")
                                                    .create(g -> g.set("name", "Jazz")))
                                    .reverse(models -> models.all("music.Genre").delete())
                                    .saying("Add the genres"));
            var oneWay = new Step("0003_one_way", "0002_both", _ -> {});
            Context site = test.with(music(both, oneWay));
            Migrator migrator = Migrator.of(site);
            migrator.migrate();

            assertThatThrownBy(() ->
                            migrator.run(migrator.plan("music", "0002"), false, Progress.silent()))
                    .isInstanceOf(IrreversibleException.class)
                    .hasMessageContaining("'Run Java' has no way back");

            migrator.run(migrator.plan("music", "0002"), true, Progress.silent());
            migrator.run(migrator.plan("music", "0001"), false, Progress.silent());
            assertThat(test.texts("SELECT name FROM music_genre")).isEmpty();
            assertThat(site.call(() -> Commands.call(site, "sqlmigrate", "music", "0002")).out())
                    .contains("-- Add the genres\n--\n-- Java, which cannot be written as SQL\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tablesCanBeChangedBehindIt(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            var mixed =
                    new Step(
                            "0002_mixed",
                            "0001_initial",
                            dev.quintet.migrations.operations.RunJava.of(models -> {
                                HistoricalRow artist =
                                        models.all("music.Artist").create(a -> a.set("name", "x"));
                                models.all("music.Album")
                                        .create(a -> a.set("title", "y").set("artist", artist));
                            }),
                            new dev.quintet.migrations.operations.RemoveField(
                                    "music.Album", "stock"));

            Migrator.of(test.with(music(mixed))).migrate();

            assertThat(test.columns("music_album")).doesNotContain("stock");
            assertThat(test.texts("SELECT title FROM music_album")).containsExactly("y");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void leavesNothingOfRowsBehindThatLeadNowhere(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            assertThatThrownBy(() ->
                            run(
                                    test,
                                    models ->
                                            models.all("music.Album")
                                                    .create(a ->
                                                            a.set("title", "y")
                                                                    .set("artist", 4711))))
                    .isInstanceOf(FailedMigrationException.class);
            assertThat(test.texts("SELECT title FROM music_album")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void worksThroughManyRowsInBatches(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            List<Integer> sizes = new ArrayList<>();
            run(
                    test,
                    models -> {
                        List<HistoricalRow> rows = new ArrayList<>();
                        for (int i = 0; i < 25; i++) {
                            rows.add(models.make("music.Genre").set("name", "g" + i));
                        }
                        models.all("music.Genre").bulkCreate(rows, BulkOptions.plain());
                        long done =
                                models.inBatches(
                                        models.all("music.Genre"),
                                        10,
                                        batch -> {
                                            sizes.add(batch.size());
                                            batch.forEach(one -> one.set("name", "done"));
                                            models.all("music.Genre").bulkUpdate(batch, "name");
                                        });
                        assertThat(done).isEqualTo(25);
                    });

            assertThat(sizes).containsExactly(10, 10, 5);
            assertThat(test.texts("SELECT DISTINCT name FROM music_genre")).containsExactly("done");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tellsListenersBeforeAndAfterForEachApp(Kind kind) {
        List<String> heard = new ArrayList<>();
        try (var test = TestDatabase.of(kind);
                Signal.Connection<MigrateEvent> _ =
                        MigrateSignals.PRE_MIGRATE.connect(event ->
                                heard.add(
                                        "before "
                                                + event.app().label()
                                                + " "
                                                + event.state().models().size()));
                Signal.Connection<MigrateEvent> _ =
                        MigrateSignals.POST_MIGRATE.connect(event -> {
                            heard.add("after " + event.steps().size());
                            event.models()
                                    .all("music.Genre")
                                    .create(g -> g.set("name", event.alias()));
                        })) {
            Migrator.of(test.with(music())).migrate();
            Migrator.of(test.with(music())).migrate();

            assertThat(heard)
                    .containsExactly("before music 0", "after 1", "before music 4", "after 0");
            assertThat(test.texts("SELECT name FROM music_genre"))
                    .containsExactly("default", "default");
        }
    }
}
