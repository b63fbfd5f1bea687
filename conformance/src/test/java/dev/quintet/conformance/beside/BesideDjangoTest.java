package dev.quintet.conformance.beside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.PermissionRows;
import dev.quintet.conformance.realdb.library.Author;
import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Book;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.Categories;
import dev.quintet.conformance.realdb.library.Category;
import dev.quintet.conformance.realdb.library.Copies;
import dev.quintet.conformance.realdb.library.Copy;
import dev.quintet.conformance.realdb.library.Language;
import dev.quintet.conformance.realdb.library.Members;
import dev.quintet.conformance.realdb.library.Publishers;
import dev.quintet.conformance.realdb.library.Status;
import dev.quintet.conformance.realdb.library.TaggedItem;
import dev.quintet.conformance.realdb.polls.Question;
import dev.quintet.contenttypes.ContentTypeRegistry;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.json.Json;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.fixtures.DumpOptions;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.Flush;
import dev.quintet.migrations.fixtures.LoadOptions;
import dev.quintet.migrations.inspect.Drift;
import dev.quintet.orm.Models;
import dev.quintet.orm.Slug;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Models over the tables of a Django site that runs on, in SQLite and in PostgreSQL: either side
/// finds what the other did.
class BesideDjangoTest {

    private static final String HISTORY =
            "SELECT app || '.' || name FROM django_migrations ORDER BY id";
    private static final String TYPES =
            "SELECT id || ' ' || app_label || '.' || model FROM django_content_type ORDER BY id";
    private static final String PERMISSIONS =
            "SELECT id || ' ' || content_type_id || ' ' || codename || ' ' || name"
                    + " FROM auth_permission ORDER BY id";

    private static String dump(Beside site, FixtureFormat format) {
        var out = new StringBuilder();
        Fixtures.of(site.context())
                .dump(
                        format,
                        "default",
                        List.of(),
                        List.of(),
                        List.of(),
                        DumpOptions.USUAL.indented(1),
                        out);
        return out.toString();
    }

    private static Map<String, Map<String, String>> rows(Beside site) throws Exception {
        var all = XmlDump.read(dump(site, FixtureFormat.XML).getBytes(StandardCharsets.UTF_8));
        all.values().forEach(fields -> fields.replaceAll((_, text) -> document(text)));
        return all;
    }

    /// {@return a document with its names in one order, which PostgreSQL does not keep}
    private static String document(String text) {
        return text.startsWith("{") ? String.valueOf(ordered(Json.parse(text))) : text;
    }

