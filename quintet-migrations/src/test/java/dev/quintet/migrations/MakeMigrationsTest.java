package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigratorTest.Migrated;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.autodetect.Interview;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.operations.Backfill;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.migrations.press.PressApp;
import dev.quintet.migrations.source.MigrationSource;
import dev.quintet.migrations.store.Bargain;
import dev.quintet.migrations.store.Bundle;
import dev.quintet.migrations.store.Colour;
import dev.quintet.migrations.store.Crate;
import dev.quintet.migrations.store.Crates;
import dev.quintet.migrations.store.Maker;
import dev.quintet.migrations.store.Product;
import dev.quintet.migrations.store.Shelf;
import dev.quintet.migrations.store.StoreApp;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `makemigrations` writes: compiled, read and applied.
class MakeMigrationsTest {

    @TempDir private Path sources;

    private static Context site(List<Migration> migrations) {
        return TestDatabase.site(new StoreApp(migrations));
    }

    private Commands.Result call(Context site, String... args) {
        List<String> all = new ArrayList<>(List.of("makemigrations", "--source", "" + sources));
        all.addAll(List.of(args));
        return site.call(() -> Commands.call(site, all.toArray(String[]::new)));
    }

    /// The migrations that lie in the folder, compiled.
    private List<Migration> written() throws Exception {
        Path classes = Files.createDirectories(sources.resolve("classes"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", "" + classes));
        command.addAll(List.of("-p", System.getProperty("jdk.module.path", "")));
        command.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
        try (var files = Files.walk(sources.resolve("dev"))) {
            files.filter(one -> one.toString().endsWith(".java"))
                    .forEach(one -> command.add(one.toString()));
        }
        Path said = sources.resolve("javac.txt");
        int result =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
        assertThat(result).as(Files.readString(said)).isZero();
        URL[] urls = {classes.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            Class<?> list = loader.loadClass("dev.quintet.migrations.store.migrations.Migrations");
            @SuppressWarnings("unchecked") // that is what it says
            List<Migration> all = (List<Migration>) list.getMethod("all").invoke(null);
            return all;
        }
    }

    @Test
    void writesJavaThatMakesTheVeryModels() throws Exception {
        assertThat(call(site(List.of())).exitCode()).isZero();

        List<Migration> migrations = written();

        Context site = site(migrations);
        assertThat(ProjectMigrations.of(site).missing(Set.of(), Questioner.silent(), "unnamed"))
                .isEmpty();
        assertThat(call(site).out()).isEqualTo("No changes detected\n");
        assertThat(call(site, "--check").exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writesMigrationsThatAreAppliedAndTakenBack(Kind kind) throws Exception {
        call(site(List.of()));
        List<Migration> migrations = written();
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(new StoreApp(migrations));

            Migrator.of(site).migrate();

            assertThat(test.tables())
                    .contains(
                            "store_product",
                            "store_product_helpers",
                            "store_maker",
                            "store_maker_friends",
                            "store_bundle",
                            "store_shelf",
                            "store_crate")
                    .doesNotContain("store_bargain");

            Migrator migrator = Migrator.of(site);
            migrator.run(migrator.plan("store", Migrator.ZERO), false, Progress.silent());

            assertThat(test.tables()).containsExactly("django_migrations");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void makesTheColumnOfATypeOfOnesOwn(Kind kind) throws Exception {
        assertThat(call(site(List.of()), "--dry-run").out()).contains("\"ColourField\"");
        call(site(List.of()));
        List<Migration> migrations = written();
        try (var test = TestDatabase.of(kind)) {
            Context site = test.with(new StoreApp(migrations));
            Migrator.of(site).migrate();

            site.run(() -> {
                var shelf = new Shelf();
                shelf.aisle = "A";
                shelf.number = 1;
                shelf.save();
                var crate = new Crate();
                crate.shelf.set(shelf);
                crate.colour = new Colour(0xff8000);
                crate.save();

                assertThat(Crates.get(Crates.colour.eq(new Colour(0xff8000)))).isEqualTo(crate);
            });
            assertThat(test.texts("SELECT colour FROM store_crate")).containsExactly("#ff8000");
        }
    }

    @Test
    void saysWhatIsNewAndWritesNothingWhenItOnlyLooks() {
        Commands.Result result = call(site(List.of()), "--check");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("Migrations for 'store':\n")
                .contains("M0001Initial.java\n")
                .contains("    + Create model Product\n")
                .contains("    + Create proxy model Bargain\n");
        assertThat(sources.resolve("dev")).doesNotExist();
    }

    @Test
    void callsEmptyOnesAsItIsTold() throws Exception {
        call(site(List.of()));

        call(site(written()), "--empty", "store", "--name", "fill_in_slugs");

        assertThat(written().getLast().name().name()).isEqualTo("0002_fill_in_slugs");
        assertThat(written().getLast().dependencies()).containsExactly(written().getFirst().name());
    }

    @Test
    void refusesAnAppThatHasNoMigrations() {
        Context site = TestDatabase.site(new PressApp(), new Migrated("catalog", List.of()));

        assertThatThrownBy(() -> call(site, "press"))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("migrations.E025")
                .hasMessageContaining("HasMigrations");
    }

    @Test
    void asksForWhatRowsThatExistGetOrTakesItFromAFlag() throws Exception {
        List<Migration> early = new ArrayList<>();
        early.add(new Early());

        assertThatThrownBy(() -> call(site(early), "--no-input"))
                .hasMessageContaining("makemigrations --default store.Maker.name=VALUE");

        String out =
                call(site(early), "--no-input", "--dry-run", "--default", "store.Maker.name=?")
                        .out();
        assertThat(out).contains("addField(\n").contains("\"?\"");
    }

    @Test
    void asksWhetherAModelWasRenamed() {
        var answers = new BufferedReader(new StringReader("maybe\ny\n"));
        var asked = new StringWriter();

        var missing =
                ProjectMigrations.of(site(List.of(new Formerly())))
                        .missing(
                                Set.of(),
                                new Interview(answers, new PrintWriter(asked)),
                                "unnamed");

        assertThat(asked.toString()).contains("Was the model store.Smith renamed to Maker? [y/N]");
        assertThat(missing.get("store").getFirst().operations())
                .contains(new RenameModel("store.Smith", "Maker"));
    }

    @Test
    void takesRenamingsFromFlagsAndFromAFileWhereNobodyCanBeAsked() throws Exception {
        String plain = call(site(List.of(new Formerly())), "--dry-run", "--no-input").out();
        assertThat(plain).contains("Delete model Smith").doesNotContain("Rename model");

        String flag = "store.Smith=store.Maker";
        String told =
                call(site(List.of(new Formerly())), "--dry-run", "--no-input", "--rename", flag)
                        .out();
        assertThat(told)
                .contains("renameModel(\"Smith\", \"Maker\")")
                .doesNotContain("Delete model");

        Path file = sources.resolve("answers.txt");
        Files.writeString(file, "--rename " + flag + "\n--default store.Maker.name=?\n");
        assertThat(call(site(List.of(new Formerly())), "--dry-run", "--no-input", "@" + file).out())
                .isEqualTo(told);
    }

    @Test
    void takesAChangeApartIntoStepsThatASiteInUseDoesNotFeel() {
        ProjectMigrations project = ProjectMigrations.of(site(List.of(new Bare())));

        var plain = project.missing(Set.of(), new Always(), "unnamed");
        var safe = project.missingInSafeSteps(Set.of(), new Always(), "unnamed");

        List<MigrationDraft> steps = safe.get("store");
        MigrationDraft fill = steps.get(steps.size() - 2);
        MigrationDraft contract = steps.getLast();
        assertThat(fill.atomic()).isFalse();
        assertThat(fill.operations()).contains(new Backfill("store.product", "stock", 0));
        assertThat(contract.dependencies()).containsExactly(fill.name());
        assertThat(MigrationSource.of("x", fill, project::proper))
                .contains("        atomic(false);\n")
                .contains("backfill(\"Product\", \"stock\", 0)");
        assertThat(MigrationSource.of("x", contract, project::proper))
                .contains("\"Product\", field(\"stock\", FieldType.int32().orMore()))");
        String stock = "Add field stock to product";
        assertThat(project.unsafe(plain, "postgresql"))
                .anySatisfy(one -> {
                    assertThat(one.code()).isEqualTo("migrations.W040");
                    assertThat(one.operation()).isEqualToIgnoringCase(stock);
                });
        assertThat(project.unsafe(safe, "postgresql"))
                .noneSatisfy(one -> assertThat(one.operation()).isEqualToIgnoringCase(stock));
    }

    /// Has an answer to everything.
    private static final class Always implements Questioner {

        @Override
        public boolean renamedModel(ModelState gone, ModelState added) {
            return false;
        }

        @Override
        public boolean renamedField(ModelState model, FieldState gone, FieldState added) {
            return false;
        }

        @Override
        public Optional<Object> defaultOfNew(ModelState model, FieldState field) {
            return Optional.of(field.type().sql() instanceof SqlType.Int ? 0 : "?");
        }

        @Override
        public Optional<Object> defaultForNulls(ModelState model, FieldState field) {
            return defaultOfNew(model, field);
        }
    }

    /// The models when `Maker` was called otherwise.
    private static final class Formerly extends Migration {
        private Formerly() {
            super("store", "0001_initial");
            List<ModelState> models = new ArrayList<>();
            for (Class<? extends Entity> one :
                    List.of(Product.class, Bundle.class, Bargain.class, Maker.class)) {
                models.add(Mappings.of(one).state());
            }
            ProjectState.of(models)
                    .renamedModel("store.Maker", "Smith")
                    .models()
                    .forEach(one -> operations(createModel(one)));
        }
    }

    private static final class Bare extends Migration {
        private Bare() {
            super("store", "0001_initial");
            operations(createModel("Product", id()));
        }
    }

    private static final class Early extends Migration {
        private Early() {
            super("store", "0001_initial");
            operations(createModel("Maker", id()));
        }
    }
}
