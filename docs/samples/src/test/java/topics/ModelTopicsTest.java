package topics;

import static dev.quintet.orm.Expressions.avg;
import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.test.Testing.assertNoRepeatedQueries;
import static dev.quintet.test.Testing.assertQueries;
import static dev.quintet.test.Testing.withSettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.quintet.RunningSite;
import dev.quintet.auth.User;
import dev.quintet.http.Stage;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.orm.Condition;
import dev.quintet.orm.DoesNotExist;
import dev.quintet.orm.FetchMode;
import dev.quintet.orm.InvalidException;
import dev.quintet.orm.Models;
import dev.quintet.orm.MultipleObjectsReturned;
import dev.quintet.orm.Q;
import dev.quintet.orm.Raw;
import dev.quintet.orm.Slug;
import dev.quintet.test.Client;
import dev.quintet.test.SiteTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topics.bookshop.Author;
import topics.bookshop.Authors;
import topics.bookshop.Book;
import topics.bookshop.BookForm;
import topics.bookshop.Books;
import topics.bookshop.Bookshop;
import topics.bookshop.Customer;
import topics.bookshop.Customers;
import topics.bookshop.Genre;
import topics.bookshop.Profile;
import topics.bookshop.Stamped;
import topics.bookshop.Tag;
import topics.bookshop.Tags;

/// The samples of `docs/topics/04-projects-and-models.md`, in the order of their numbers.
@SiteTest(Bookshop.class)
class ModelTopicsTest {

    @BeforeEach
    void fillTheShelf() {
        Stock.save();
    }

    private static Book emma() {
        return Books.get(Books.slug.eq("emma"));
    }

    private static Author author(String name) {
        return Authors.get(Authors.name.eq(name));
    }

    @Test
    void feedsFormAndAdminFromOneField(Client client) {
        assertThat(new BookForm().asDiv()).contains("name=\"title\"", "maxlength=\"200\"");

        client.login(User.createSuperuser("ada", "ada@example.com", null)); // without a password
        assertThat(client.get("admin:bookshop_book_changelist")).isOk().contains("Emma");
    }

    @Test
    void goesFromModelToViewToTemplate(Client client) {
        assertThat(client.get("shelf:book", "emma"))
                .usesTemplate("bookshop/book.html")
                .hasContext("book", emma())
                .contains("Emma", "9.50");
    }

    @Test
    void canListTheWayOfARequest(RunningSite site) {
        List<String> way = site.pipeline().stages().stream().map(Stage::name).toList();

        assertThat(way).containsSubsequence("Security", "Sessions", "Csrf", "Messages", "routes");
    }

    @Test
    void isMadeOfApps() {
        List<App> apps = Context.current().apps().list();

        assertThat(apps)
                .extracting(App::label)
                .containsExactly("bookshop", "lending", "contenttypes", "auth", "admin");
    }

    @Test
    void doesWhatTheCommandLineSays() {
        Context site = Context.current();

        assertThat(Commands.call(site, "check").exitCode()).isZero();
        assertThat(Commands.call(site, "help").out())
                .contains("migrate", "makemigrations", "createsuperuser", "collectstatic")
                .contains("restock");
    }

    @Test
    void takesSettingsByTypeAndRefusesTypingErrors() {
        withSettings(
                List.of("DEBUG=true"),
                () -> {
                    boolean debug = Context.current().settings().get(KernelSettings.DEBUG);
                    assertThat(debug).isTrue();
                });
        assertThatThrownBy(() -> withSettings(List.of("DEBGU=true"), () -> {}))
                .hasMessageContaining("DEBUG");
    }

    @Test
    void makesReadsChangesAndDeletesRows() {
        Author jane = author("Jane Austen");
        var book = new Book();
        book.title = "Mansfield Park";
        book.slug = new Slug("mansfield-park");
        book.author.set(jane);
        book.save(); // INSERT

        book.price = new BigDecimal("7.00");
        book.save(); // UPDATE of one column

        assertThat(Books.filter(Books.author.name.eq("Jane Austen"), Books.price.lt(8)))
                .containsExactly(book);
        assertThat(book.delete().total()).isEqualTo(1);
    }

    @Test
    void leadsToOneToAnotherAndToMany() {
        var ann = new Customer();
        ann.name = "Ann";
        ann.email = "ann@example.com";
        ann.save();

        var profile = new Profile();
        profile.customer.set(ann); // one to one
        profile.save();
        assertThat(ann.profile.get()).isEqualTo(profile);

        ann.purchases.create(bought -> bought.book.set(emma())); // many to one
        assertThat(Customers.filter(Customers.purchases.book().title.eq("Emma")))
                .containsExactly(ann);

        emma().tags.addAll(Tags.all().list()); // many to many
        assertThat(Books.filter(Books.tags.name.eq("classic"))).containsExactly(emma());
    }

    @Test
    void asksTheDatabaseAndTheFormApart() {
        var profile = new Profile();
        profile.customer.set(new Customer());

        assertThatThrownBy(profile::fullClean)
                .asInstanceOf(type(InvalidException.class))
                .extracting(InvalidException::errors)
                .satisfies(errors ->
                        assertThat(errors)
                                .containsKeys("phone", "points")
                                .doesNotContainKeys("note", "birthday"));
    }

    @Test
    void goesBackByAFieldOfTheOtherModel() {
        Author jane = author("Jane Austen");
        assertThat(jane.books.list())
                .extracting(book -> book.title)
                .containsExactly("Emma", "Persuasion");

        assertThat(Authors.filter(Authors.books.title.eq("Emma"))).containsExactly(jane);
    }

