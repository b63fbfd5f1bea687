package topics;

import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.runOnCommit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Reverse;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.Parallel;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.DoesNotExist;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.Slug;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.template.TemplateEngine;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import dev.quintet.web.SiteTemplates;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topics.bookshop.Book;
import topics.bookshop.Books;
import topics.bookshop.Bookshop;
import topics.bookshop.Genre;
import topics.bookshop.Size;
import topics.bookshop.Tag;
import topics.bookshop.Tags;

/// The samples of `docs/topics/01-language.md`, in the order of their numbers.
@SiteTest(Bookshop.class)
class LanguageTopicsTest {

    @TempDir private Path folder;

    @BeforeEach
    void fillTheShelf() {
        Stock.save();
    }

    private static Book emma() {
        return Books.get(Books.slug.eq("emma"));
    }

    sealed interface Delivery {}

    record Pickup(String shop) implements Delivery {}

    record Post(String city, int days) implements Delivery {}

    static String words(Delivery delivery) {
        return switch (delivery) {
            case Pickup(var shop) -> "ready in " + shop;
            case Post(var city, var days) when days > 3 -> "on its way to " + city;
            case Post(var city, _) -> "soon in " + city;
        };
    }

    @Test
    void takesValuesApartByTheirShape() {
        assertThat(words(new Pickup("Bath"))).isEqualTo("ready in Bath");
        assertThat(words(new Post("York", 5))).isEqualTo("on its way to York");
        assertThat(words(new Post("York", 2))).isEqualTo("soon in York");
    }

