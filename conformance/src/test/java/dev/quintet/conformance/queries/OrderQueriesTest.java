package dev.quintet.conformance.queries;

import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.Language;
import dev.quintet.conformance.realdb.library.Loans;
import dev.quintet.conformance.realdb.library.Status;
import org.junit.jupiter.api.Test;

/// Orders, parts and single rows.
class OrderQueriesTest extends TypedQueries {

    @Test
    void ordersDownwards() {
        same(
                "order-001",
                () ->
                        Books.orderBy(Books.pages.desc(), Books.id.asc())
                                .limit(5)
                                .select(Typed::row, Books.id, Books.pages));
    }

    @Test
    void putsNullsLastDownwards() {
        same(
                "order-004",
                () ->
                        Books.orderBy(Books.published.desc().nullsLast(), Books.id.asc())
                                .limit(3)
                                .select(Typed::row, Books.id, Books.published));
    }

    @Test
    void putsNullsLastUpwards() {
        same(
                "order-005",
                () ->
                        Books.orderBy(Books.published.asc().nullsLast(), Books.id.asc())
                                .limit(3)
                                .select(Typed::row, Books.id, Books.published));
    }

    @Test
    void putsNullsFirst() {
        same(
                "order-006",
                () ->
                        Books.orderBy(Books.published.desc().nullsFirst(), Books.id.asc())
                                .limit(3)
                                .select(Typed::row, Books.id, Books.published));
    }

    @Test
    void turnsTheOrderRound() {
        same(
                "order-014",
                () ->
                        Books.orderBy(Books.title.asc(), Books.id.asc())
                                .reverse()
                                .limit(5)
                                .select(Books.id));
    }

    @Test
    void isOrderedNotWithoutAnOrder() {
        same("order-017", () -> Books.orderBy().ordered());
    }

    @Test
    void findsTheFirst() {
        same("order-018", () -> Books.orderBy(Books.id.asc()).first());
    }

    @Test
    void findsTheLast() {
        same("order-019", () -> Books.orderBy(Books.id.asc()).last());
    }

    @Test
    void findsTheLastByTheModelsOrder() {
        same("order-021", () -> Books.all().last());
    }

    @Test
    void findsTheLatestByTwoFields() {
        same(
                "order-024",
                () -> Books.filter(Books.published.isNotNull()).latest("published", "pk").id);
    }

    @Test
    void findsTheEarliestByTwoFields() {
        same("order-026", () -> Loans.all().earliest("due", "pk").id);
    }

    @Test
    void takesAPart() {
        same("slice-002", () -> Books.orderBy(Books.id.asc()).range(5, 8));
    }

    @Test
    void hasNoRowBehindTheLast() {
        same("slice-008", () -> Books.orderBy(Books.id.asc()).at(5000));
    }

    @Test
    void asksNothingForNoRows() {
        same("slice-015", () -> Books.all().none().count());
    }

    @Test
    void asksWhetherThereAreRows() {
        same("slice-016", () -> Books.filter(Books.title.eq("nope")).exists());
    }

    @Test
    void findsNone() {
        same("slice-020", () -> Books.get(Books.id.eq(999999)));
    }

    @Test
    void findsThoseWithoutStudents() {
        same("lookup-046", () -> Authors.filter(Authors.students.isNull()).count());
    }

    @Test
    void readsTwoColumns() {
        same(
                "values-004",
                () ->
                        Books.orderBy(Books.id.asc())
                                .limit(3)
                                .select(Typed::row, Books.title, Books.pages));
    }

    @Test
    void readsOneColumn() {
        same("values-005", () -> Books.orderBy(Books.id.asc()).limit(3).select(Books.title));
    }

    @Test
    void unitesTwoQueries() {
        same(
                "combinators-001",
                () ->
                        Books.filter(Books.status.eq(Status.WITHDRAWN))
                                .orderBy()
                                .select(Books.id)
                                .union(
                                        Books.filter(
                                                        Books.language.eq(Language.JA),
                                                        Books.status.eq(Status.DRAFT))
                                                .orderBy()
                                                .select(Books.id))
                                .orderBy("pk"));
    }

    @Test
    void takesWhatIsInBoth() {
        same(
                "combinators-014",
                () ->
                        Books.filter(Books.status.eq(Status.WITHDRAWN))
                                .and(Books.filter(Books.language.eq(Language.JA)))
                                .count());
    }

    @Test
    void takesWhatIsInOneOnly() {
        same(
                "combinators-015",
                () ->
                        Books.filter(Books.status.eq(Status.WITHDRAWN))
                                .xor(Books.filter(Books.language.eq(Language.JA)))
                                .count());
    }

    @Test
    void findsTheEarliest() {
        same("order-023", () -> Books.filter(Books.published.isNotNull()).earliest().published);
    }

    @Test
    void findsTheLatestByTheModelsField() {
        same("order-022", () -> Books.all().latest().published);
    }
}
