package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.orm.OnDelete;
import dev.quintet.orm.state.FieldType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The how-to "Move a model to another app", word by word.
class MovedModelTest {

    static final class Catalog extends Migration {
        Catalog() {
            super("catalog", "0007_last");
            operations(
                    createModel("Genre", id(), field("name", FieldType.text(80))),
                    createModel(
                            "Album", id(), foreignKey("genre", "catalog.Genre", OnDelete.PROTECT)));
        }
    }

    static final class Music extends Migration {
        Music() {
            super("music", "0001_initial");
        }
    }

    static final class Arrived extends Migration {
        Arrived() {
            super("music", "0002_genre");
            dependsOn("music", "0001_initial");
            dependsOn("catalog", "0007_last");
            operations(
                    separately(
                            List.of(),
                            List.of(
                                    createModel(
                                            model("Genre")
                                                    .inTable("catalog_genre")
                                                    .with(id())
                                                    .with(field("name", FieldType.text(80)))))));
        }
    }

    static final class Gone extends Migration {
        Gone() {
            super("catalog", "0008_genre_moved");
            dependsOn("catalog", "0007_last");
            dependsOn("music", "0002_genre");
            operations(
                    separately(
                            List.of(),
                            List.of(
                                    alterField(
                                            "Album",
                                            foreignKey("genre", "music.Genre", OnDelete.PROTECT)),
                                    deleteModel("Genre"))));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsEveryRowAndTheKeysThatLeadToThem(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Migrator.of(test.with(new Migrated("catalog", List.of(new Catalog())))).migrate();
            test.database()
                    .execute(
                            List.of(
                                    "INSERT INTO catalog_genre (id, name) VALUES (1, 'Jazz')",
                                    "INSERT INTO catalog_album (id, genre_id) VALUES (1, 1)"));
            Context site =
                    test.with(
                            new Migrated("catalog", List.of(new Catalog(), new Gone())),
                            new Migrated("music", List.of(new Music(), new Arrived())));
            Migrator migrator = Migrator.of(site);

            assertThat(migrator.statements("music", "0002", false))
                    .allSatisfy(one -> assertThat(one.statements()).isEmpty());
            assertThat(migrator.statements("catalog", "0008", false))
                    .allSatisfy(one -> assertThat(one.statements()).isEmpty());
            migrator.migrate();
            assertThat(Migrations.of(site).state().find("catalog.Genre")).isNull();
            assertThat(Migrations.of(site).state().get("music.Genre").table())
                    .isEqualTo("catalog_genre");
            migrator.run(migrator.plan("catalog", "0007"), false, Progress.silent());

            assertThat(test.texts("SELECT name FROM catalog_genre")).containsExactly("Jazz");
            assertThat(test.texts("SELECT genre_id FROM catalog_album")).containsExactly("1");
        }
    }
}