    @Test
    void loadsRelationsBeforehand() {
        assertQueries(
                1,
                () -> {
                    for (Book book : Books.selectRelated(Books.author)) { // a JOIN
                        assertThat(book.author.get().name).isNotEmpty();
                    }
                });
        assertQueries(
                2,
                () -> {
                    for (Author author :
                            Authors.prefetchRelated(Authors.books)) { // one more, for all
                        assertThat(author.books.list()).hasSize(2);
                    }
                });
    }

    @Test
    void loadsForAllWhatIsTouchedOnOne() {
        assertQueries(
                2,
                () -> {
                    for (Book book : Books.all()) { // no selectRelated, and no N+1 either
                        assertThat(book.author.get().name).isNotEmpty();
                    }
                });

        assertThatThrownBy(() -> assertNoRepeatedQueries(() -> tagsRowByRow(FetchMode.ONE)))
                .hasMessageContaining("ran 4 times");
        assertThatThrownBy(() -> tagsRowByRow(FetchMode.RAISE)).hasMessageContaining("tags");
    }

    private static int tagsRowByRow(FetchMode mode) {
        int tags = 0;
        for (Book book : Books.all().fetchMode(mode)) {
            tags += book.tags.list().size();
        }
        return tags;
    }

    @Test
    void asksOnlyWhenSomebodyLooks() {
        var shelf =
                assertQueries(
                        0,
                        () ->
                                Books.filter(Books.stock.gt(0))
                                        .exclude(Books.genre.eq(Genre.ESSAY))
                                        .orderBy(Books.price.desc()));

        assertQueries(1, () -> shelf.limit(2).list());
        assertQueries(1, () -> shelf.count());
        assertQueries(1, () -> shelf.list());
        assertQueries(0, () -> shelf.list()); // what was read is kept
    }

    @Test
    void getsOneOrFiltersAny() {
        assertThatThrownBy(() -> Books.get(Books.slug.eq("sanditon")))
                .isInstanceOf(DoesNotExist.class);
        assertThat(Books.get(Books.slug.eq("emma")).title).isEqualTo("Emma");
        assertThatThrownBy(() -> Books.get(Books.genre.eq(Genre.NOVEL)))
                .isInstanceOf(MultipleObjectsReturned.class);

        Optional<Book> maybe = Books.filter(Books.slug.eq("sanditon")).first();
        assertThat(maybe).isEmpty();
    }

    @Test
    void excludesAsDjangoDoes() {
        var late = Books.published.gte(LocalDate.of(1817, 1, 1));
        assertThat(Books.filter(late))
                .extracting(book -> book.title)
                .containsExactly("Frankenstein", "Persuasion");
        assertThat(Books.exclude(late))
                .extracting(book -> book.title)
                .containsExactly("Emma", "The Last Man"); // the one without a date as well

        assertThat(Authors.exclude(Authors.books.stock.eq(0)))
                .containsExactly(author("Mary Shelley")); // who has no book that is sold out
    }

    @Test
    void putsConditionsTogether() {
        var wanted = Books.title.icontains("man").or(Books.author.name.icontains("shelley"));
        assertThat(Books.filter(wanted, Books.stock.gt(3).not()))
                .extracting(book -> book.title)
                .containsExactly("The Last Man");

        List<Condition<?>> words = new ArrayList<>(); // as many as the visitor typed
        for (String word : "last frank".split(" ")) {
            words.add(Books.title.icontains(word));
        }
        assertThat(Books.filter(Q.all(words)).count()).isZero();
        assertThat(Books.filter(Q.any(words)).count()).isEqualTo(2);
    }

    record Shelf(String author, long books, double mean) {}

    @Test
    void addsUpTheWholeOrEachGroup() {
        BigDecimal total = Books.all().aggregate(sum(Books.price));
        assertThat(total).isEqualByComparingTo("40.50");

        var books = count(Authors.books);
        for (Author author : Authors.annotate("books_written", books)) {
            assertThat(author.annotation(books)).isEqualTo(2L);
        }

        List<Shelf> shelves =
                Authors.filter(books.gt(1)) // HAVING
                        .select(Shelf::new, Authors.name, books, avg(Authors.books.price))
                        .list();
        assertThat(shelves.getFirst()).isEqualTo(new Shelf("Jane Austen", 2, 8.75));
    }

    @Test
    void bindsWhatItIsGiven() {
        String visitor = "x'; DROP TABLE bookshop_book; --";
        assertThat(Raw.entities(Book.class, "SELECT * FROM bookshop_book WHERE title = ?", visitor))
                .isEmpty();

        List<Map<String, Object>> rows =
                Raw.rows(
                                "SELECT genre, count(*) AS n FROM bookshop_book WHERE stock > ?"
                                        + " GROUP BY genre ORDER BY genre",
                                0)
                        .list();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).containsEntry("genre", "GOTHIC");
    }

    @Test
    void sharesFieldsWithoutATable() {
        Stamped book = emma();
        Stamped author = author("Jane Austen");
        assertThat(book.created).isNotNull();
        assertThat(author.changed).isNotNull();

        assertThat(Context.current().get(Models.KEY).list())
                .noneMatch(model -> model.type().equals(Stamped.class));
        Tag plain = Tags.all().first().orElseThrow(); // not Stamped
        assertThat(plain.name).isEqualTo("classic");
    }
}
