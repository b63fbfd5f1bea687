package topics;

import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.test.Testing.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.template.Template;
import dev.quintet.test.Client;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.SiteTest;
import dev.quintet.web.SiteTemplates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topics.bookshop.Author;
import topics.bookshop.Authors;
import topics.bookshop.Book;
import topics.bookshop.Books;
import topics.bookshop.Bookshop;
import topics.bookshop.Customer;
import topics.bookshop.Genre;
import topics.bookshop.Purchase;
import topics.bookshop.Purchases;
import topics.bookshop.Tag;
import topics.bookshop.Tags;

/// The samples of `docs/topics/02-objects.md`, in the order of their numbers.
@SiteTest(Bookshop.class)
class ObjectTopicsTest {

    @BeforeEach
    void fillTheShelf() {
        Stock.save();
    }

    private static Book emma() {
        return Books.get(Books.slug.eq("emma"));
    }

    private static Purchase bought(int copies, int cents) {
        var ann = new Customer();
        ann.name = "Ann";
        ann.email = "ann@example.com";
        ann.save();
        var purchase = new Purchase();
        purchase.customer.set(ann);
        purchase.book.set(emma());
        purchase.copies = copies;
        purchase.cents = cents;
        purchase.save();
        return purchase;
    }

    @Test
    @OverrideSettings("AUTHENTICATION_BACKENDS=topics.bookshop.LibraryCard")
    void asksWhateverBackEndTheSettingNames(Client client) {
        assertThat(client.login("ann", "card of ann")).isTrue();
        assertThat(client.login("ann", "card of bob")).isFalse();
    }

    @Test
    void poursRowsPastTheConstructor() {
        var tag = new Tag("  Gothic ");
        tag.save();
        assertThat(tag.name).isEqualTo("gothic"); // the constructor tidied up

        Tags.filter(Tags.id.eq(tag.id)).update(Tags.name.set("AS STORED"));
        assertThat(Tags.get(Tags.id.eq(tag.id)).name).isEqualTo("AS STORED"); // loaded as it is
    }

    @Test
    void hasMethodsOfTheTableAndOfTheRow() {
        assertThat(Books.inStock().count()).isEqualTo(3); // of the table: a @Scope
        assertThat(emma().isSoldOut()).isFalse(); // of one row
    }

    static final class Basket {
        private final List<Book> books = new ArrayList<>();

        Basket add(Book book) {
            books.add(book);
            return this;
        }

        BigDecimal total() {
            return books.stream().map(b -> b.price).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    @Test
    void chainsWithoutLosingTheType() {
        Book book = emma();
        assertThat(new Basket().add(book).add(book).total()).isEqualByComparingTo("19.00");

        List<String> titles = Books.inStock().then(Book::cheap).select(Books.title).list();
        assertThat(titles).containsExactly("Emma");
    }

    interface Signed {
        default String remark() {
            return "signed";
        }
    }

    interface Used {
        default String remark() {
            return "second hand";
        }
    }

    record Copy(String title) implements Signed, Used {

        @Override
        public String remark() { // without this method, Copy does not compile
            return Signed.super.remark() + ", " + Used.super.remark();
        }
    }

    @Test
    void choosesWhereTwoSayDifferentThings() {
        assertThat(new Copy("Emma").remark()).isEqualTo("signed, second hand");
    }

    @Test
    void worksOutWhatCanBeWorkedOut() {
        Purchase purchase = bought(2, 950);
        assertThat(purchase.total).isEqualTo(1900); // the database's own column

        assertThat(Purchases.filter(Purchases.total.gt(1000)).count()).isEqualTo(1);
        assertThat(Purchases.all().aggregate(sum(Purchases.total))).isEqualTo(1900);
    }

    @Test
    void hasWordsForPeopleAndWordsForLogs() {
        assertThat(emma()).hasToString("Emma");

        Purchase purchase = bought(1, 950);
        assertQueries(0, () -> assertThat(purchase).hasToString("Purchase " + purchase.id));
    }

    record Guest(String name) {}

    @Test
    void rendersWhateverHasAName() {
        Template hello =
                Context.current().get(SiteTemplates.KEY).fromString("Hello {{ who.name }}!");
        Author jane = Authors.get(Authors.name.startsWith("Jane"));

        assertThat(hello.render(Map.of("who", new Guest("Ann")))).isEqualTo("Hello Ann!");
        assertThat(hello.render(Map.of("who", Map.of("name", "Bob")))).isEqualTo("Hello Bob!");
        assertThat(hello.render(Map.of("who", jane))).isEqualTo("Hello Jane Austen!");
    }

    abstract static class Slip {
        abstract String body();

        final String print() {
            return "BOOKSHOP\n" + body();
        }
    }

    static final class Receipt extends Slip {
        @Override
        String body() { // left out, Receipt does not compile
            return "Emma 9.50";
        }
    }

    @Test
    void leavesOneThingToItsHeirs() {
        assertThat(new Receipt().print()).isEqualTo("BOOKSHOP\nEmma 9.50");
    }

    record Line(String title, BigDecimal price) {}

    @Test
    void loadsTwoColumnsIntoARecord() {
        List<Line> lines = Books.all().select(Line::new, Books.title, Books.price).list();
        assertThat(lines.getFirst().title()).isEqualTo("Emma");

        var query = Books.all().select(Line::new, Books.title, Books.price);
        assertThat(query.sql()).doesNotContain("stock", "published");
    }

    @Test
    void knowsItsModels() {
        ModelMapping<?> book = Context.current().get(Models.KEY).get("bookshop.Book");
        assertThat(book.type()).isEqualTo(Book.class);
        assertThat(book.names()).contains("title", "listPrice", "author");

        // Books.titel.eq("Emma") does not compile; the name as a string is refused when it runs
        assertThatThrownBy(() -> Books.all().filter("titel", "Emma").list())
                .hasMessageContaining("title");
    }

    @Test
    void readsLikeOperators() {
        var rare = Books.genre.eq(Genre.GOTHIC).or(Books.price.lt(9)); // Q(...) | Q(...)
        var there = Books.stock.eq(0).not(); // ~Q(...)
        var dear = Books.price.gt(Books.listPrice.plus(1)); // F("list_price") + 1

        var titles = new ArrayList<String>();
        for (Book book : Books.filter(rare.and(there), dear)) { // __iter__
            titles.add(book.title);
        }
        assertThat(titles).containsExactly("Frankenstein");
    }
}
