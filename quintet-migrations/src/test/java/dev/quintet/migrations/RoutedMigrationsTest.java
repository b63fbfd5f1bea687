package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.DatabaseRouter;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tables are made where their models live, and only those that are ours to make.
class RoutedMigrationsTest {

    @TempDir Path folder;

    private static ModelState model(String name) {
        return ModelState.of("house", name)
                .with(FieldState.of("id", FieldType.bigAuto()).asKey())
                .with(FieldState.of("name", FieldType.text(20)));
    }

    private static final class Tables extends Migration {
        Tables() {
            super("house", "0001_initial");
            operations(
                    createModel(model("Lamp")),
                    createModel(model("Visit")),
                    createModel(model("Report").unmanaged()));
        }
    }

    /// Visits live in the other database.
    private static final class VisitsApart implements DatabaseRouter {

        @Override
        public @Nullable String dbForRead(ModelState model, @Nullable String near) {
            return model.name().equals("Visit") ? "other" : null;
        }

        @Override
        public @Nullable String dbForWrite(ModelState model, @Nullable String near) {
            return dbForRead(model, near);
        }

        @Override
        public Boolean allowMigrate(String database, ModelState model) {
            return model.name().equals("Visit") == database.equals("other");
        }
    }

    private Database open(String alias) {
        return DatabaseOpener.open(
                alias, ServiceUrl.parse("sqlite:" + folder.resolve(alias + ".db")));
    }

    @Test
    void makesEachTableInTheDatabaseOfItsModelAndAsksItThere() {
        try (Database main = open("default");
                Database other = open("other")) {
            Context site =
                    Context.of(
                                    new Settings(),
                                    Apps.of(List.of(new Migrated("house", List.of(new Tables())))),
                                    Clock.systemUTC())
                            .with(
                                    Databases.KEY,
                                    Databases.of(List.of(main, other), List.of(new VisitsApart())));

            Migrator.of(site).migrate();
            Migrator.of(site, "other").migrate();

            assertThat(History.tables(main)).contains("house_lamp").doesNotContain("house_visit");
            assertThat(History.tables(other)).contains("house_visit").doesNotContain("house_lamp");
            site.run(() -> {
                var visits = HistoricalModels.of(List.of(model("Visit")), "other");
                visits.all("house.Visit").create(visit -> visit.set("name", "Ada"));
                assertThat(visits.all("house.Visit").count()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void makesNoTableForAModelThatIsNotOurs(Kind kind) {
        try (var test = TestDatabase.of(kind)) {
            Migrator.of(test.with(new Migrated("house", List.of(new Tables())))).migrate();

            assertThat(test.tables())
                    .contains("house_lamp", "house_visit")
                    .doesNotContain("house_report");
        }
    }
}
