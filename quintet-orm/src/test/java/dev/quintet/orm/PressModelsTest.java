package dev.quintet.orm;

import static dev.quintet.orm.TestPress.book;
import static dev.quintet.orm.TestPress.givenAuthor;
import static dev.quintet.orm.TestPress.givenBook;
import static dev.quintet.orm.TestPress.givenBranch;
import static dev.quintet.orm.TestPress.givenCopy;
import static dev.quintet.orm.TestPress.givenPublisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.press.Author;
import dev.quintet.orm.press.AuthorProfile;
import dev.quintet.orm.press.AuthorProfiles;
import dev.quintet.orm.press.Authors;
import dev.quintet.orm.press.Authorship;
import dev.quintet.orm.press.Authorships;
import dev.quintet.orm.press.Book;
import dev.quintet.orm.press.Books;
import dev.quintet.orm.press.Branch;
import dev.quintet.orm.press.Branches;
import dev.quintet.orm.press.Copies;
import dev.quintet.orm.press.Copy;
import dev.quintet.orm.press.Edition;
import dev.quintet.orm.press.InvoiceLine;
import dev.quintet.orm.press.InvoiceLines;
import dev.quintet.orm.press.Money;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.press.Seat;
import dev.quintet.orm.press.Seats;
import dev.quintet.orm.press.Status;
import dev.quintet.orm.press.Tongue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Fields and relations of every kind, there and back, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class PressModelsTest {

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
    void keepsValuesOfEveryKind() {
        press.run(() -> {
            Book book = book(givenPublisher("Acme"), "Emma");
            book.status = Status.PUBLISHED;
            book.language = Tongue.FRENCH;
            book.metadata = Map.of("owner", Map.of("name", "Ada"), "tags", List.of(1L, 2L));
            book.print = new Edition("hardcover", 300, null);
            book.readingTime = Duration.ofMinutes(90);
            book.cover = new StoredFile("covers/emma.png");
            book.advance = new Money(1250, "EUR");
            book.weight = 0.5;
            book.save();

            Book found = Books.get(Books.status.eq(Status.PUBLISHED));

            assertThat(found.language).isEqualTo(Tongue.FRENCH);
            assertThat(found.metadata)
                    .isEqualTo(Map.of("owner", Map.of("name", "Ada"), "tags", List.of(1L, 2L)));
            assertThat(found.print).isEqualTo(new Edition("hardcover", 300, null));
            assertThat(found.readingTime).isEqualTo(Duration.ofMinutes(90));
            assertThat(found.cover.name()).isEqualTo("covers/emma.png");
            assertThat(found.advance).isEqualTo(new Money(1250, "EUR"));
            assertThat(found.weight).isEqualTo(0.5);
            assertThat(Books.filter(Books.advance.eq(new Money(1250, "EUR"))).exists()).isTrue();
            assertThat(Books.filter(Books.cover.eq("covers/emma.png")).exists()).isTrue();
            assertThat(Books.filter(Books.language.eq(Tongue.ENGLISH)).exists()).isFalse();
            assertThat(press.statementsOf(found::save)).hasSize(1);
        });
    }

    @Test
    void asksForSlugsAndNamesOfFilesAsForText() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book emma = book(house, "Emma");
            emma.cover = new StoredFile("covers/emma.png");
            emma.save();
            givenBook(house, "Ethan");

            assertThat(Books.filter(Books.slug.asText().istartsWith("em")).list())
                    .containsExactly(emma);
            assertThat(Books.filter(Books.slug.asText().in("Emma", "Ethan")).count()).isEqualTo(2);
            assertThat(Books.filter(Books.cover.asText().endsWith(".png")).list())
                    .containsExactly(emma);
            assertThat(Books.filter(Books.slug.asText().eq("Emma")).list()).containsExactly(emma);
        });
    }

    @Test
    void tellsJsonNullFromNoValue() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book none = givenBook(house, "None");
            Book nothing = book(house, "Null");
            nothing.metadata = JsonNull.VALUE;
            nothing.save();

            none.refresh();
            nothing.refresh();

            assertThat(none.metadata).isNull();
            assertThat(nothing.metadata).isEqualTo(JsonNull.VALUE);
            assertThat(Books.filter(Books.metadata.isNull()).count()).isEqualTo(1);
        });
    }

    @Test
    void writesADocumentThatWasChangedInside() {
        press.run(() -> {
            var profile = new AuthorProfile();
            profile.author.set(givenAuthor("Ada"));
            profile.save();

            profile.prefs.put("theme", "dark");
            profile.save();

            assertThat(AuthorProfiles.get().prefs).containsEntry("theme", "dark");
        });
    }

    @Test
    void survivesAValueThatNoConstantHas() {
        press.run(() -> {
            givenBook(givenPublisher("Acme"), "Emma");
            press.database().execute(List.of("UPDATE press_book SET status = 77"));

            Book found = Books.get();

            assertThat(found.status).isNull();
            found.pages = 5;
            found.save();
            assertThat(Books.get().pages).isEqualTo(5);
        });
    }

    @Test
    void keepsAddressesInTheirShortestSpelling() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            ada.lastIp = "::ffff:10.0.0.1";
            ada.save();

            assertThat(Authors.get(Authors.lastIp.eq("10.0.0.1")).lastIp).isEqualTo("10.0.0.1");
            ada.lastIp = "2001:0db8:0:0:0:0:0:1";
            ada.save();
            ada.refresh();
            assertThat(ada.lastIp).isEqualTo("2001:db8::1");
        });
    }

    @Test
    void usesAnotherRowsKeyAsItsOwn() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            var profile = new AuthorProfile();
            profile.author.set(ada);
            profile.save();

            AuthorProfile found = AuthorProfiles.get(AuthorProfiles.author.eq(ada));

            assertThat(found.author.id()).isEqualTo(ada.id);
            assertThat(found).isEqualTo(profile);
            assertThat(Authors.get().profile.get()).isEqualTo(profile);
            assertThat(Authors.filter(Authors.profile.website.eq("")).exists()).isTrue();
            assertThatThrownBy(() -> givenAuthor("Bob").profile.get())
                    .isInstanceOf(DoesNotExist.class);
        });
    }

    @Test
    void leadsByAFieldThatIsNotTheKey() {
        press.run(() -> {
            Branch north = givenBranch("N1");
            Branch south = givenBranch("S1");
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            givenCopy(book, north, "1");
            givenCopy(book, south, "2");

            Copy copy = Copies.get(Copies.branch.eq(south));

            assertThat(copy.branch.key()).isEqualTo("S1");
            assertThat(copy.branch.get()).isEqualTo(south);
            assertThat(Copies.filter(Copies.branch.code.eq("N1")).count()).isEqualTo(1);
            assertThat(Branches.filter(Branches.copies.barcode.eq("2")).list())
                    .containsExactly(south);
            assertThat(north.copies.list()).extracting(one -> one.barcode).containsExactly("1");
            assertThat(Copies.filter(Copies.branch.in(List.of(north, south))).count()).isEqualTo(2);
            assertThat(Copies.selectRelated(Copies.branch).list())
                    .extracting(one -> one.branch.get().code)
                    .containsExactly("N1", "S1");
            assertThat(Branches.prefetchRelated(Branches.copies).list())
                    .extracting(one -> one.copies.list().size())
                    .containsExactly(1, 1);
            assertThat(south.delete().byModel())
                    .isEqualTo(Map.of("press.Branch", 1L, "press.Copy", 1L));
        });
    }

    @Test
    void findsRowsByTheirBytes() {
        press.run(() -> {
            Copy copy =
                    givenCopy(givenBook(givenPublisher("Acme"), "Emma"), givenBranch("N1"), "1");
            copy.checksum = new byte[] {0, 39, -1, 92};
            copy.save();
            givenCopy(copy.book.get(), copy.branch.get(), "2");

            assertThat(Copies.filter(Copies.checksum.eq(new byte[] {0, 39, -1, 92})).list())
                    .containsExactly(copy);
            assertThat(Copies.filter(Copies.checksum.eq(new byte[] {0, 39, -1})).exists())
                    .isFalse();
            assertThat(Copies.get(Copies.barcode.eq("1")).checksum).containsExactly(0, 39, -1, 92);
        });
    }

    @Test
    void comparesTheKeyOfARelationWithoutAJoin() {
        press.run(() ->
                assertThat(
                                press.statementsOf(
                                        () -> Copies.filter(Copies.branch.code.eq("N1")).exists()))
                        .noneMatch(sql -> sql.contains("JOIN")));
    }

    @Test
    void tiesRowsByAModelBetweenWithItsOwnFields() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            Author ada = givenAuthor("Ada");
            Author bob = givenAuthor("Bob");

            book.authors.add(ada);
            book.authors.addAll(
                    List.of(bob), Map.of("role", Authorship.Role.ILLUSTRATOR, "order", 2));
            book.authors.add(ada);

            assertThat(book.authors.list()).containsExactly(ada, bob);
            assertThat(ada.books.list()).containsExactly(book);
            Authorship second = Authorships.get(Authorships.author.eq(bob));
            assertThat(second.role).isEqualTo(Authorship.Role.ILLUSTRATOR);
            assertThat(second.order).isEqualTo((short) 2);
            book.authors.set(List.of(bob));
            assertThat(Authorships.get().order).isEqualTo((short) 2);
            bob.books.clear();
            assertThat(Authorships.all().exists()).isFalse();
            assertThat(Books.filter(Books.authors.name.eq("Ada")).exists()).isFalse();
        });
    }

    @Test
    void makesFriendsOfBoth() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            Author bob = givenAuthor("Bob");

            ada.friends.add(bob);

            assertThat(bob.friends.list()).containsExactly(ada);
            assertThat(Authors.filter(Authors.friends.name.eq("Ada")).list()).containsExactly(bob);
            bob.friends.remove(ada);
            assertThat(ada.friends.all().exists()).isFalse();
            ada.friends.add(bob);
            bob.friends.clear();
            assertThat(Authors.get(Authors.name.eq("Ada")).friends.count()).isZero();
        });
    }

    @Test
    void leadsToItself() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            Author bob = givenAuthor("Bob");
            bob.mentor.set(ada);
            bob.save();
            Publisher house = givenPublisher("Acme");
            Book one = givenBook(house, "One");
            Book two = book(house, "Two");
            two.sequelOf.set(one);
            two.save();

            assertThat(ada.students.list()).containsExactly(bob);
            assertThat(Books.get(Books.title.eq("One")).sequel.get()).isEqualTo(two);
            assertThat(ada.delete().total()).isEqualTo(1);
            assertThat(Authors.get().mentor.get()).isNull();
        });
    }

    @Test
    void knowsWhatTheDatabaseMakes() {
        press.run(() -> {
            var line = new InvoiceLine();
            line.sku = "pen";
            line.qty = 3;
            line.unitPrice = 20;
            line.save();

            assertThat(line.total).isEqualTo(60);
            assertThat(line.note).isEqualTo("n/a");
            line.qty = 4;
            line.save();
            assertThat(line.total).isEqualTo(80);
            assertThat(InvoiceLines.filter(InvoiceLines.total.gt(70)).count()).isEqualTo(1);
        });
    }

    @Test
    void refusesToOverwriteWhatAnotherWrote() {
        press.run(() -> {
            var line = new InvoiceLine();
            line.sku = "pen";
            line.save();
            InvoiceLine mine = InvoiceLines.get();
            InvoiceLine yours = InvoiceLines.get();

            yours.qty = 7;
            yours.save();
            mine.qty = 8;

            assertThatThrownBy(mine::save)
                    .isInstanceOfSatisfying(
                            StaleRowException.class,
                            stale ->
                                    assertThat(stale.current())
                                            .get()
                                            .isInstanceOfSatisfying(
                                                    InvoiceLine.class,
                                                    now -> assertThat(now.qty).isEqualTo(7)));
            yours.qty = 9;
            yours.save();
            assertThat(InvoiceLines.get().version).isEqualTo(2);
        });
    }

    @Test
    void worksWithKeysOfSeveralFields() {
        press.run(() -> {
            var seat = new Seat();
            seat.hall = "A";
            seat.number = 7;
            seat.save();
            var other = new Seat();
            other.hall = "B";
            other.number = 7;

            Seats.all().bulkCreate(List.of(other));
            seat.guest = "Ada";
            seat.save();

            Seat found = Seats.get(Seats.hall.eq("A"), Seats.number.eq(7));
            assertThat(found.guest).isEqualTo("Ada");
            assertThat(found).isEqualTo(seat).isNotEqualTo(other);
            found.guest = "Bob";
            other.guest = "Eve";
            assertThat(Seats.all().bulkUpdate(List.of(found, other), Seats.guest)).isEqualTo(2);
            seat.refresh();
            assertThat(seat.guest).isEqualTo("Bob");
            assertThat(seat.delete().total()).isEqualTo(1);
            assertThat(Seats.all().count()).isEqualTo(1);
            assertThat(Seats.filter(Seats.guest.eq("Eve")).delete().total()).isEqualTo(1);
        });
    }

    @Test
    void holdsRowsToTheirConstraints() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book cheap = book(house, "Cheap");
            cheap.price = new BigDecimal("-1");
            assertThatThrownBy(cheap::save).isInstanceOf(IntegrityException.class);

            givenBook(house, "Emma");
            Book again = book(house, "Emma");
            again.isbn = "other";
            assertThatThrownBy(again::save).isInstanceOf(IntegrityException.class);
        });
    }

    @Test
    void showsAFormWhatItsConstraintsSay() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenBook(house, "Emma");
            Book again = book(house, "Emma");
            again.price = new BigDecimal("-1");
            again.pages = -3;
            again.advance = new Money(-1, "EUR");

            assertThatThrownBy(again::fullClean)
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            invalid -> {
                                assertThat(texts(invalid, "isbn"))
                                        .containsExactly("Book with this ISBN already exists.");
                                assertThat(texts(invalid, "pages"))
                                        .containsExactly(
                                                "Ensure this value is greater than or equal to 0.");
                                assertThat(texts(invalid, "advance"))
                                        .containsExactly("Nobody is paid to take it.");
                                assertThat(texts(invalid, Errors.ALL))
                                        .containsExactlyInAnyOrder(
                                                "Book with this Title, Publisher and Edition already exists.",
                                                "Constraint “press_book_price_gte_0” is violated.");
                            });
            Book fine = book(house, "Persuasion");
            fine.fullClean();
        });
    }

    @Test
    void looksAtPartialAndFunctionalConstraints() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Book sold = book(house, "Emma");
            sold.status = Status.PUBLISHED;
            sold.save();
            Book other = book(house, "Other");
            other.slug = sold.slug;
            other.fullClean();
            other.status = Status.PUBLISHED;

            assertThatThrownBy(other::fullClean)
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            invalid ->
                                    assertThat(texts(invalid, Errors.ALL))
                                            .containsExactly(
                                                    "Constraint “press_book_sold” is violated."));

            var shouting = new Publisher();
            shouting.name = "ACME";
            shouting.country.setKey("Ac");
            if (!kind.equals("mariadb")) {
                assertThatThrownBy(shouting::fullClean)
                        .isInstanceOf(InvalidException.class)
                        .hasMessageContaining("press_pub_name_ci");
                assertThatThrownBy(shouting::save).isInstanceOf(IntegrityException.class);
            }
        });
    }

    private static List<String> texts(InvalidException invalid, String field) {
        return invalid.errors().getOrDefault(field, List.of()).stream()
                .map(error -> error.text())
                .toList();
    }
}
