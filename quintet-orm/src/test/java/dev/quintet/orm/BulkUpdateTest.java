package dev.quintet.orm;

import static dev.quintet.orm.TestPress.book;
import static dev.quintet.orm.TestPress.givenBook;
import static dev.quintet.orm.TestPress.givenPublisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.press.Book;
import dev.quintet.orm.press.Books;
import dev.quintet.orm.press.Magazine;
import dev.quintet.orm.press.Magazines;
import dev.quintet.orm.press.Money;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.press.Status;
import dev.quintet.orm.press.Tongue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Values of their own for many rows at once.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class BulkUpdateTest {

    @Parameter String kind;

    private TestShop press;

    @BeforeEach
    void open() {
        press = TestPress.open(kind);
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void givesManyRowsValuesOfTheirOwnInOneStatement() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            List<Book> books = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                books.add(book(house, "Book " + i));
            }
            Books.all().bulkCreate(books);
            for (int i = 0; i < 300; i++) {
                books.get(i).pages = i;
                books.get(i).title = "Title '" + i + "'";
            }

            List<String> sent =
                    press.statementsOf(() ->
                            assertThat(Books.all().bulkUpdate(books, Books.pages, Books.title))
                                    .isEqualTo(300));

            assertThat(sent).hasSize(1);
            assertThat(Books.get(Books.pages.eq(299)).title).isEqualTo("Title '299'");
            assertThat(Books.filter(Books.title.startsWith("Title")).count()).isEqualTo(300);
        });
    }

    @Test
    void writesValuesOfEveryKindAndNull() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book one = givenBook(house, "One");
            Book other = givenBook(house, "Other");
            one.price = new BigDecimal("1.25");
            one.weight = 0.5;
            one.published = LocalDate.of(2026, 1, 2);
            one.status = Status.WITHDRAWN;
            one.language = Tongue.ENGLISH;
            one.metadata = Map.of("owner", "Ada");
            one.readingTime = Duration.ofMinutes(90);
            one.advance = new Money(700, "EUR");
            one.sequelOf.set(other);

            int rows =
                    Books.all()
                            .bulkUpdate(
                                    List.of(one, other),
                                    Books.price,
                                    Books.weight,
                                    Books.published,
                                    Books.status,
                                    Books.language,
                                    Books.metadata,
                                    Books.readingTime,
                                    Books.advance,
                                    Books.sequelOf);

            assertThat(rows).isEqualTo(2);
            Book found = Books.get(Books.title.eq("One"));
            assertThat(found.price).isEqualByComparingTo("1.25");
            assertThat(found.weight).isEqualTo(0.5);
            assertThat(found.published).isEqualTo(LocalDate.of(2026, 1, 2));
            assertThat(found.status).isEqualTo(Status.WITHDRAWN);
            assertThat(found.metadata).isEqualTo(Map.of("owner", "Ada"));
            assertThat(found.readingTime).isEqualTo(Duration.ofMinutes(90));
            assertThat(found.advance).isEqualTo(one.advance);
            assertThat(found.sequelOf.key()).isEqualTo(other.id);
            Book empty = Books.get(Books.title.eq("Other"));
            assertThat(empty.published).isNull();
            assertThat(empty.metadata).isNull();
            assertThat(empty.advance).isNull();
        });
    }

    @Test
    void takesTheFirstOfSeveralObjectsOfOneRow() {
        press.run(() -> {
            Book first = givenBook(givenPublisher("Acme"), "Emma");
            Book second = Books.get();
            first.pages = 1;
            second.pages = 2;

            assertThat(Books.all().bulkUpdate(List.of(first, second), Books.pages)).isEqualTo(1);

            assertThat(Books.get().pages).isEqualTo(1);
        });
    }

    @Test
    void countsOnlyRowsThatAreThere() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book there = givenBook(house, "There");
            Book gone = givenBook(house, "Gone");
            Books.filter(Books.title.eq("Gone")).delete();

            assertThat(Books.all().bulkUpdate(List.of(there, gone), Books.pages)).isEqualTo(1);
        });
    }

    @Test
    void namesTheConstraintThatOneOfThemBreaks() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book one = givenBook(house, "One");
            Book other = givenBook(house, "Other");
            one.pages = 5;
            other.price = new BigDecimal("-1.00");

            assertThatThrownBy(() ->
                            Books.all().bulkUpdate(List.of(one, other), Books.pages, Books.price))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining("press_book_price_gte_0");
            assertThat(Books.get(Books.title.eq("One")).pages).isEqualTo(100);
            other.price = BigDecimal.ONE;
            assertThat(Books.all().bulkUpdate(List.of(one, other), Books.pages, Books.price))
                    .isEqualTo(2);
        });
    }

    @Test
    void writesFieldsOfAParentAndOfAChild() {
        press.run(() -> {
            Magazine magazine = TestPress.givenMagazine("Wired", givenPublisher("Acme"));
            magazine.name = "Wirer";
            magazine.glossy = true;

            assertThat(
                            Magazines.all()
                                    .bulkUpdate(
                                            List.of(magazine), Magazines.name, Magazines.glossy))
                    .isEqualTo(1);

            Magazine found = Magazines.get();
            assertThat(found.name).isEqualTo("Wirer");
            assertThat(found.glossy).isTrue();
        });
    }
}
