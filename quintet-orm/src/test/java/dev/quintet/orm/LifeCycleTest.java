package dev.quintet.orm;

import static dev.quintet.orm.TestPress.book;
import static dev.quintet.orm.TestPress.givenAuthor;
import static dev.quintet.orm.TestPress.givenBook;
import static dev.quintet.orm.TestPress.givenBranch;
import static dev.quintet.orm.TestPress.givenCopy;
import static dev.quintet.orm.TestPress.givenCountry;
import static dev.quintet.orm.TestPress.givenPublisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.press.Author;
import dev.quintet.orm.press.Authors;
import dev.quintet.orm.press.Book;
import dev.quintet.orm.press.Books;
import dev.quintet.orm.press.Copies;
import dev.quintet.orm.press.Copy;
import dev.quintet.orm.press.Countries;
import dev.quintet.orm.press.Country;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.press.Publishers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Objects from their first save to their deletion, alone, in crowds, and watched.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class LifeCycleTest {

    private static final int RACERS = 50;

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
    void savesTheFieldsThatAreNamedAndNoOthers() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            book.title = "Persuasion";
            book.pages = 250;

            List<String> sent = press.statementsOf(() -> book.save(Books.pages));

            assertThat(sent).singleElement().asString().contains("pages").doesNotContain("title");
            assertThat(Books.get().title).isEqualTo("Emma");
            book.save();
            assertThat(Books.get().title).isEqualTo("Persuasion");
        });
    }

    @Test
    void refusesToUpdateARowThatIsGone() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            Books.all().delete();
            book.pages = 7;

            assertThatThrownBy(() -> book.save(Books.pages))
                    .isInstanceOf(NotUpdatedException.class);
            assertThatThrownBy(book::update).isInstanceOf(NotUpdatedException.class);
        });
    }

    @Test
    void refusesToInsertAKeyTwice() {
        press.run(() -> {
            givenCountry("CH", "Switzerland");
            var again = new Country();
            again.code = "CH";
            again.name = "Schweiz";

            assertThatThrownBy(again::insert).isInstanceOf(IntegrityException.class);
            again.save();
            assertThat(Countries.get().name).isEqualTo("Schweiz");
        });
    }

    @Test
    void insertsAFreshKeyWithoutLookingForIt() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            var branch = givenBranch("N1");

            assertThat(press.statementsOf(() -> givenCopy(book, branch, "1")))
                    .singleElement()
                    .asString()
                    .startsWith("INSERT");
        });
    }

    @Test
    void knowsWhenARowWasMadeAndChanged() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            Instant created = book.created;
            Instant updated = book.updated;

            book.save();

            assertThat(book.created).isEqualTo(created);
            assertThat(book.updated).isAfter(updated);
            book.refresh();
            assertThat(book.created).isEqualTo(created);
        });
    }

    @Test
    void readsSomeFieldsAgain() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            Books.all().update(Books.pages.set(9), Books.title.set("Other"));
            book.title = "Mine";

            book.refresh(Books.pages);

            assertThat(book.pages).isEqualTo(9);
            assertThat(book.title).isEqualTo("Mine");
            book.save();
            assertThat(Books.get().title).isEqualTo("Mine");
        });
    }

    @Test
    void copiesARow() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            long id = ada.id;

            ada.detach();
            ada.slug = new Slug("ada-2");
            ada.save();

            assertThat(ada.id).isNotEqualTo(id).isPositive();
            assertThat(Authors.all().count()).isEqualTo(2);
        });
    }

    @Test
    void listsWhatProtectsARow() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenBook(house, "Emma");

            assertThatThrownBy(house::delete)
                    .isInstanceOfSatisfying(
                            ProtectedException.class,
                            kept -> {
                                assertThat(kept.objects())
                                        .extracting(String::valueOf)
                                        .containsExactly("Emma");
                                assertThat(kept.rows()).isEqualTo(1);
                                assertThat(kept.restricted()).isFalse();
                            })
                    .hasMessageContaining("press.Book.publisher")
                    .hasMessageContaining("Emma");
            assertThat(Publishers.all().count()).isEqualTo(1);
        });
    }

    @Test
    void deletesWhatFollowsAndCountsIt() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            book.authors.add(givenAuthor("Ada"), givenAuthor("Bob"));
            givenCopy(book, givenBranch("N1"), "1");

            DeletedRows deleted = book.delete();

            assertThat(deleted.total()).isEqualTo(4);
            assertThat(deleted.byModel())
                    .isEqualTo(Map.of("press.Book", 1L, "press.Authorship", 2L, "press.Copy", 1L));
        });
    }

    @Test
    void deletesWhatNothingFollowsInOneStatement() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            var branch = givenBranch("N1");
            givenCopy(book, branch, "1");
            givenCopy(book, branch, "2");

            List<String> sent = press.statementsOf(() -> Copies.all().delete());

            assertThat(sent).singleElement().asString().startsWith("DELETE");
        });
    }

    @Test
    void changesRowsThatLeadHere() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            Author bob = givenAuthor("Bob");
            Author eve = givenAuthor("Eve");

            List<String> sent = press.statementsOf(() -> ada.students.add(bob, eve));

            assertThat(sent).hasSize(1);
            assertThat(bob.mentor.get()).isEqualTo(ada);
            assertThat(ada.students.list()).containsExactly(bob, eve);
            ada.students.set(List.of(eve));
            assertThat(ada.students.list()).containsExactly(eve);
            bob.refresh();
            assertThatThrownBy(() -> ada.students.remove(bob)).isInstanceOf(DoesNotExist.class);
            ada.students.clear();
            assertThat(ada.students.count()).isZero();
            Author zoe =
                    ada.students.create(made -> {
                        made.name = "Zoe";
                        made.slug = new Slug("zoe");
                    });
            assertThat(zoe.mentor.id()).isEqualTo(ada.id);
            Publisher house = givenPublisher("Acme");
            givenBook(house, "Emma");
            assertThatThrownBy(house.books::clear).hasMessageContaining("orm.E159");
        });
    }

    @Test
    void tiesManyRowsInOneStatement() {
        press.run(() -> {
            Author ada = givenAuthor("Ada");
            Author bob = givenAuthor("Bob");
            Author eve = givenAuthor("Eve");

            assertThat(press.statementsOf(() -> ada.friends.add(bob, eve))).hasSize(1);
            assertThat(press.statementsOf(() -> ada.friends.add(bob))).hasSize(1);
            assertThat(ada.friends.count()).isEqualTo(2);
            assertThat(press.statementsOf(() -> ada.friends.set(List.of(eve)))).hasSize(2);
            assertThat(press.statementsOf(() -> ada.friends.clear())).hasSize(1);
        });
    }

    @Test
    void makesARowUnlessItIsThere() {
        press.run(() -> {
            Country swiss = givenCountry("CH", "Switzerland");

            GotOrCreated<Publisher> made =
                    Publishers.all()
                            .getOrCreate(
                                    house -> house.email = "a@b.ch",
                                    Publishers.name.set("Acme"),
                                    Publishers.country.set(swiss));
            GotOrCreated<Publisher> found =
                    Publishers.all()
                            .getOrCreate(house -> house.email = "no", Publishers.name.set("Acme"));

            assertThat(made.created()).isTrue();
            assertThat(found.created()).isFalse();
            assertThat(found.object()).isEqualTo(made.object());
            assertThat(found.object().email).isEqualTo("a@b.ch");
            assertThat(found.object().country.get()).isEqualTo(swiss);
            GotOrCreated<Publisher> changed =
                    Publishers.all()
                            .updateOrCreate(
                                    house -> house.email = "new", Publishers.name.set("Acme"));
            assertThat(changed.created()).isFalse();
            assertThat(Publishers.get().email).isEqualTo("new");
        });
    }

    @Test
    void makesOneRowForAllWhoAskAtOnce() throws Exception {
        var start = new CountDownLatch(1);
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            racers.add(() -> {
                start.await();
                return press.context()
                        .call(() ->
                                Countries.all()
                                        .getOrCreate(
                                                made -> made.name = "Oz", Countries.code.set("OZ"))
                                        .created());
            });
        }

        List<Boolean> created = race(racers, start);

        assertThat(created).hasSize(RACERS).containsOnlyOnce(true);
        press.run(() -> assertThat(Countries.all().count()).isEqualTo(1));
    }

    private static List<Boolean> race(List<Callable<Boolean>> racers, CountDownLatch start)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> futures = new ArrayList<>();
            racers.forEach(racer -> futures.add(threads.submit(racer)));
            start.countDown();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void writesManyRowsInFewStatementsAndTellsTheirKeys() {
        press.run(() -> {
            List<Author> authors = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                var author = new Author();
                author.name = "A" + i;
                author.slug = new Slug("a" + i);
                author.rating = i % 2 == 0 ? null : new BigDecimal("1.50");
                authors.add(author);
            }

            List<String> sent = press.statementsOf(() -> Authors.all().bulkCreate(authors));

            if (!kind.equals("mariadb")) {
                assertThat(sent).hasSize(1);
            }
            assertThat(authors).allSatisfy(author -> assertThat(author.id).isPositive());
            assertThat(Authors.get(Authors.slug.eq("a7")).id).isEqualTo(authors.get(7).id);
            authors.forEach(author -> author.rating = new BigDecimal("3.00"));
            assertThat(Authors.all().bulkUpdate(authors, Authors.rating)).isEqualTo(300);
            assertThat(Authors.filter(Authors.rating.eq(new BigDecimal("3.00"))).count())
                    .isEqualTo(300);
        });
    }

    @Test
    void passesOverOrChangesRowsThatAreThere() {
        press.run(() -> {
            givenCountry("CH", "Switzerland");
            List<Country> countries = List.of(country("CH", "Schweiz"), country("AT", "Austria"));

            Countries.all().bulkCreate(countries, BulkOptions.plain().ignoringConflicts());
            assertThat(names()).containsExactly("Austria", "Switzerland");
            Countries.all()
                    .bulkCreate(
                            List.of(country("CH", "Suisse"), country("DE", "Germany")),
                            BulkOptions.plain()
                                    .updating(List.of(Countries.code), List.of(Countries.name)));
            assertThat(names()).containsExactly("Austria", "Suisse", "Germany");
        });
    }

    private static Country country(String code, String name) {
        var country = new Country();
        country.code = code;
        country.name = name;
        return country;
    }

    private static List<String> names() {
        return Countries.all().list().stream().map(country -> country.name).toList();
    }

    @Test
    void tellsThoseWhoListen() {
        press.run(() -> {
            List<String> heard = new ArrayList<>();
            Author ada = givenAuthor("Ada");
            Author bob = givenAuthor("Bob");
            try (var _ =
                            ModelSignals.postSave(
                                    Author.class,
                                    event ->
                                            heard.add(
                                                    (event.created() ? "new " : "old ")
                                                            + event.instance().name
                                                            + " "
                                                            + event.fields()));
                    var _ =
                            ModelSignals.preDelete(
                                    Author.class,
                                    event -> heard.add("going " + event.instance().name));
                    var _ =
                            ModelSignals.m2mChanged(
                                    Author.class,
                                    "friends",
                                    event ->
                                            heard.add(
                                                    event.action() + " " + event.keys().size()))) {
                ada.name = "Ada L.";
                ada.save();
                bob.save(Authors.name);
                givenAuthor("Eve");
                ada.friends.add(bob);
                ada.friends.add(bob);
                bob.delete();
                Authors.all().update(Authors.name.set("Silent"));
            }
            ada.save();

            assertThat(heard)
                    .containsExactly(
                            "old Ada L. null",
                            "old Bob " + Set.of("name"),
                            "new Eve null",
                            "PRE_ADD 1",
                            "POST_ADD 1",
                            "PRE_ADD 0",
                            "POST_ADD 0",
                            "going Bob");
        });
    }

    @Test
    void tellsBeforeASaveAndAfterADeletion() {
        press.run(() -> {
            List<String> heard = new ArrayList<>();
            try (var _ =
                            ModelSignals.preSave(
                                    Author.class,
                                    event -> {
                                        heard.add(
                                                event.instance().name
                                                        + " "
                                                        + Authors.all().count()
                                                        + " "
                                                        + event.fields());
                                        event.instance().rating = BigDecimal.TWO;
                                    });
                    var _ =
                            ModelSignals.postDelete(
                                    Author.class,
                                    event ->
                                            heard.add(
                                                    "gone "
                                                            + event.instance().id
                                                            + " "
                                                            + Authors.all().count()))) {
                Author ada = givenAuthor("Ada");
                long id = ada.id;
                assertThat(Authors.get().rating).isEqualByComparingTo("2");
                ada.save(Authors.name);
                ada.delete();

                assertThat(heard)
                        .containsExactly(
                                "Ada 0 null", "Ada 1 " + Set.of("name"), "gone " + id + " 0");
            }
        });
    }

    @Test
    void readsNoRowsForThoseWhoListenToAnotherModel() {
        press.run(() -> {
            try (var _ = ModelSignals.preDelete(Author.class, _ -> {})) {
                assertThat(press.statementsOf(() -> Copies.all().delete()))
                        .singleElement()
                        .asString()
                        .startsWith("DELETE");
            }
        });
    }

    @Test
    void tellsThoseWhoListenToAClassAboveOnceForEachId() {
        press.run(() -> {
            List<Entity> heard = new ArrayList<>();
            Author ada = givenAuthor("Ada");
            try (var _ =
                            ModelSignals.preDelete(
                                    "test", Entity.class, e -> heard.add(e.instance()));
                    var _ =
                            ModelSignals.preDelete(
                                    "test", Entity.class, e -> heard.add(e.instance()))) {
                ada.delete();
            }

            assertThat(heard).containsExactly(ada);
        });
    }

    @Test
    void tellsAfterTheCommitWhatWasKept() {
        press.run(() -> {
            List<String> heard = new ArrayList<>();
            try (var _ =
                    ModelSignals.postSave(
                            Author.class,
                            ModelSignals.afterCommit(event -> heard.add(event.instance().name)))) {
                try (var block = Transaction.atomic()) {
                    givenAuthor("Lost");
                    block.rollback();
                }
                Transaction.atomic(() -> {
                    givenAuthor("Ada");
                    assertThat(heard).isEmpty();
                });
            }

            assertThat(heard).containsExactly("Ada");
        });
    }

    @Test
    void checksARowThatWasLoadedWholeOnly() {
        press.run(() -> {
            givenBook(givenPublisher("Acme"), "Emma");

            Book part = Books.all().only(Books.title).get();

            assertThatThrownBy(part::fullClean).hasMessageContaining("orm.E166");
            Books.get().fullClean();
        });
    }

    @Test
    void tellsThatARelationLeadsToNothing() {
        press.run(() -> {
            Book book = book(givenPublisher("Acme"), "Emma");
            book.publisher.setKey(4711L);

            assertThatThrownBy(book::fullClean)
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            invalid ->
                                    assertThat(invalid.errors().get("publisher").getFirst().text())
                                            .isEqualTo(
                                                    "publisher instance with id 4711 does not exist."));
        });
    }

    @Test
    void findsCopiesByTheirFreshKeys() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");
            Copy copy = givenCopy(book, givenBranch("N1"), "1");

            assertThat(Copies.get(Copies.id.eq(copy.id))).isEqualTo(copy);
            assertThat(book.copies.list()).containsExactly(copy);
        });
    }

    @Test
    void tellsWhoWasRead() {
        press.run(() -> {
            givenAuthor("Ada");
            List<String> heard = new ArrayList<>();
            try (var _ =
                    ModelSignals.postInit(
                            Author.class, event -> heard.add(event.instance().name))) {
                Authors.all().list();
            }
            Authors.all().list();

            assertThat(heard).containsExactly("Ada");
        });
    }
}
