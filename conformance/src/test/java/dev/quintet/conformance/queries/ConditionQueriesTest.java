package dev.quintet.conformance.queries;

import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.Language;
import dev.quintet.conformance.realdb.library.Members;
import dev.quintet.conformance.realdb.library.Publishers;
import dev.quintet.conformance.realdb.library.Status;
import dev.quintet.conformance.realdb.polls.Questions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Conditions put together, and their negation over relations to many.
class ConditionQueriesTest extends TypedQueries {

    @Test
    void takesOneOrTheOther() {
        same(
                "q-001",
                () ->
                        Books.filter(
                                        Books.title
                                                .startsWith("Silent")
                                                .or(Books.title.startsWith("Hidden")))
                                .count());
    }

    @Test
    void takesBoth() {
        same(
                "q-002",
                () ->
                        Books.filter(Books.title.startsWith("Silent").and(Books.pages.gt(600)))
                                .count());
    }

    @Test
    void negates() {
        same("q-003", () -> Books.filter(Books.title.startsWith("Silent").not()).count());
    }

    @Test
    void negatesAnOr() {
        same(
                "q-007",
                () ->
                        Books.filter(
                                        Books.status
                                                .eq(Status.PUBLISHED)
                                                .or(Books.language.eq(Language.EN))
                                                .not())
                                .count());
    }

    @Test
    void negatesNoKeys() {
        same(
                "q-012",
                () ->
                        Books.filter(
                                        Books.id
                                                .in(List.of())
                                                .not()
                                                .and(Books.status.eq(Status.DRAFT)))
                                .count());
    }

    @Test
    void addsNothingByNoKeys() {
        same(
                "q-013",
                () ->
                        Books.filter(Books.id.in(List.of()).or(Books.status.eq(Status.DRAFT)))
                                .count());
    }

    @Test
    void joinsRelationsByOr() {
        same(
                "q-014",
                () ->
                        Books.filter(
                                        Books.authors
                                                .name
                                                .startsWith("A")
                                                .or(Books.publisher.name.startsWith("A")))
                                .distinct()
                                .count());
    }

    @Test
    void excludesAnOr() {
        same(
                "q-016",
                () ->
                        Books.exclude(
                                        Books.status
                                                .eq(Status.PUBLISHED)
                                                .or(Books.language.eq(Language.EN)))
                                .count());
    }

    @Test
    void excludesWhatMeetsBoth() {
        same(
                "q-017",
                () ->
                        Books.exclude(
                                        Books.status.eq(Status.PUBLISHED),
                                        Books.language.eq(Language.EN))
                                .count());
    }

    @Test
    void excludesNullsNot() {
        same("q-021", () -> Books.exclude(Books.weight.gt(100)).count());
    }

    @Test
    void excludesAFalseAndKeepsTheUnknown() {
        same("q-022", () -> Books.exclude(Books.inPrint.eq(false)).count());
    }

    @Test
    void joinsAListOfConditions() {
        same(
                "q-024",
                () ->
                        Books.filter(
                                        Stream.of("River", "Schloss", "物語")
                                                .map(Books.title::contains)
                                                .reduce((one, other) -> one.or(other))
                                                .orElseThrow())
                                .count());
    }

    @Test
    void mixesBoth() {
        same(
                "q-026",
                () ->
                        Books.filter(
                                        Books.price.gt(100).or(Books.publisher.active.eq(false)),
                                        Books.status.eq(Status.PUBLISHED))
                                .count());
    }

    @Test
    void speaksOfOneRowInOneCall() {
        same(
                "multivalued-001",
                () ->
                        Authors.filter(
                                        Authors.books.status.eq(Status.PUBLISHED),
                                        Authors.books.language.eq(Language.FR))
                                .distinct()
                                .count());
    }

    @Test
    void speaksOfTwoRowsInTwoCalls() {
        same(
                "multivalued-002",
                () ->
                        Authors.filter(Authors.books.status.eq(Status.PUBLISHED))
                                .filter(Authors.books.language.eq(Language.FR))
                                .distinct()
                                .count());
    }

    @Test
    void findsNoRowThatIsDearAndCheap() {
        same(
                "multivalued-004",
                () ->
                        Authors.filter(Authors.books.price.gt(100), Authors.books.price.lt(10))
                                .count());
    }

    @Test
    void countsRowsThatAreJoinedTwice() {
        same(
                "multivalued-005",
                () ->
                        Authors.filter(Authors.books.price.gt(100))
                                .filter(Authors.books.price.lt(10))
                                .count());
    }

    @Test
    void excludesTwice() {
        same(
                "multivalued-010",
                () ->
                        Authors.exclude(Authors.books.status.eq(Status.PUBLISHED))
                                .exclude(Authors.books.language.eq(Language.FR))
                                .count());
    }

    @Test
    void negatesARelationToMany() {
        same(
                "multivalued-012",
                () -> Authors.filter(Authors.books.status.eq(Status.PUBLISHED).not()).count());
    }

    @Test
    void excludesByWhatLeadsHere() {
        same(
                "multivalued-016",
                () ->
                        Publishers.exclude(Publishers.books.price.gt(100))
                                .orderBy(Publishers.id.asc())
                                .select(Publishers.id));
    }

    @Test
    void excludesByWhatLeadsHereThroughTwo() {
        same(
                "multivalued-017",
                () ->
                        Publishers.exclude(Publishers.books.authors().name.startsWith("A"))
                                .orderBy(Publishers.id.asc())
                                .select(Publishers.id));
    }

    @Test
    void excludesByManyToMany() {
        same("multivalued-018", () -> Books.exclude(Books.authors.name.startsWith("A")).count());
    }

    @Test
    void excludesByACategory() {
        same("multivalued-019", () -> Books.exclude(Books.categories.slug.eq("fiction")).count());
    }

    @Test
    void excludesByTheParentOfACategory() {
        same(
                "multivalued-020",
                () -> Books.exclude(Books.categories.parent().slug.eq("travel")).count());
    }

    @Test
    void excludesByAmounts() {
        same("multivalued-025", () -> Members.exclude(Members.loans.fine.gt(0)).count());
    }

    @Test
    void keepsThoseWhoLeadNowhere() {
        same("multivalued-027", () -> Authors.exclude(Authors.mentor.name.startsWith("A")).count());
    }

    @Test
    void excludesByVotes() {
        same(
                "multivalued-034",
                () ->
                        Questions.exclude(Questions.choices.votes.gt(100))
                                .orderBy(Questions.id.asc())
                                .select(Questions.id));
    }
}
