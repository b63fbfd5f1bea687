package dev.quintet.conformance.beside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.command.Commands;
import dev.quintet.migrations.inspect.Difference;
import dev.quintet.migrations.inspect.Drift;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.ModelState;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The models that `inspectdb --app` writes for an app of Django's: they compile, read its rows,
/// and lead to the models that the site has already.
class InspectedAppTest {

    @TempDir private Path folder = Path.of("");

    private List<ModelMapping<?>> compiled(List<Path> files) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-Xlint:all,-processing", "-Werror", "-d", "" + classes));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(
                        "-processorpath",
                        "../quintet-processor/target/classes"
                                + File.pathSeparator
                                + "../quintet-kernel/target/classes"));
        files.forEach(one -> command.add(one.toString()));
        Path said = folder.resolve("javac.txt");
        int result =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
        assertThat(result).as(Files.readString(said)).isZero();
        var loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        List<ModelMapping<?>> models = new ArrayList<>();
        for (Path one : files) {
            String name = one.getFileName().toString().replace(".java", "");
            models.add(
                    Mappings.of(loader.loadClass("site.library." + name).asSubclass(Entity.class)));
        }
        return models;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void writesModelsOfAnAppThatReadItsRows(String kind) throws Exception {
        try (Beside site = Beside.on(kind, false)) {
            Commands.Result said =
                    Commands.call(
                            site.context(),
                            "inspectdb",
                            "--app",
                            "library",
                            "lib_branch",
                            "--package",
                            "site.library",
                            "--source",
                            folder.toString());
            assertThat(said.exitCode()).as(said.err()).isZero();
            List<Path> files;
            try (Stream<Path> all = Files.list(folder.resolve("site/library"))) {
                files = all.sorted().toList();
            }
            List<ModelMapping<?>> models = compiled(files);

            assertThat(models).hasSize(17);
            assertThat(Files.readString(folder.resolve("site/library/Book.java")))
                    .contains(
                            "table = \"library_book\"",
                            "public final ManyToMany<Category> categories = manyToMany();",
                            "ForeignKey<Publisher> publisher");
            assertThat(Files.readString(folder.resolve("site/library/Member.java")))
                    .contains(
                            "import dev.quintet.auth.User;",
                            "OneToOne<@Nullable User> user",
                            "ManyToMany<Member> friends",
                            "ManyToMany<Book> favourites");
            assertThat(Files.readString(folder.resolve("site/library/Taggeditem.java")))
                    .contains("ForeignKey<ContentType> contentType");
            site.context().run(() -> read(site, models));
        }
    }

    private static void read(Beside site, List<ModelMapping<?>> models) {
        List<ModelMapping<?>> all = new ArrayList<>(site.context().get(Models.KEY).list());
        all.addAll(models);
        Models.of(all);
        for (ModelMapping<?> one : models) {
            assertThat(QuerySet.of(one).list()).as(one.state().label()).isNotEmpty();
        }
        List<ModelState> states =
                all.stream()
                        .<ModelState>map(ModelMapping::state)
                        .filter(one -> !one.app().equals("admin"))
                        .toList();
        assertThat(Drift.between(site.database(), states))
                .as("only what a model cannot say, and the file says as a comment")
                .allMatch(one -> one.expected() == null)
                .extracting(Difference::kind)
                .isSubsetOf(Difference.Kind.CHECK, Difference.Kind.INDEX, Difference.Kind.COLUMN);
    }
}
