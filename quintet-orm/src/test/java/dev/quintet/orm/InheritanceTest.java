package dev.quintet.orm;

import static dev.quintet.orm.TestPress.givenBook;
import static dev.quintet.orm.TestPress.givenMagazine;
import static dev.quintet.orm.TestPress.givenPublisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.press.Book;
import dev.quintet.orm.press.Books;
import dev.quintet.orm.press.ExpensiveBook;
import dev.quintet.orm.press.ExpensiveBooks;
import dev.quintet.orm.press.Magazine;
import dev.quintet.orm.press.Magazines;
import dev.quintet.orm.press.Newspaper;
import dev.quintet.orm.press.Periodical;
import dev.quintet.orm.press.Periodicals;
import dev.quintet.orm.press.Publisher;
import dev.quintet.orm.press.Publishers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Models that extend others: abstract ones, ones with tables, and proxies.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class InheritanceTest {

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
    void keepsAChildInItsOwnTableAndItsParents() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            Magazine magazine = givenMagazine("Wired", house);

            Periodical parent = Periodicals.get(Periodicals.name.eq("Wired"));
            Magazine child = Magazines.get(Magazines.issn.eq("Wired"));

            assertThat(parent.id).isEqualTo(magazine.id).isPositive();
            assertThat(child.glossy).isFalse();
            assertThat(child.issuesPerYear).isEqualTo((short) 12);
            assertThat(child.publisher.get()).isEqualTo(house);
            assertThat(child.id).isEqualTo(magazine.id);
        });
    }

    @Test
    void readsAChildByOneJoin() {
        press.run(() -> givenMagazine("Wired", givenPublisher("Acme")));

        List<String> sent =
                press.statementsOf(() ->
                        assertThat(Magazines.filter(Magazines.name.startsWith("W"))).hasSize(1));

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst()).containsOnlyOnce("JOIN");
    }

    @Test
    void findsAChildByItsKeyWithoutItsParentsTable() {
        press.run(() -> {
            Magazine magazine = givenMagazine("Wired", givenPublisher("Acme"));

            List<String> sent =
                    press.statementsOf(
                            () -> Magazines.filter(Magazines.id.eq(magazine.id)).exists());

            assertThat(sent.getFirst()).doesNotContain("press_periodical\"");
        });
    }

    @Test
    void filtersOverTheRelationsOfTheParent() {
        press.run(() -> {
            givenMagazine("Wired", givenPublisher("Acme"));
            givenMagazine("Mad", givenPublisher("Bond"));

            assertThat(Magazines.filter(Magazines.publisher.name.eq("Bond")).list())
                    .extracting(magazine -> magazine.name)
                    .containsExactly("Mad");
            assertThat(Magazines.selectRelated(Magazines.publisher).list())
                    .extracting(magazine -> magazine.publisher.get().name)
                    .containsExactly("Bond", "Acme");
        });
    }

    @Test
    void reachesTheChildFromTheParent() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenMagazine("Wired", house);
            var daily = new Newspaper();
            daily.name = "Daily";
            daily.issn = "daily";
            daily.save();

            List<Periodical> all = Periodicals.all().list();

            assertThat(all.get(1).magazine.get().glossy).isFalse();
            assertThat(all.get(0).magazine.find()).isEmpty();
            assertThat(all.get(0).as(Newspaper.class)).contains(daily);
            assertThat(all.get(0).as(Magazine.class)).isEmpty();
            assertThat(Periodicals.filter(Periodicals.magazine.glossy.eq(false)).count())
                    .isEqualTo(1);
            assertThat(
                            Publishers.filter(Publishers.periodicals.magazine().glossy.eq(false))
                                    .count())
                    .isEqualTo(1);
            assertThat(
                            QuerySet.of(Periodical.class)
                                    .filter("newspaper__weekdayOnly", false)
                                    .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void writesOnlyTheTableWhoseFieldsChanged() {
        press.run(() -> {
            Magazine magazine = givenMagazine("Wired", givenPublisher("Acme"));

            magazine.glossy = true;
            assertThat(updates(press.statementsOf(magazine::save)))
                    .singleElement()
                    .asString()
                    .contains("press_magazine");
            magazine.name = "Tired";
            assertThat(updates(press.statementsOf(magazine::save)))
                    .singleElement()
                    .asString()
                    .contains("press_periodical");

            assertThat(Magazines.get(Magazines.name.eq("Tired")).glossy).isTrue();
        });
    }

    private static List<String> updates(List<String> sent) {
        return sent.stream().filter(sql -> sql.startsWith("UPDATE")).toList();
    }

    @Test
    void updatesFieldsOfBothTablesByAQuery() {
        press.run(() -> {
            givenMagazine("Wired", givenPublisher("Acme"));

            int rows =
                    Magazines.all().update(Magazines.glossy.set(true), Magazines.issn.set("1234"));

            Magazine magazine = Magazines.get();
            assertThat(rows).isEqualTo(1);
            assertThat(magazine.glossy).isTrue();
            assertThat(magazine.issn).isEqualTo("1234");
        });
    }

    @Test
    void deletesBothRowsAndCountsThem() {
        press.run(() -> {
            Magazine magazine = givenMagazine("Wired", givenPublisher("Acme"));
            givenMagazine("Mad", givenPublisher("Bond"));

            DeletedRows deleted = magazine.delete();

            assertThat(deleted.byModel())
                    .isEqualTo(Map.of("press.Magazine", 1L, "press.Periodical", 1L));
            assertThat(Periodicals.all().count()).isEqualTo(1);

            DeletedRows byParent = Periodicals.all().delete();

            assertThat(byParent.byModel())
                    .isEqualTo(Map.of("press.Magazine", 1L, "press.Periodical", 1L));
            assertThat(Magazines.all().exists()).isFalse();
        });
    }

    @Test
    void showsTheSameRowsByAProxyInItsOwnWay() {
        press.run(() -> {
            Publisher house = givenPublisher("Acme");
            givenBook(house, "Cheap");
            Book dear = givenBook(house, "Dear");
            dear.price = new BigDecimal("90.00");
            dear.save();

            ExpensiveBook proxy = ExpensiveBooks.get();

            assertThat(proxy.boast()).isEqualTo("Dear costs 90.00");
            assertThat(proxy).isEqualTo(dear).hasSameHashCodeAs(dear);
            proxy.pages = 7;
            proxy.save();
            assertThat(Books.get(Books.title.eq("Dear")).pages).isEqualTo(7);
            assertThat(ExpensiveBooks.all().delete().byModel())
                    .isEqualTo(Map.of("press.ExpensiveBook", 1L));
            assertThat(Books.all().count()).isEqualTo(1);
        });
    }

    @Test
    void givesAbstractFieldsToEachModel() {
        press.run(() -> {
            Book book = givenBook(givenPublisher("Acme"), "Emma");

            Book found = Books.get();
            assertThat(found.created).isEqualTo(book.created).isNotNull();
            assertThat(found.updated).isNotNull();
        });
    }

    @Test
    void refusesToMakeChildrenInBulk() {
        press.run(() ->
                assertThatThrownBy(() -> Magazines.all().bulkCreate(List.of(new Magazine())))
                        .hasMessageContaining("orm.E161"));
    }
}
