package dev.quintet.contenttypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.migrations.Migrator;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that Django made: what it has done is found done, and what is done here it finds.
class BesideDjangoTest {

    @TempDir private Path folder;

    private Path copy() throws Exception {
        String set = System.getenv("QUINTET_REALDATA");
        Path home = set == null ? Path.of("../../shared/realdata/django") : Path.of(set);
        Path file = home.resolve("db.sqlite3");
        Assumptions.assumeTrue(Files.exists(file), "no " + file);
        return Files.copy(file, folder.resolve("db.sqlite3"));
    }

    private static List<String> rows(Database database, String sql) {
        return database.query(
                SqlStatement.of(sql),
                new Object[0],
                (result, _) -> {
                    var rows = new ArrayList<String>();
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                    return rows;
                });
    }

    @Test
    void findsDjangosMigrationsDoneAndItsTypesRowForRow() throws Exception {
        try (TestLibrary site = TestLibrary.over("sqlite:" + copy(), new ContentTypesApp())) {
            site.run(() -> {
                Database database = dev.quintet.orm.connection.Databases.current().get();
                String all = "SELECT id || app_label || model FROM django_content_type ORDER BY id";
                List<String> before = rows(database, all);
                List<String> history = rows(database, "SELECT name FROM django_migrations");

                assertThat(Migrator.of(site.site()).plan()).isEmpty();
                Migrator.of(site.site()).migrate();

                assertThat(rows(database, all)).isEqualTo(before);
                assertThat(rows(database, "SELECT name FROM django_migrations")).isEqualTo(history);
                assertThat(ContentTypes.all().count()).isEqualTo(before.size());
                assertThat(ContentTypeRegistry.current().byNaturalKey("library", "book").model)
                        .isEqualTo("book");
            });
        }
    }

    @Test
    void leavesATableThatDjangoFindsDone() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(
                Files.exists(python) && run(python, "-c", "import django").exit() == 0,
                "no Django");
        Path file = folder.resolve("ours.sqlite3");
        try (TestLibrary site = TestLibrary.over("sqlite:" + file, new ContentTypesApp())) {
            site.run(() -> Migrator.of(site.site()).migrate());
        }
        Path script = folder.resolve("judge.py");
        Files.writeString(
                script,
                """
                import sys
                import django
                from django.conf import settings
                settings.configure(
                    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
                    INSTALLED_APPS=["django.contrib.contenttypes"], USE_TZ=True)
                django.setup()
                from django.core.management import call_command
                call_command("migrate", "--plan", verbosity=1)
                from django.contrib.contenttypes.models import ContentType
                print(ContentType.objects.get_for_model(ContentType).pk, ContentType.objects.count())
                """);

        Said said = run(python, script.toString(), file.toString());

        assertThat(said.text()).contains("No planned migration operations.", "1 1");
    }

    private record Said(int exit, String text) {}

    private Said run(Path program, String... arguments) throws Exception {
        var command = new ArrayList<String>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("said.txt");
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start()
                        .waitFor();
        return new Said(exit, Files.readString(out));
    }
}
