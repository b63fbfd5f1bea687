package dev.quintet.orm;

import static dev.quintet.orm.Expressions.sum;
import static dev.quintet.orm.Expressions.when;
import static dev.quintet.orm.TestPress.givenAuthor;
import static dev.quintet.orm.TestPress.givenBook;
import static dev.quintet.orm.TestPress.givenBranch;
import static dev.quintet.orm.TestPress.givenCopy;
import static dev.quintet.orm.TestPress.givenMagazine;
import static dev.quintet.orm.TestPress.givenPublisher;
import static dev.quintet.orm.Windows.allRows;
import static dev.quintet.orm.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.press.Author;
import dev.quintet.orm.press.Authors;
import dev.quintet.orm.press.Book;
import dev.quintet.orm.press.Books;
import dev.quintet.orm.press.Magazine;
import dev.quintet.orm.press.Newspaper;
import dev.quintet.orm.press.Periodical;
import dev.quintet.orm.press.Periodicals;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.press.Publishers;
import dev.quintet.orm.press.Status;
import dev.quintet.orm.sql.UnsupportedFeatureException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// What queries of a publishing house may ask besides the daily bread.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class PressQueriesTest {

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

    private static Book published(Publisher house, String title, int day) {
        Book book = givenBook(house, title);
        book.published = LocalDate.of(2026, 1, day);
        book.save();
        return book;
    }

    @Test
    void findsTheRowsBeforeAndBehindByADateAndTheKeyAmongEquals() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book first = published(house, "First", 1);
            Book second = published(house, "Second", 2);
            Book same = published(house, "Same day", 2);

            QuerySet<Book> books = Books.all();

            assertThat(books.nextBy(Books.published, first)).contains(second);
            assertThat(books.nextBy(Books.published, second)).contains(same);
            assertThat(books.nextBy(Books.published, same)).isEqualTo(Optional.empty());
            assertThat(books.previousBy("published", same)).contains(second);
            assertThat(books.filter("title__startswith", "F").previousBy("published", same))
                    .contains(first);
        });
    }

    @Test
    void refusesNeighboursOfARowWithoutADate() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");

            assertThatThrownBy(() -> Books.all().nextBy(Books.published, book))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("without a place");
        });
    }

    @Test
    void getsOrMakesByNames() {
        press.run(() -> {
            Map<String, Object> lookups = Map.of("name__iexact", "ADA", "slug", "ada");
            Supplier<String> name = () -> "Ada";

            GotOrCreated<Author> made = Authors.all().getOrCreate(lookups, Map.of("name", name));
            GotOrCreated<Author> got = Authors.all().getOrCreate(lookups, Map.of("name", "Eve"));

            assertThat(made.created()).isTrue();
            assertThat(got.created()).isFalse();
            assertThat(got.object().name).isEqualTo("Ada");
            assertThatThrownBy(
                            () -> Authors.all().getOrCreate(Map.of("slug", "x"), Map.of("nme", 1)))
                    .isInstanceOf(UnknownFieldException.class);
        });
    }

    @Test
    void updatesOrMakesByNames() {
        press.run(() -> {
            Author mentor = givenAuthor("Bob");
            Map<String, Object> changes = new HashMap<>();
            changes.put("mentor", mentor);
            changes.put("rating", null);

            var made =
                    Authors.all()
                            .updateOrCreate(Map.of("slug", "ada"), changes, Map.of("name", "Made"));
            var changed =
                    Authors.all()
                            .updateOrCreate(Map.of("slug", "ada"), changes, Map.of("name", "Not"));

            assertThat(made.created()).isTrue();
            assertThat(made.object().mentor.key()).isNull();
            assertThat(changed.created()).isFalse();
            Author found = Authors.get(Authors.slug.eq("ada"));
            assertThat(found.name).isEqualTo("Made");
            assertThat(found.mentor.get()).isEqualTo(mentor);
            assertThat(
                            Authors.all()
                                    .updateOrCreate(
                                            Map.of("pk", found.id), Map.of("mentor_id", found.id))
                                    .object()
                                    .mentor
                                    .key())
                    .isEqualTo(found.id);
        });
    }

    @Test
    void loadsRelationsBehindObjectsThatAreThere() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book one = givenBook(house, "One");
            Book other = givenBook(house, "Other");
            givenCopy(one, givenBranch("N1"), "1");
            List<Book> fresh =
                    List.of(Books.get(Books.id.eq(one.id)), Books.get(Books.id.eq(other.id)));

            List<String> sent =
                    press.statementsOf(() ->
                            Prefetch.prefetchRelatedObjects(fresh, "publisher__country", "copies"));

            assertThat(sent).hasSize(3);
            assertThat(
                            press.statementsOf(() -> {
                                assertThat(fresh.getFirst().copies.list()).hasSize(1);
                                assertThat(fresh.getLast().publisher.get().country.get().name)
                                        .isEqualTo("Acmeland");
                            }))
                    .isEmpty();
            assertThat(press.statementsOf(() -> Prefetch.prefetchRelatedObjects(fresh, "copies")))
                    .isEmpty();
        });
    }

    @Test
    void loadsRowsAsWhatTheyAre() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenMagazine("Wired", house);
            var paper = new Newspaper();
            paper.name = "Times";
            paper.issn = "Times";
            paper.publisher.set(house);
            paper.save();
            var plain = new Periodical();
            plain.name = "Annals";
            plain.issn = "Annals";
            plain.publisher.set(house);
            plain.save();

            List<String> sent =
                    press.statementsOf(() -> {
                        List<Periodical> all =
                                Periodicals.all()
                                        .orderBy(Periodicals.name.asc())
                                        .annotate("twice", Periodicals.id.times(2))
                                        .polymorphic();
                        assertThat(all)
                                .extracting(one -> one.getClass().getSimpleName())
                                .containsExactly("Periodical", "Newspaper", "Magazine");
                        assertThat(((Magazine) all.getLast()).glossy).isFalse();
                        assertThat(all.getLast().annotation("twice"))
                                .isEqualTo(all.getLast().id * 2);
                    });

            assertThat(sent).hasSize(3);
        });
    }

    @Test
    void bindsEnumsAsTheyAreStoredWhereNoColumnTells() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenBook(house, "Emma");
            givenBook(house, "Persuasion");
            var next = when(Books.title.eq("Emma"), Status.PUBLISHED).otherwise(Status.WITHDRAWN);

            List<Book> found = Books.all().annotate("next", next).list();
            assertThat(found.getFirst().annotation(next)).isEqualTo(Status.PUBLISHED);
            assertThat(found.getLast().annotation(next)).isEqualTo(Status.WITHDRAWN);
            assertThat(Books.all().annotate("next", next).filter("next", Status.PUBLISHED).list())
                    .extracting(book -> book.title)
                    .containsExactly("Emma");

            Books.all().update(Books.status.set(next));
            assertThat(Books.get(Books.title.eq("Emma")).status).isEqualTo(Status.PUBLISHED);
            Books.all()
                    .update(
                            Map.of(
                                    "status",
                                    F.when(Q.of("title", "Emma"), Status.ANNOUNCED)
                                            .otherwise(Status.DRAFT)));
            assertThat(Books.get(Books.title.eq("Emma")).status).isEqualTo(Status.ANNOUNCED);
            assertThat(Books.get(Books.title.eq("Persuasion")).status).isEqualTo(Status.DRAFT);
        });
    }

    @Test
    void takesListsOfMoreValuesThanAStatementMayHave() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            List<Long> ids = LongStream.rangeClosed(book.id, book.id + 69_999).boxed().toList();
            List<String> titles =
                    ids.stream().map(id -> id == book.id ? "Emma" : "t" + id).toList();

            assertThat(Books.all().inBulk(ids)).containsOnlyKeys(book.id);
            assertThat(Books.filter(Books.id.in(ids)).count()).isEqualTo(1);
            if (kind.equals("postgresql")) {
                List<String> sent =
                        press.statementsOf(() ->
                                assertThat(Books.filter(Books.id.in(ids)).list())
                                        .containsExactly(book));
                assertThat(sent).singleElement().asString().contains("= ANY(?)");
                assertThat(Books.filter(Books.title.in(titles)).count()).isEqualTo(1);
                assertThat(Books.exclude(Books.id.in(ids)).count()).isZero();
                assertThat(Books.filter(Books.publisher.country().code.in(titles)).count())
                        .isZero();
            }
        });
    }

    @Test
    void refusesAStatementOfMoreValuesThanTheDatabaseTakes() {
        press.run(() -> {
            List<Long> ids = LongStream.rangeClosed(1, 70_000).boxed().toList();

            var all = Books.filter(Books.id.times(1L).in(ids));

            if (kind.equals("postgresql")) {
                assertThatThrownBy(all::list)
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("A statement has");
            } else {
                assertThat(all.list()).isEmpty();
            }
        });
    }

    @Test
    void leavesRowsOutOfTheFrameOfAWindow() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            for (int i = 1; i <= 3; i++) {
                Book book = givenBook(house, "Book " + i);
                book.pages = i;
                book.save();
            }
            var others =
                    window(sum(Books.pages))
                            .over(
                                    allRows()
                                            .orderBy(Books.pages.asc())
                                            .rows(null, null)
                                            .excluding(FrameExclusion.CURRENT_ROW));
            var rows = Books.all().orderBy(Books.pages.asc()).annotate("others", others);

            if (kind.equals("mariadb")) {
                assertThatThrownBy(rows::list).isInstanceOf(UnsupportedFeatureException.class);
            } else {
                assertThat(rows.list())
                        .extracting(book -> ((Number) book.annotation("others")).intValue())
                        .containsExactly(5, 4, 3);
            }
        });
    }

    @Test
    void joinsAFilteredRelationWhoseConditionGoesFurther() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Publisher other = givenPublisher("Zeta");
            Book book = givenBook(house, "Emma");
            givenBook(other, "Ulysses");
            givenCopy(book, givenBranch("N1"), "1");
            givenCopy(book, givenBranch("S1"), "2");

            QuerySet<Publisher> rows =
                    Publishers.all()
                            .annotate(
                                    "north",
                                    FilteredRelation.of(
                                            "books", Q.of("books__copies__branch__code", "N1")))
                            .orderBy("name");

            assertThat(rows.valuesList(List.of("name", "north__title")).list())
                    .containsExactly(
                            List.of("Acme", "Emma"), java.util.Arrays.asList("Zeta", null));
            assertThat(rows.filter("north__title", "Emma").list()).containsExactly(house);
        });
    }

    @Test
    void joinsAFilteredRelationWhoseConditionGoesAnotherWay() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenBook(house, "Emma");

            QuerySet<Publisher> rows =
                    Publishers.all()
                            .annotate(
                                    "own",
                                    FilteredRelation.of(
                                            "books", Q.of("country__name", "Acmeland")));

            assertThat(rows.filter("own__title", "Emma").list()).containsExactly(house);
        });
    }
}