    private static @Nullable Object ordered(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                var names = new TreeMap<String, @Nullable Object>();
                map.forEach((name, value) -> names.put(String.valueOf(name), ordered(value)));
                yield names;
            }
            case List<?> list -> list.stream().map(BesideDjangoTest::ordered).toList();
            case null, default -> json;
        };
    }

    /// What Django's own dump says of the same rows, less what is not ours to say: the entry of the
    /// admin's history has the key of any user, and what the database works out is not written
    /// down.
    private static Map<String, Map<String, String>> recorded() throws Exception {
        Map<String, Map<String, String>> all =
                XmlDump.read(Files.readAllBytes(Beside.FOLDER.resolve("dump.xml")));
        all.forEach((object, fields) -> {
            fields.replaceAll((_, text) -> document(text));
            if (object.startsWith("admin.logentry")) {
                fields.put("user_id", String.valueOf(fields.remove("user")));
            }
            if (object.startsWith("library.invoiceline")) {
                fields.remove("total");
            }
        });
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void readsEveryRowAsDjangoDoes(String kind) throws Exception {
        try (Beside site = Beside.on(kind)) {
            assertThat(rows(site)).containsExactlyInAnyOrderEntriesOf(recorded());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite,XML",
        "sqlite,YAML",
        "sqlite,JSON",
        "sqlite,JSONL",
        "postgresql,XML",
        "postgresql,YAML",
        "postgresql,JSON",
        "postgresql,JSONL"
    })
    void loadsDjangosFilesUnchanged(String kind, FixtureFormat format) throws Exception {
        try (Beside site = Beside.on(kind)) {
            Map<String, Map<String, String>> before = rows(site);
            Flush.tables(site.context(), site.database());
            Path file = Beside.FOLDER.resolve("dump." + format);
            Fixtures.Loaded loaded;
            try (InputStream in = Files.newInputStream(file)) {
                loaded =
                        Fixtures.of(site.context())
                                .load(format, file.toString(), in, LoadOptions.USUAL);
            }

            assertThat(loaded.loaded()).isEqualTo(before.size());
            if (format == FixtureFormat.XML || format == FixtureFormat.YAML) {
                assertThat(rows(site)).containsExactlyInAnyOrderEntriesOf(before);
            } else {
                // Django's JSON keeps milliseconds only.
                assertThat(objects(dump(site, FixtureFormat.JSON)))
                        .containsExactlyInAnyOrderElementsOf(
                                objects(Files.readString(Beside.FOLDER.resolve("dump.json"))));
            }
        }
    }

    private static List<Object> objects(String json) {
        List<Object> all = new ArrayList<>();
        // A thousandth of a second that was cut to nothing is written no more.
        String same = json.replace(".000Z", "Z");
        for (Object one : (List<?>) Objects.requireNonNull(Json.parse(same))) {
            var object = (Map<?, ?>) one;
            Map<String, @Nullable Object> fields = new TreeMap<>();
            ((Map<?, ?>) Objects.requireNonNull(object.get("fields")))
                    .forEach((name, value) -> fields.put(String.valueOf(name), sorted(value)));
            if ("admin.logentry".equals(object.get("model")) && fields.containsKey("user")) {
                fields.put("user_id", fields.remove("user"));
            }
            if ("library.invoiceline".equals(object.get("model"))) {
                fields.remove("total");
            }
            all.add(object.get("model") + " " + object.get("pk") + " " + fields.entrySet());
        }
        return all;
    }

    /// {@return keys of a many-to-many relation in one order}
    private static @Nullable Object sorted(@Nullable Object raw) {
        Object value = ordered(raw);
        return value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)
                ? list.stream().map(String::valueOf).sorted().toList()
                : value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void loadsDjangosFileOfNaturalKeysOverTheRowsThatAreThere(String kind) throws Exception {
        try (Beside site = Beside.on(kind)) {
            Map<String, Map<String, String>> before = rows(site);
            Path file = Beside.FOLDER.resolve("dump_natural.json");

            Commands.Result said =
                    Commands.call(site.context(), "loaddata", file.toAbsolutePath().toString());

            assertThat(said.exitCode()).as(said.err()).isZero();
            Map<String, Map<String, String>> after = rows(site);
            assertThat(after).hasSameSizeAs(before);
            assertThat(after.keySet()).isEqualTo(before.keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void findsMigrationsTypesAndPermissionsDoneRowForRow(String kind) throws Exception {
        try (Beside site = Beside.on(kind)) {
            List<String> history = site.texts(HISTORY);
            List<String> types = site.texts(TYPES);
            List<String> permissions = site.texts(PERMISSIONS);

            assertThat(Migrator.of(site.context()).plan()).isEmpty();
            Migrator.of(site.context()).migrate();

            assertThat(site.texts(HISTORY)).isEqualTo(history).contains("library.0001_initial");
            assertThat(site.texts(TYPES)).isEqualTo(types).contains("17 library.expensivebook");
            assertThat(site.texts(PERMISSIONS)).isEqualTo(permissions).hasSize(105);
            site.context()
                    .run(() -> {
                        assertThat(PermissionRows.createMissing(site.context(), "default"))
                                .isEmpty();
                        assertThat(
                                        ContentTypeRegistry.current()
                                                .createMissing(
                                                        site.context().get(Models.KEY).list()))
                                .isEmpty();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void hasTablesAsItsModelsAndItsMigrationsSay(String kind) throws Exception {
        try (Beside site = Beside.on(kind)) {
            assertThat(Drift.of(site.context(), "default")).isEmpty();
            assertThat(
                            ProjectMigrations.of(site.context())
                                    .missing(Set.of(), Questioner.silent(), "x"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void givesNumbersInTurnWithDjango(String kind) throws Exception {
        String insert =
                "INSERT INTO polls_question (question_text, pub_date) VALUES ('Django?',"
                        + " '2026-01-15 12:00:00') RETURNING id";
        try (Beside site = Beside.on(kind)) {
            site.context()
                    .run(() -> {
                        List<String> before = site.texts("SELECT id FROM polls_question");

                        Question ours = new Question();
                        ours.questionText = "Quintet?";
                        ours.pubDate = Instant.parse("2026-01-15T12:00:00.5Z");
                        ours.save();
                        List<String> django = site.texts(insert);
                        Question next = new Question();
                        next.questionText = "Both?";
                        next.pubDate = Instant.parse("2026-01-15T12:00:00Z");
                        next.save();
                        next.delete();
                        List<String> later = site.texts(insert);

                        assertThat(before).doesNotContain(String.valueOf(ours.id));
                        assertThat(django).containsExactly(String.valueOf(ours.id + 1));
                        assertThat(later)
                                .as("no number is given twice")
                                .containsExactly(String.valueOf(ours.id + 3));
                    });
        }
    }

    private static Book written(Beside site) {
        return site.context()
                .call(() -> {
                    Author author = new Author();
                    author.name = "Žofie Müller";
                    author.slug = new Slug("zofie");
                    author.isActive = null;
                    author.rating = new BigDecimal("4.50");
                    author.lastIp = "2001:db8::1";
                    author.save();
                    Book book = new Book();
                    book.created = Instant.parse("2024-02-29T23:59:59.000001Z");
                    book.title = "Größe \"1\" – ok";
                    book.subtitle = "";
                    book.slug = new Slug("groesse-1");
                    book.isbn = "9780000000001";
                    book.publisher.set(
                            Publishers.orderBy(Publishers.id.asc()).first().orElseThrow());
                    book.editor.set(author);
                    book.price = new BigDecimal("19.90");
                    book.pages = 321;
                    book.weight = 0.1;
                    book.published = LocalDate.of(1999, 12, 31);
                    book.status = Status.PUBLISHED;
                    book.language = Language.FR;
                    book.inPrint = true;
                    var document = new LinkedHashMap<String, @Nullable Object>();
                    document.put("a", List.of(1, 2.5, "č"));
                    document.put("n", null);
                    document.put("t", true);
                    book.metadata = document;
                    book.readingTime = Duration.ofSeconds(-90061, 500_000_000);
                    book.save();
                    book.categories.add(
                            Categories.orderBy(Categories.id.asc())
                                    .limit(2)
                                    .list()
                                    .toArray(Category[]::new));
                    Copy copy = new Copy();
                    copy.book.set(book);
                    copy.branch.set(
                            Copies.orderBy(Copies.barcode.asc())
                                    .first()
                                    .orElseThrow()
                                    .branch
                                    .get());
                    copy.barcode = "QUINTET-1";
                    copy.acquired = Instant.parse("2025-06-01T00:00:00Z");
                    copy.checksum = new byte[] {0, 1, (byte) 0xff};
                    copy.save();
                    var two = Members.orderBy(Members.id.asc()).limit(2).list();
                    two.getFirst().friends.clear();
                    two.getFirst().friends.add(two.getLast());
                    TaggedItem tag = new TaggedItem();
                    tag.tag = new Slug("fresh");
                    tag.contentObject.set(book);
                    tag.save();
                    return book;
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void storesValuesInTheVeryFormThatDjangoStores(String kind) throws Exception {
        try (Beside site = Beside.on(kind)) {
            long id = written(site).id;

            for (String column :
                    List.of(
                            "created",
                            "updated",
                            "edition",
                            "price",
                            "weight",
                            "published",
                            "status",
                            "in_print",
                            "reading_time",
                            "metadata")) {
                String form = kind.equals("sqlite") ? "typeof(" : "pg_typeof(";
                String among = " FROM library_book WHERE " + column + " IS NOT NULL AND id ";
                assertThat(site.texts("SELECT " + form + column + ")" + among + "= " + id))
                        .as(column)
                        .isSubsetOf(
                                site.texts(
                                        "SELECT DISTINCT "
                                                + form
                                                + column
                                                + ")"
                                                + among
                                                + "<> "
                                                + id));
            }
            if (kind.equals("sqlite")) {
                assertThat(site.texts("SELECT created FROM library_book WHERE id = " + id))
                        .containsExactly("2024-02-29 23:59:59.000001");
                assertThat(site.texts("SELECT acquired FROM library_copy WHERE barcode LIKE 'Q%'"))
                        .containsExactly("2025-06-01 00:00:00");
                assertThat(site.texts("SELECT reading_time FROM library_book WHERE id = " + id))
                        .containsExactly("-90060500000");
                assertThat(site.texts("SELECT id FROM library_copy WHERE barcode LIKE 'Q%'"))
                        .allMatch(uuid -> uuid.matches("[0-9a-f]{32}"));
            }
            assertThat(site.texts("SELECT object_id FROM library_taggeditem WHERE tag = 'fresh'"))
                    .containsExactly(String.valueOf(id));
            assertThat(
                            site.texts(
                                    "SELECT content_type_id FROM library_taggeditem WHERE tag ="
                                            + " 'fresh'"))
                    .containsExactly("16");
            assertThat(
                            site.texts(
                                    "SELECT count(*) FROM library_member_friends WHERE"
                                            + " from_member_id IN (1, 2) AND to_member_id IN (1,"
                                            + " 2)"))
                    .containsExactly("2");
        }
    }

    /// The real Django reads what we wrote and writes what we read, where it is installed: 3.2 from
    /// Debian on SQLite; on PostgreSQL where psycopg is there too.
    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void theRealDjangoReadsOursAndWeWhatItWrites(String kind, @TempDir Path folder)
            throws Exception {
        try (Beside site = Beside.on(kind)) {
            var judge = DjangoJudge.of(kind, folder, site.url());
            Assumptions.assumeTrue(judge != null, "no Django for " + kind);
            long id = written(site).id;

            assertThat(judge.run("" + id)).contains("all as written");

            site.context()
                    .run(() -> {
                        Book made = Books.get(Books.isbn.eq("9780000000002"));
                        assertThat(made.title).isEqualTo("Made by Django");
                        assertThat(made.created)
                                .isEqualTo(Instant.parse("2024-03-01T01:02:03.000004Z"));
                        assertThat(made.price).isEqualTo("7.30");
                        assertThat(made.weight).isEqualTo(0.25);
                        assertThat(made.published).isEqualTo(LocalDate.of(2001, 2, 3));
                        assertThat(made.status).isEqualTo(Status.WITHDRAWN);
                        assertThat(made.language).isEqualTo(Language.JA);
                        assertThat(made.inPrint).isFalse();
                        assertThat(made.subtitle).isNull();
                        assertThat(Json.text(made.metadata)).isEqualTo("{\"k\":[1,null,\"ř\"]}");
                        assertThat(made.readingTime).isEqualTo(Duration.ofMillis(3_600_250));
                        assertThat(made.categories.list())
                                .extracting(one -> one.id)
                                .containsExactlyInAnyOrder(1L, 2L);
                        Copy copy = Copies.get(Copies.barcode.eq("DJANGO-1"));
                        assertThat(copy.checksum).containsExactly(9, 8, 7);
                        assertThat(copy.book.get()).isEqualTo(made);
                        assertThat(made.id).isEqualTo(id + 1);
                        assertThat(Authors.get(Authors.slug.eq(new Slug("made"))).isActive)
                                .isTrue();
                    });
        }
    }
}
