package dev.quintet.conformance.queries;

import static dev.quintet.orm.Expressions.avg;
import static dev.quintet.orm.Expressions.count;
import static dev.quintet.orm.Expressions.exists;
import static dev.quintet.orm.Expressions.sum;

import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.InvoiceLines;
import dev.quintet.conformance.realdb.library.Members;
import dev.quintet.conformance.realdb.library.Publishers;
import dev.quintet.conformance.realdb.library.Reviews;
import dev.quintet.conformance.realdb.polls.Questions;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// Arithmetic, values of many rows, and queries in queries.
class ExpressionQueriesTest extends TypedQueries {

    @Test
    void comparesTwoColumns() {
        same("f-006", () -> Authors.filter(Authors.mentor.birthDate.gt(Authors.birthDate)).count());
    }

    @Test
    void subtractsInACondition() {
        same(
                "f-007",
                () ->
                        Authors.filter(Authors.mentor.rating.lt(Authors.rating.minus(5)))
                                .orderBy(Authors.id.asc())
                                .select(Authors.id));
    }

    @Test
    void multipliesAColumn() {
        same(
                "f-016",
                () ->
                        Books.orderBy(Books.id.asc())
                                .limit(5)
                                .select(Typed::row, Books.price, Books.price.times(2)));
    }

    @Test
    void readsWhatTheDatabaseFillsIn() {
        same("f-022", () -> InvoiceLines.filter(InvoiceLines.note.eq("n/a")).count());
    }

    @Test
    void countsWhatDiffers() {
        same(
                "annotate-002",
                () ->
                        Authors.filter(count(Authors.books).distinct().eq(0L))
                                .orderBy(Authors.id.asc())
                                .select(Authors.id));
    }

    @Test
    void countsTwoRelations() {
        same(
                "annotate-005",
                () ->
                        Authors.orderBy(Authors.id.asc())
                                .limit(5)
                                .select(
                                        Typed::row,
                                        Authors.id,
                                        count(Authors.books).distinct(),
                                        count(Authors.editedBooks).distinct()));
    }

    @Test
    void sumsWithADefault() {
        same(
                "annotate-007",
                () ->
                        Publishers.orderBy(
                                        sum(Publishers.books.price)
                                                .orElse(new BigDecimal("0"))
                                                .asc(),
                                        Publishers.id.asc())
                                .limit(5)
                                .select(
                                        Typed::row,
                                        Publishers.id,
                                        sum(Publishers.books.price).orElse(new BigDecimal("0"))));
    }

    @Test
    void filtersByAMean() {
        same(
                "annotate-027",
                () ->
                        Books.filter(avg(Books.reviews.stars).gt(4.8))
                                .orderBy(Books.id.asc())
                                .select(Typed::row, Books.id, avg(Books.reviews.stars)));
    }

    @Test
    void excludesByACount() {
        same("annotate-030", () -> Books.exclude(count(Books.reviews).eq(0L)).count());
    }

    @Test
    void joinsACountAndAColumnByOr() {
        same(
                "annotate-031",
                () ->
                        Books.filter(count(Books.reviews).gt(5L).or(Books.pages.lt(20)))
                                .orderBy(Books.id.asc())
                                .select(Typed::row, Books.id, count(Books.reviews), Books.pages));
    }

    @Test
    void sumsVotes() {
        same(
                "annotate-037",
                () ->
                        Questions.orderBy(sum(Questions.choices.votes).desc(), Questions.id.asc())
                                .limit(5)
                                .select(Typed::row, Questions.id, sum(Questions.choices.votes)));
    }

    @Test
    void countsFriends() {
        same(
                "annotate-039",
                () ->
                        Members.orderBy(count(Members.friends).desc(), Members.id.asc())
                                .limit(5)
                                .select(Typed::row, Members.id, count(Members.friends)));
    }

    @Test
    void asksWhetherOtherRowsExist() {
        same(
                "subquery-003",
                () ->
                        Books.filter(
                                        exists(
                                                Reviews.filter(Reviews.stars.eq((short) 1))
                                                        .on(Reviews.book.id, Books.id)))
                                .count());
    }

    @Test
    void asksWhetherDearBooksExist() {
        same(
                "subquery-007",
                () ->
                        Publishers.filter(
                                        exists(
                                                Books.filter(Books.price.gt(119))
                                                        .on(Books.publisher.id, Publishers.id)))
                                .orderBy(Publishers.id.asc())
                                .select(Publishers.id));
    }

    @Test
    void ordersByACount() {
        same(
                "order-030",
                () ->
                        Authors.orderBy(count(Authors.books).desc(), Authors.id.asc())
                                .limit(5)
                                .select(Typed::row, Authors.id, count(Authors.books)));
    }
}
