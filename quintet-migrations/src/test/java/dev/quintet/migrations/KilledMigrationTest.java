package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.operations.AddIndexConcurrently;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.FieldType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Processes that are killed in the middle of a migration, and one that starts after them.
class KilledMigrationTest {

    static final class Tables extends Migration {
        Tables() {
            super("farm", "0001_initial");
            operations(
                    createModel("Owner", id()),
                    createModel(
                            "Cow",
                            id(),
                            field("name", FieldType.text(50)).indexed(),
                            field("age", FieldType.int32()).orNull()),
                    createModel("Calf", id(), foreignKey("cow", "farm.Cow", OnDelete.CASCADE)));
        }
    }

    /// Several operations, which are a rebuild each on SQLite.
    static final class Change extends Migration {
        Change() {
            super("farm", "0002_change");
            dependsOn("farm", "0001_initial");
            operations(
                    addField("Cow", field("weight", FieldType.int32()), 3),
                    alterField("Cow", field("age", FieldType.int32()), 1),
                    createModel("Barn", id(), field("name", FieldType.text(20))),
                    runJava(models -> models.all("farm.Barn").create(b -> b.set("name", "red"))),
                    renameField("Cow", "name", "called"),
                    removeField("Cow", "age"));
        }
    }

    static final class Pieces extends Migration {
        Pieces() {
            super("farm", "0003_pieces");
            atomic(false);
            dependsOn("farm", "0002_change");
            operations(
                    addField("Cow", field("stall", FieldType.int32()).orNull()),
                    backfill("Cow", "stall", 9, 2),
                    requireField("Cow", field("stall", FieldType.int32())),
                    new AddIndexConcurrently("farm.Cow", index("cow_stalls", "stall")));
        }
    }

    private static Context site(Database database) {
        return TestDatabase.site(
                database, new Migrated("farm", List.of(new Tables(), new Change(), new Pieces())));
    }

    /// The process that dies, at the statement of a number.
    static final class Victim {

        private Victim() {}

        public static void main(String... args) {
            int last = Integer.parseInt(args[1]);
            var sent = new AtomicInteger();
            try (Database database =
                    DatabaseOpener.open(Databases.DEFAULT, ServiceUrl.parse(args[0]))) {
                database.observe((_, _, _) -> {
                    if (sent.incrementAndGet() == last) {
                        die();
                    }
                });
                Migrator.of(site(database)).migrate();
                System.out.println("sent " + sent.get());
            }
        }

        private static void die() {
            try {
                new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid())
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException unable) {
                throw new IllegalStateException(unable);
            }
        }
    }

    private static String run(TestDatabase test, int last) throws Exception {
        String path =
                String.join(
                        File.pathSeparator,
                        Stream.of(
                                        System.getProperty("jdk.module.path", ""),
                                        System.getProperty("java.class.path", ""),
                                        "target/classes",
                                        "target/test-classes")
                                .filter(one -> !one.isEmpty())
                                .toList());
        Path said = Files.createTempFile("victim", ".txt");
        Process victim =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                path,
                                Victim.class.getName(),
                                test.url(),
                                "" + last)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(victim.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String out = Files.readString(said);
        Files.delete(said);
        assertThat(victim.exitValue()).as(out).isIn(0, 137);
        return out;
    }

    private static void given(TestDatabase test) {
        Migrator migrator = Migrator.of(site(test.database()));
        migrator.run(migrator.plan("farm", "0001"), false, Progress.silent());
        test.database()
                .execute(
                        List.of(
                                "INSERT INTO farm_cow (id, name, age) VALUES (1, 'Elsa', 4), (2,"
                                        + " 'Mina', NULL), (3, 'Berta', 7)",
                                "INSERT INTO farm_calf (id, cow_id) VALUES (1, 2)"));
    }

    private static void nothingIsLost(TestDatabase test, int last) {
        Migrator.of(site(test.database())).migrate();

        String after = "killed at statement " + last;
        assertThat(
                        test.texts(
                                "SELECT called FROM farm_cow WHERE weight = 3 AND stall = 9 ORDER BY id"))
                .as(after)
                .containsExactly("Elsa", "Mina", "Berta");
        assertThat(test.texts("SELECT cow_id FROM farm_calf")).as(after).containsExactly("2");
        assertThat(test.texts("SELECT name FROM farm_barn")).as(after).containsExactly("red");
        assertThat(test.columns("farm_cow")).as(after).doesNotContain("age", "name");
        assertThat(test.tables())
                .as(after)
                .containsExactlyInAnyOrder(
                        "farm_owner", "farm_cow", "farm_calf", "farm_barn", "django_migrations");
        assertThat(test.texts("SELECT name FROM django_migrations"))
                .as(after)
                .containsExactly("0001_initial", "0002_change", "0003_pieces");
    }

    private static void kill(Kind kind, int first, int step) throws Exception {
        for (int last = first; ; last += step) {
            try (var test = TestDatabase.of(kind)) {
                given(test);
                String out = run(test, last);
                nothingIsLost(test, last);
                if (out.contains("sent ")) {
                    return;
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsLostWhereverItIsKilled(Kind kind) throws Exception {
        kill(kind, 9, Map.of(Kind.SQLITE, 17, Kind.POSTGRESQL, 37, Kind.MARIADB, 37).get(kind));
    }

    @Tag("full")
    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsLostAtAnyStatement(Kind kind) throws Exception {
        kill(kind, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void twoProcessesThatStartAtOnceDoItOnce(Kind kind) throws Exception {
        try (var test = TestDatabase.of(kind)) {
            given(test);
            List<Thread> both = new ArrayList<>();
            List<String> said = java.util.Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 2; i++) {
                both.add(
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        said.add(run(test, -1));
                                    } catch (Exception | AssertionError failed) {
                                        said.add(String.valueOf(failed));
                                    }
                                }));
            }
            for (Thread one : both) {
                one.join();
            }

            assertThat(said).hasSize(2).allSatisfy(out -> assertThat(out).contains("sent "));
            nothingIsLost(test, -1);
        }
    }
}
