package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.atlas.AtlasApp;
import dev.quintet.migrations.atlas.Samples;
import dev.quintet.migrations.error.FixtureException;
import dev.quintet.migrations.fixtures.DumpOptions;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.Flush;
import dev.quintet.migrations.fixtures.LoadOptions;
import dev.quintet.migrations.fixtures.Serializers;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Databases;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixturesTest {

    private static final Apps APPS = Apps.of(List.of(new AtlasApp()));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bringsAllKindsOfValuesBackAsTheyWere(Kind kind) {
        try (var from = TestDatabase.of(kind);
                var to = TestDatabase.of(kind)) {
            load(site(from), FixtureFormat.JSON, SAMPLES);
            for (FixtureFormat format : FixtureFormat.values()) {
                String dump = dump(site(from), format, DumpOptions.USUAL.indented(1));
                Context other = site(to);
                Flush.tables(other, to.database());
                load(other, format, dump);

                assertThat(dump(other, format, DumpOptions.USUAL.indented(1)))
                        .as(format.name())
                        .isEqualTo(dump);
            }
        }
    }

    @Test
    void writesJsonAsDjangoDoes() {
        try (var database = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(database);
            load(site, FixtureFormat.JSON, SAMPLES);

            assertThat(dump(site, FixtureFormat.JSON, DumpOptions.USUAL.indented(2)))
                    .isEqualTo(SAMPLES);
            String lines =
                    site.call(() ->
                            Serializers.serialize(
                                    FixtureFormat.JSONL, Samples.all().orderBy("pk")));
            assertThat(lines)
                    .startsWith(
                            "{\"model\": \"atlas.sample\",\"pk\":"
                                    + " \"00000000-0000-0000-0000-000000000001\",\"fields\":"
                                    + " {\"short_text\": \"Größe\",")
                    .endsWith("}}\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void loadsRowsThatLeadToEachOtherInACircle(Kind kind) {
        try (var database = TestDatabase.of(kind)) {
            Context site = site(database);
            Fixtures.Loaded loaded = load(site, FixtureFormat.JSON, CIRCLE);

            assertThat(loaded.loaded()).isEqualTo(4);
            assertThat(
                            database.texts(
                                    "SELECT c.name FROM atlas_country k JOIN atlas_city c ON c.id ="
                                            + " k.capital_id ORDER BY k.iso_code"))
                    .containsExactly("Berlin", "Paris");
            assertThat(database.texts("SELECT count(*) FROM atlas_city_twins"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void findsRowsByTheirNaturalKeysWhateverTheirIds(Kind kind) {
        try (var from = TestDatabase.of(kind);
                var to = TestDatabase.of(kind)) {
            Context site = site(from);
            load(site, FixtureFormat.JSON, CIRCLE);
            Context other = site(to);
            load(
                    other,
                    FixtureFormat.JSON,
                    "[{\"model\": \"atlas.country\", \"pk\": 77, \"fields\": {\"iso_code\":"
                            + " \"FR\", \"capital\": null}}]");
            for (FixtureFormat format : FixtureFormat.values()) {
                String dump = dump(site, format, DumpOptions.USUAL.indented(1).natural());
                load(other, format, dump);
                load(other, format, dump);

                assertThat(dump(other, format, DumpOptions.USUAL.indented(1).natural()))
                        .as(format.name())
                        .hasSameSizeAs(dump);
            }

            assertThat(to.texts("SELECT id FROM atlas_country WHERE iso_code = 'FR'"))
                    .containsExactly("77");
            assertThat(to.texts("SELECT count(*) FROM atlas_city")).containsExactly("2");
            assertThat(to.texts("SELECT count(*) FROM atlas_city_twins")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void givesTheNextKeyBehindThoseThatWereLoaded(Kind kind) {
        try (var database = TestDatabase.of(kind)) {
            Context site = site(database);
            load(
                    site,
                    FixtureFormat.JSON,
                    "[{\"model\": \"atlas.country\", \"pk\": 41, \"fields\": {\"iso_code\":"
                            + " \"FR\", \"capital\": null}}]");
            load(
                    site,
                    FixtureFormat.JSON,
                    "[{\"model\": \"atlas.country\", \"fields\": {\"iso_code\": \"DE\","
                            + " \"capital\": null}}]");

            assertThat(database.texts("SELECT id FROM atlas_country WHERE iso_code = 'DE'"))
                    .containsExactly("42");
            Flush.tables(site, database.database());
            load(
                    site,
                    FixtureFormat.JSON,
                    "[{\"model\": \"atlas.country\", \"fields\": {\"iso_code\": \"IT\","
                            + " \"capital\": null}}]");
            assertThat(database.texts("SELECT id FROM atlas_country")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void loadsNothingWhereOneObjectCannotBe(Kind kind) {
        try (var database = TestDatabase.of(kind)) {
            Context site = site(database);
            String good =
                    "{\"model\": \"atlas.country\", \"pk\": 1, \"fields\": {\"iso_code\": \"FR\","
                            + " \"capital\": null}}";

            refuses(
                    site,
                    good,
                    "{\"model\": \"atlas.cuontry\", \"pk\": 2}",
                    "E083",
                    "object 2",
                    "atlas.country");
            refuses(
                    site,
                    good,
                    "{\"model\": \"atlas.country\", \"pk\": 2, \"fields\": {\"iso_cod\": \"DE\"}}",
                    "E084",
                    "object 2",
                    "Did you mean 'iso_code'?");
            refuses(
                    site,
                    good,
                    "{\"model\": \"atlas.country\", \"pk\": \"two\", \"fields\": {}}",
                    "E085",
                    "'pk'",
                    "object 2 (atlas.country, pk=two)");
            refuses(
                    site,
                    good,
                    "{\"model\": \"atlas.city\", \"pk\": 2, \"fields\": {\"name\": \"Rome\","
                            + " \"country\": [\"IT\"]}}",
                    "E086",
                    "'country'",
                    "[IT]");
            refuses(
                    site,
                    good,
                    "{\"model\": \"atlas.city\", \"pk\": 2, \"fields\": {\"name\": \"Rome\","
                            + " \"country\": 9}}",
                    "E087",
                    "'country'",
                    "pk=2");
            refuses(
                    site,
                    good,
                    "{\"model\": \"atlas.country\", \"pk\": 2, \"fields\": {\"iso_code\": \"FR\"}}",
                    "E088",
                    "object 2",
                    "test.json");
            refuses(site, good, "{\"model\": ", "E082", "test.json", "");

            assertThat(database.texts("SELECT count(*) FROM atlas_country")).containsExactly("0");
        }
    }

    private static void refuses(Context site, String good, String bad, String... words) {
        assertThatThrownBy(() -> load(site, FixtureFormat.JSON, "[" + good + ",\n" + bad + "]"))
                .isInstanceOf(FixtureException.class)
                .message()
                .contains(words);
    }

    @Test
    void passesOverWhatIsNotThereOnlyWhenTold() {
        try (var database = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(database);
            String text =
                    "[{\"model\": \"gone.model\", \"pk\": 1, \"fields\": {}}, {\"model\":"
                            + " \"atlas.country\", \"pk\": 1, \"fields\": {\"iso_code\": \"FR\","
                            + " \"gone\": 1}}]";
            var options = new LoadOptions("default", null, List.of(), true, _ -> {});
            Fixtures.Loaded loaded =
                    Fixtures.of(site).load(FixtureFormat.JSON, "test.json", stream(text), options);

            assertThat(loaded.loaded()).isEqualTo(1);
            assertThat(loaded.seen()).isEqualTo(2);
        }
    }

    @Test
    void refusesDocumentTypesAndAliasesOfLists() {
        try (var database = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(database);

            assertThatThrownBy(() ->
                            load(
                                    site,
                                    FixtureFormat.XML,
                                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                            + "<django-objects>&a;</django-objects>"))
                    .isInstanceOf(FixtureException.class)
                    .hasMessageContaining("document type");
            assertThatThrownBy(() ->
                            load(
                                    site,
                                    FixtureFormat.YAML,
                                    "- model: atlas.country\n  pk: 1\n  fields: &f {iso_code: FR}\n"
                                            + "- model: atlas.country\n  pk: 2\n  fields: *f\n"))
                    .isInstanceOf(FixtureException.class)
                    .hasMessageContaining("alias");
        }
    }

    @Test
    void dumpsAndLoadsByCommands(@TempDir Path folder) {
        try (var database = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(database);
            load(site, FixtureFormat.JSON, CIRCLE);
            Path file = folder.resolve("all.yaml.gz");

            run(
                    site,
                    0,
                    "dumpdata",
                    "atlas",
                    "-e",
                    "atlas.Sample",
                    "--natural-foreign",
                    "-o",
                    file.toString());
            run(site, 0, "flush", "--noinput");
            assertThat(database.texts("SELECT count(*) FROM atlas_city")).containsExactly("0");
            assertThat(run(site, 0, "loaddata", file.toString()))
                    .contains("Installed 4 object(s) from 1 fixture(s)");
            assertThat(run(site, 0, "dumpdata", "atlas.country", "--pks", "1"))
                    .contains("\"pk\": 1")
                    .doesNotContain("\"pk\": 2");
            assertThat(run(site, 1, "loaddata", "nothing")).contains("migrations.E080");
            assertThat(run(site, 1, "flush")).contains("migrations.E097");
        }
    }

    @Test
    void seedsTheSameRowsHoweverOften() {
        try (var database = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(database);
            run(site, 0, "seed");
            String once = dump(site, FixtureFormat.JSON, DumpOptions.USUAL);
            run(site, 0, "seed");

            assertThat(dump(site, FixtureFormat.JSON, DumpOptions.USUAL)).isEqualTo(once);
            assertThat(run(site, 1, "seed", "nobody")).contains("migrations.E098");
        }
    }

    /// Django itself loads what we write, and we what it writes; then both have the same rows.
    @Test
    void djangoReadsOursAndWeItsOwn(@TempDir Path folder) throws Exception {
        Path script = Path.of("src/test/resources/fixtures/judge.py").toAbsolutePath();
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(
                Files.exists(python)
                        && run(List.of(python.toString(), "-c", "import django, yaml")) == 0,
                "skipped: no Django beside /usr/bin/python3");
        try (var database = TestDatabase.of(Kind.SQLITE)) {
            Context site = site(database);
            load(site, FixtureFormat.JSON, SAMPLES);
            load(site, FixtureFormat.JSON, CIRCLE);
            var options = DumpOptions.USUAL.indented(1);
            for (FixtureFormat format : FixtureFormat.values()) {
                Files.writeString(folder.resolve("ours." + format), dump(site, format, options));
            }

            assertThat(run(List.of(python.toString(), script.toString(), folder.toString())))
                    .isZero();

            for (FixtureFormat format : FixtureFormat.values()) {
                for (FixtureFormat by : List.of(FixtureFormat.JSON, FixtureFormat.XML)) {
                    assertThat(Files.readString(folder.resolve("django-" + format + "." + by)))
                            .as("Django's %s after it loaded our %s", by, format)
                            .isEqualTo(dump(site, by, options));
                }
            }
            for (FixtureFormat by : FixtureFormat.values()) {
                Flush.tables(site, database.database());
                load(site, by, Files.readString(folder.resolve("django-jsonl." + by)));
                assertThat(dump(site, FixtureFormat.XML, options))
                        .as("our rows after we loaded Django's %s", by)
                        .isEqualTo(Files.readString(folder.resolve("django-jsonl.xml")));
            }
        }
    }

    private static int run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String run(Context site, int exit, String... args) {
        var text = new StringWriter();
        int code =
                Commands.of(site, "site").run(new PrintWriter(text), new PrintWriter(text), args);
        assertThat(code).as(text.toString()).isEqualTo(exit);
        return text.toString();
    }

    private static String dump(Context site, FixtureFormat format, DumpOptions options) {
        var text = new StringBuilder();
        Fixtures.of(site)
                .dump(format, Databases.DEFAULT, List.of(), List.of(), List.of(), options, text);
        return text.toString();
    }

    private static Fixtures.Loaded load(Context site, FixtureFormat format, String text) {
        return Fixtures.of(site).load(format, "test.json", stream(text), LoadOptions.USUAL);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Context site(TestDatabase database) {
        Context site =
                Context.of(new Settings(), APPS, Clock.systemUTC())
                        .with(Models.KEY, Models.of(APPS))
                        .with(Databases.KEY, Databases.of(List.of(database.database())));
        site.run(() -> Migrator.of(site, Databases.DEFAULT).migrate());
        return site;
    }

    private static final String SAMPLES =
            """
            [
            {
              "model": "atlas.sample",
              "pk": "00000000-0000-0000-0000-000000000001",
              "fields": {
                "short_text": "Größe",
                "text": "two\\nlines, \\"quotes\\", a \\\\ and <tags> & 'more' 🎺: yes",
                "big": 9007199254740993,
                "ratio": 1e+16,
                "live": true,
                "price": "12.5000",
                "day": "2026-01-31",
                "hour": "09:30:00",
                "moment": "2026-01-31T09:30:15.123Z",
                "length": "1 02:30:00",
                "bytes": "AP8B",
                "document": {
                  "list": [
                    1,
                    2.5,
                    null,
                    "x"
                  ],
                  "empty": [],
                  "deep": {
                    "é": true
                  }
                }
              }
            },
            {
              "model": "atlas.sample",
              "pk": "00000000-0000-0000-0000-000000000002",
              "fields": {
                "short_text": "no",
                "text": "2026-01-31",
                "big": -1,
                "ratio": null,
                "live": false,
                "price": null,
                "day": null,
                "hour": null,
                "moment": null,
                "length": null,
                "bytes": null,
                "document": null
              }
            }
            ]
            """;

    private static final String CIRCLE =
            """
            [
            {"model": "atlas.country", "pk": 1, "fields": {"iso_code": "FR", "capital": ["Paris", "FR"]}},
            {"model": "atlas.country", "pk": 2, "fields": {"iso_code": "DE", "capital": ["Berlin", "DE"]}},
            {"model": "atlas.city", "pk": 1, "fields": {"name": "Paris", "country": ["FR"], "twins": [["Berlin", "DE"]], "samples": []}},
            {"model": "atlas.city", "pk": 2, "fields": {"name": "Berlin", "country": ["DE"], "twins": [["Paris", "FR"]], "samples": []}}
            ]
            """;
}
