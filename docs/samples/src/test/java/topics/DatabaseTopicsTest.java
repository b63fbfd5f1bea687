package topics;

import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.JsonExpression.json;
import static dev.quintet.orm.Transaction.atomic;
import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.DeletedRows;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.DatabaseMetrics;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.connection.Statements;
import dev.quintet.test.SiteTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topics.shop.Author;
import topics.shop.Authors;
import topics.shop.Book;
import topics.shop.Books;
import topics.shop.Details;
import topics.shop.Purse;
import topics.shop.Purses;
import topics.shop.Reviews;
import topics.shop.Shop;

/// Topics 113 to 124: databases.
@SiteTest(Shop.class)
class DatabaseTopicsTest {

    private Author austen = new Author();
    private Book emma = new Book();

    @BeforeEach
    void books() {
        austen = an(Author.class).with(author -> author.name = "Jane Austen").create();
        emma = book("Emma", "9.50");
        emma.details = new Details(474, "paperback", List.of("en"));
        emma.save();
        book("Persuasion", "8.00");
    }

    private Book book(String title, String price) {
        return a(Book.class)
                .with(book -> {
                    book.title = title;
                    book.price = new BigDecimal(price);
                    book.published = LocalDate.of(2003, 5, 6);
                    book.author.set(austen);
                })
                .create();
    }

    @Test
    void asksOfRelationsAndDocumentsAtOnce() {
        var pages = json(Books.details).key("pages");
        List<Book> thick =
                Books.filter(pages.gte(400), Books.author.name.icontains("austen")).list();

        assertThat(thick).containsExactly(emma);
        assertThat(Books.get(Books.id.eq(emma.id)).details)
                .isEqualTo(new Details(474, "paperback", List.of("en")));
    }

    @Test
    void saysWhichKeyWasTaken() {
        Book second = new Book();
        second.title = "Emma, again";
        second.isbn = emma.isbn;
        second.author.set(austen);

        assertThatThrownBy(() ->
                        atomic(() -> {
                            second.save();
                        }))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        broken -> assertThat(broken.fields()).containsExactly("isbn"));
        second.author.setKey(12345L);
        second.isbn = "9780141439686";
        assertThatThrownBy(second::fullClean).hasMessageContaining("author");
    }

    static void restock(List<String> told) throws IOException {
        atomic(() -> {
            Books.all().update(Books.stock.set(99));
            Transaction.onCommit(() -> told.add("restocked"));
            fetchFromTheCellar();
        });
    }

    private static void fetchFromTheCellar() throws IOException {
        throw new IOException("the light went out");
    }

    @Test
    void takesBackAllOfABlockThatFails() {
        var told = new ArrayList<String>();

        assertThatThrownBy(() -> restock(told)).isInstanceOf(IOException.class);

        assertThat(Books.filter(Books.stock.eq(99)).exists()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void movesMoneyWholeOrNotAtAll() {
        Purse ada = a(Purse.class).with(purse -> purse.balance = new BigDecimal("10.00")).create();
        Purse bob = a(Purse.class).create();

        Purse.transfer(ada, bob, new BigDecimal("4.00"));
        assertThatThrownBy(() -> Purse.transfer(ada, bob, new BigDecimal("100.00")))
                .isInstanceOf(IntegrityException.class);

        assertThat(Purses.orderBy(Purses.id.asc()).select(Purses.balance).list())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("6.00"), new BigDecimal("4.00"));
    }

    @Test
    void keepsWhatIsCountedAndLetsTheDatabaseWorkOutTheRest() {
        emma.review(5);
        emma.review(3);

        assertThat(Books.get(Books.id.eq(emma.id)).reviewCount).isEqualTo(2);
        assertThat(emma.shelf).isEqualTo("E");
        assertThat(Books.filter(Books.shelf.eq("P")).get().title).isEqualTo("Persuasion");
    }

    @Test
    void usesAnIndex() {
        var of2003 =
                Books.filter(Books.published.eq(LocalDate.of(2003, 5, 6)), Books.price.lt(9))
                        .orderBy();

        String plan = of2003.explain();

        assertThat(plan).contains("book_by_year");
    }

    @Test
    void joinsAsTheRelationAsks() {
        String inner = Books.filter(Books.author.name.eq("Jane Austen")).sql();
        String left = Books.filter(Books.publisher.name.eq("Murray").or(Books.stock.eq(0))).sql();

        assertThat(inner).contains("INNER JOIN");
        assertThat(left).contains("LEFT JOIN");
    }

    /// How many books somebody wrote.
    record Shelf(String author, long books) {}

    @Test
    void filtersRowsAndFiltersGroups() {
        var books = count(Authors.books);
        var busy =
                Authors.filter(Authors.books.price.lt(20))
                        .filter(books.gt(1))
                        .select(Shelf::new, Authors.name, books);

        assertThat(busy.list()).containsExactly(new Shelf("Jane Austen", 2));
        assertThat(busy.sql()).containsSubsequence("WHERE", "GROUP BY", "HAVING");
    }

    @Test
    void deletesWithWhatBelongsToIt() {
        emma.review(5);

        DeletedRows gone = Authors.filter(Authors.name.eq("Jane Austen")).delete();

        assertThat(gone.byModel())
                .containsEntry("shop.Author", 1L)
                .containsEntry("shop.Book", 2L)
                .containsEntry("shop.Review", 1L);
        assertThat(Reviews.all().exists()).isFalse();
    }

    @Test
    void tellsHowManyConnectionsAreLent() {
        for (DatabaseMetrics one : Databases.current().metrics()) {
            System.Logger log = System.getLogger("shop.pool");
            log.log(
                    System.Logger.Level.DEBUG,
                    "{0}: {1} of {2} lent, {3} waiting",
                    one.alias(),
                    one.pool().lent(),
                    one.pool().size(),
                    one.pool().waiting());
        }

        assertThat(Databases.current().metrics()).isNotEmpty();
    }

    @Test
    void readsWhatItMustFromThePrimary() {
        BigDecimal price = Statements.onPrimary(() -> Books.get(Books.id.eq(emma.id)).price);

        assertThat(price).isEqualByComparingTo("9.50");
    }
}