    @Test
    void letsThousandsWaitAtOnce() throws Exception {
        Callable<String> visitor =
                () -> {
                    Thread.sleep(200);
                    return "served";
                };
        long start = System.nanoTime();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var served = threads.invokeAll(Collections.nCopies(5_000, visitor));
            assertThat(served).allMatch(one -> one.resultNow().equals("served"));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void sharesNothingThatCanChange() {
        var cheap = Books.filter(Books.price.lt(10));
        var cheapAndThere = cheap.filter(Books.stock.gt(0));
        assertThat(cheapAndThere.count()).isEqualTo(1);
        assertThat(cheap.count()).isEqualTo(2); // the first query is as it was

        var one = new Book();
        var other = new Book();
        one.remarks.add("signed");
        assertThat(other.remarks).isEmpty(); // each object has a list of its own

        List<String> hosts = Context.current().settings().get(HttpSettings.ALLOWED_HOSTS);
        assertThatThrownBy(() -> hosts.add("example.com"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsListsRecordsAndSets() {
        Book book = emma();
        book.size = new Size(13, 20); // a tuple with names: a record
        book.remarks.addAll(List.of("signed", "first edition"));
        book.save();

        book.refresh();
        assertThat(book.size).isEqualTo(new Size(13, 20));
        assertThat(book.remarks).containsExactly("signed", "first edition");

        Set<Genre> shelf = EnumSet.of(Genre.GOTHIC, Genre.ESSAY);
        assertThat(Books.filter(Books.genre.in(shelf)).count()).isEqualTo(1);

        Map<Object, Book> bySlug = Books.all().inBulk(List.of(new Slug("emma")), "slug");
        assertThat(bySlug).containsValue(book);
    }

    @Test
    void takesAnyNumberAndNames() {
        String url = Reverse.of("shelf:book").with("slug", "emma").query("page", 2).url();
        assertThat(url).isEqualTo("/books/emma/?page=2");
        assertThatThrownBy(() -> Reverse.of("shelf:book").with("slugg", "emma").url())
                .hasMessageContaining("slugg");

        var result =
                Commands.call(Context.current(), "restock", "--copies", "2", "emma", "persuasion");
        assertThat(result.out()).contains("Restocked 2 books.");
    }

    @Test
    void comprehendsInTheDatabase() {
        var shelf = Books.filter(Books.stock.gt(0));

        Set<String> titles = new HashSet<>(shelf.select(Books.title).list());
        assertThat(titles).containsExactlyInAnyOrder("Emma", "Frankenstein", "The Last Man");

        Map<String, Integer> copies =
                shelf.select(Map::entry, Books.title, Books.stock).list().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(copies).containsEntry("Frankenstein", 5).hasSize(3);

        assertThat(shelf.select(Books.title).sql()).contains("title").doesNotContain("price");
    }

    @Test
    void makesAFileRowByRow(Client client) {
        assertThat(client.get("shelf:export").source().lines())
                .startsWith("title,price", "Emma,9.50", "Frankenstein,12.00")
                .hasSize(5);
    }

    @Test
    void makesTheNextOnlyWhenItIsWanted(Client client) {
        var log = new ArrayList<String>();
        Stream.iterate(1, n -> n + 1) // all numbers there are
                .peek(n -> log.add("made " + n))
                .limit(2)
                .forEach(n -> log.add("took " + n));
        assertThat(log).containsExactly("made 1", "took 1", "made 2", "took 2");

        assertThat(client.get("shelf:numbers")).hasJson(List.of(3, 2, 1));
        assertThat(client.get("shelf:countdown").source()).isEqualTo("3\n2\n1\n");
    }

    @Test
    void wrapsAView(Client client) {
        assertThat(client.get("shelf:index")).hasHeader("Server-Timing");
        assertThat(Commands.call(Context.current(), "listurls").out()).contains("Timed");
    }

    static void sellOneOfEach(Callable<?> printer) throws Exception {
        try (var sale = Transaction.atomic()) {
            Books.inStock().update(Books.stock.set(Books.stock.minus(1)));
            printer.call();
            sale.commit();
        }
    }

    @Test
    void takesBackWhatIsLeftByAnException() {
        Callable<?> broken =
                () -> {
                    throw new IOException("out of paper");
                };

        assertThatThrownBy(() -> sellOneOfEach(broken)).hasMessage("out of paper");

        assertThat(Books.all().aggregate(sum(Books.stock))).isEqualTo(9);
    }

    @Test
    void tellsRowsByTheirKeys() {
        Book one = Books.get(Books.slug.eq("emma"));
        Book other = Books.get(Books.slug.eq("emma"));

        assertThat(one == other).isFalse(); // Python's `is`
        assertThat(one.equals(other)).isTrue(); // Python's `==`
        assertThat(new HashSet<>(List.of(one, other))).hasSize(1);
        assertThat(new Book().equals(new Book())).isFalse();
    }

    @Test
    void takesAFunctionWhereOneIsWanted(Client client) {
        assertThat(client.get("shelf:ping")).contains("pong");

        var saved = new ArrayList<String>();
        try (var _ = ModelSignals.postSave(Book.class, e -> saved.add(e.instance().title))) {
            Book book = emma();
            book.stock += 1;
            book.save();
        }
        assertThat(saved).containsExactly("Emma");
    }

    @Test
    void sumsInJavaAndInTheDatabase() {
        BigDecimal inJava =
                Books.all().list().stream()
                        .filter(book -> book.stock > 0)
                        .map(book -> book.price)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal inSql = Books.filter(Books.stock.gt(0)).aggregate(sum(Books.price));

        assertThat(inSql).isEqualByComparingTo(inJava).isEqualByComparingTo("32.50");
    }

    @Test
    void copiesAreCopies() {
        CacheStore cache = Context.current().get(CacheStore.KEY);
        cache.set("shelf", Map.of("titles", List.of("Emma")), Duration.ofMinutes(5));
        if (cache.get("shelf") instanceof Map<?, ?> taken) {
            taken.clear();
        }
        assertThat(cache.get("shelf")).isEqualTo(Map.of("titles", List.of("Emma")));

        Book copy = emma();
        copy.detach(); // a new row, once it is saved
        copy.slug = new Slug("emma-second-hand");
        copy.save();
        assertThat(Books.filter(Books.title.eq("Emma")).count()).isEqualTo(2);
    }

    static String titleOf(String slug, List<String> log) {
        Book book;
        try {
            book = Books.get(Books.slug.eq(slug));
        } catch (DoesNotExist gone) {
            return "not here";
        } finally {
            log.add(slug);
        }
        return book.title; // Python's `else`
    }

    @Test
    void tellsFailuresByTheirTypes(Client client) {
        var log = new ArrayList<String>();
        assertThat(titleOf("emma", log)).isEqualTo("Emma");
        assertThat(titleOf("sanditon", log)).isEqualTo("not here");
        assertThat(log).containsExactly("emma", "sanditon");

        assertThat(client.get("shelf:book", "sanditon")).isNotFound(); // getOr404
        assertThatThrownBy(() -> new Tag("classic").save()) // there is one
                .isInstanceOf(IntegrityException.class);
        assertThat(Tags.all().count()).isEqualTo(3);
    }

    @Test
    void runsAsAProgram() {
        var out = new StringWriter();
        var err = new StringWriter();

        int exitCode = new Bookshop().manage(new PrintWriter(out), new PrintWriter(err), "version");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).isNotBlank();
    }

    @Test
    void numbersWhatItGoesThrough() {
        TemplateEngine templates = Context.current().get(SiteTemplates.KEY);
        String page =
                templates
                        .fromString(
                                "{% for book in books %}{{ forloop.counter }}. {{ book }}"
                                        + "{% if not forloop.last %}, {% endif %}{% endfor %}")
                        .render(Map.of("books", Books.all()));
        assertThat(page).isEqualTo("1. Emma, 2. Frankenstein, 3. Persuasion, 4. The Last Man");

        List<String> titles = List.of("Emma", "Persuasion");
        List<Integer> years = List.of(1815, 1817);
        var zipped = new ArrayList<String>();
        for (int i = 0; i < titles.size(); i++) {
            zipped.add(titles.get(i) + " (" + years.get(i) + ")");
        }
        assertThat(zipped).containsExactly("Emma (1815)", "Persuasion (1817)");
    }

    @Test
    void countsAndGroups() {
        Map<Genre, Long> inJava =
                Books.all().list().stream()
                        .collect(Collectors.groupingBy(b -> b.genre, Collectors.counting()));
        Map<Genre, Long> inSql =
                Books.all().select(Map::entry, Books.genre, count(Books.id)).list().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(inSql).isEqualTo(inJava).containsEntry(Genre.NOVEL, 3L);

        var shelves = new EnumMap<Genre, List<String>>(Genre.class); // defaultdict(list)
        for (Book book : Books.all()) {
            shelves.computeIfAbsent(book.genre, _ -> new ArrayList<>()).add(book.title);
        }
        assertThat(shelves.get(Genre.GOTHIC)).containsExactly("Frankenstein");
    }

    @Test
    void addsOneOrMany() {
        List<Tag> tags = Tags.all().list();
        Book book = emma();

        assertQueries(1, () -> book.tags.add(tags.getFirst()));
        assertQueries(1, () -> book.tags.addAll(tags)); // one statement for all
        assertThat(book.tags.count()).isEqualTo(3);

        var names = new ArrayList<String>();
        names.add("append"); // one element
        names.addAll(List.of("ex", "tend")); // all of another list
        assertThat(names).containsExactly("append", "ex", "tend");
    }

    @Test
    void keepsWhatItSaw() {
        var told = new ArrayList<Long>();
        long id = emma().id; // a value, and never another one: effectively final
        runOnCommit(() -> Transaction.onCommit(() -> told.add(id)));
        assertThat(told).containsExactly(id);

        List<Supplier<String>> later = new ArrayList<>();
        for (String title : List.of("Emma", "Persuasion")) {
            later.add(() -> title); // each has its own `title`
        }
        assertThat(later).extracting(Supplier::get).containsExactly("Emma", "Persuasion");
    }

    static String languageInTheThreadsOf(String visitor) {
        Context context = Language.of(visitor).activateIn(Context.current());
        return context.call(() -> {
            try (var parallel = Parallel.open()) {
                var seen = parallel.fork(() -> Language.active().code());
                parallel.join();
                return seen.get();
            }
        });
    }

    @Test
    void keepsVisitorsApart() {
        var seen = new ArrayList<Parallel.Part<String>>();
        try (var visitors = Parallel.open()) {
            for (int n = 0; n < 100; n++) {
                String language = n % 2 == 0 ? "de" : "ar";
                seen.add(visitors.fork(() -> languageInTheThreadsOf(language)));
            }
            visitors.join();
        }
        for (int n = 0; n < 100; n++) {
            assertThat(seen.get(n).get()).isEqualTo(n % 2 == 0 ? "de" : "ar");
        }
    }

    @Test
    void writesCamelCaseAndSnakeCase() {
        assertThat(Books.all().select(Books.listPrice).sql()).contains("list_price");
        assertThat(Books.all().filter("listPrice__gt", 5).count())
                .isEqualTo(Books.filter(Books.listPrice.gt(5)).count());
    }

    @Test
    void bringsItsToolsInsideTheProject() {
        Path shop = folder.resolve("shop");
        Commands.call(Context.current(), "startproject", "shop", shop.toString());

        assertThat(shop.resolve("mvnw")).isExecutable();
        assertThat(shop.resolve("pom.xml")).content().contains("quintet.version");
        assertThat(shop.resolve(".gitignore")).content().contains(".env", "target");
    }

    @Test
    void goesThroughAQueryAgainAndThroughACursorOnce() {
        var books = Books.all();
        assertQueries(
                1,
                () -> {
                    for (Book book : books) {
                        assertThat(book.saved()).isTrue();
                    }
                    assertThat(books).hasSize(4); // once more, from what was read
                });

        try (Stream<Book> cursor = books.stream()) {
            assertThat(cursor.count()).isEqualTo(4);
            assertThatThrownBy(cursor::count).isInstanceOf(IllegalStateException.class);
        }
    }

    private String name = "the field";

    @Test
    void saysWhoGaveAValue() {
        String name = "the local one";
        assertThat(name + ", " + this.name).isEqualTo("the local one, the field");

        Settings settings = new Settings().set(KernelSettings.LANGUAGE_CODE, "fr");
        assertThat(settings.explain(KernelSettings.LANGUAGE_CODE).layer()).isEqualTo(Layer.CODE);
        assertThat(settings.explain(KernelSettings.TIME_ZONE).layer()).isEqualTo(Layer.DEFAULT);

        assertThat(Context.current().get(SiteTemplates.KEY).get("bookshop/book.html").origin())
                .endsWith("templates/bookshop/book.html");
    }

    private static long lent() {
        return Databases.current().metrics().getFirst().pool().lent();
    }

    @Test
    void stopsReadingAndGivesTheConnectionBack() {
        long before = lent();

        try (Stream<Book> books = Books.all().stream()) {
            Book first = books.filter(Book::isSoldOut).findFirst().orElseThrow();
            assertThat(first.title).isEqualTo("Persuasion"); // the rest was never made
        }

        assertThat(lent()).isEqualTo(before);
    }

    record Visit(String page, LocalDate day) {}

    @Test
    void keepsDataAndNeverCode() {
        CacheStore cache = Context.current().get(CacheStore.KEY);
        cache.set("visit", new Visit("/", LocalDate.of(2026, 3, 1)), Duration.ofMinutes(5));
        assertThat(cache.get("visit")).isEqualTo(Map.of("page", "/", "day", "2026-03-01"));

        assertThatThrownBy(() -> cache.set("book", emma(), Duration.ofMinutes(5)))
                .hasMessageContaining("Book");
    }
}
