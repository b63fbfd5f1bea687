package dev.quintet.conformance.queries;

import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.Countries;
import dev.quintet.conformance.realdb.library.Language;
import dev.quintet.conformance.realdb.library.Loans;
import dev.quintet.conformance.realdb.library.Members;
import dev.quintet.conformance.realdb.library.Reviews;
import dev.quintet.conformance.realdb.library.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Comparisons of single fields.
class LookupQueriesTest extends TypedQueries {

    @Test
    void findsTextThatIsEqual() {
        same("lookup-002", () -> Books.filter(Books.title.eq("Silent River")).count());
    }

    @Test
    void findsTextInWhateverCase() {
        same(
                "lookup-004",
                () ->
                        Authors.filter(Authors.name.iexact("hANS Петров"))
                                .orderBy(Authors.id.asc())
                                .select(Typed::row, Authors.id, Authors.name));
    }

    @Test
    void findsRowsWithoutAText() {
        same("lookup-006", () -> Books.filter(Books.subtitle.isNull()).count());
    }

    @Test
    void joinsConditionsByAnd() {
        same(
                "lookup-008",
                () -> Books.filter(Books.subtitle.isNull(), Books.inPrint.isNull()).count());
    }

    @Test
    void takesAPercentSignForItself() {
        same(
                "lookup-010",
                () ->
                        Books.filter(Books.title.contains("100%"))
                                .orderBy(Books.id.asc())
                                .limit(10)
                                .select(Books.title));
    }

    @Test
    void takesABackslashForItself() {
        same("lookup-012", () -> Reviews.filter(Reviews.body.contains("C:\\path\\to")).count());
    }

    @Test
    void takesQuotesForThemselves() {
        same(
                "lookup-013",
                () ->
                        Reviews.filter(
                                        Reviews.title.contains(
                                                "'d rate it 10/10 – \"superb\" & witty <3"))
                                .count());
    }

    @Test
    void findsPartsInWhateverCase() {
        same("lookup-015", () -> Reviews.filter(Reviews.title.icontains("très bon")).count());
    }

    @Test
    void takesAnUnderscoreForItself() {
        same("lookup-016", () -> Reviews.filter(Reviews.title.icontains("50_50")).count());
    }

    @Test
    void findsCapitalsAnywhere() {
        same("lookup-017", () -> Books.filter(Books.title.icontains("rIvEr")).count());
    }

    @Test
    void findsBeginnings() {
        same(
                "lookup-018",
                () ->
                        Books.filter(Books.title.startsWith("Silent"))
                                .orderBy(Books.id.asc())
                                .limit(10));
    }

    @Test
    void findsBeginningsInWhateverCase() {
        same(
                "lookup-019",
                () ->
                        Books.filter(Books.title.istartsWith("silent"))
                                .orderBy(Books.id.asc())
                                .limit(10));
    }

    @Test
    void findsBeginningsInOtherScripts() {
        same(
                "lookup-021",
                () ->
                        Books.filter(Books.title.startsWith("Тихий"))
                                .orderBy(Books.id.asc())
                                .limit(5)
                                .select(Books.title));
    }

    @Test
    void findsEnds() {
        same(
                "lookup-022",
                () ->
                        Books.filter(Books.title.endsWith("III"))
                                .orderBy(Books.id.asc())
                                .limit(10)
                                .select(Books.title));
    }

    @Test
    void findsEndsInWhateverCase() {
        same("lookup-023", () -> Books.filter(Books.title.iendsWith("iii")).count());
    }

    @Test
    void findsOneOfSeveralKeys() {
        same(
                "lookup-025",
                () -> Books.filter(Books.id.in(5, 3, 999999, 3, 17)).orderBy(Books.id.asc()));
    }

    @Test
    void excludesNothingForNoKeys() {
        same("lookup-027", () -> Books.exclude(Books.id.in(List.of())).count());
    }

    @Test
    void findsChoices() {
        same(
                "lookup-028",
                () -> Books.filter(Books.status.in(Status.DRAFT, Status.WITHDRAWN)).count());
    }

    @Test
    void findsChoicesThatAreText() {
        same("lookup-029", () -> Books.filter(Books.language.in(Language.FR, Language.DE)).count());
    }

    @Test
    void findsGreaterNumbers() {
        same(
                "lookup-033",
                () ->
                        Books.filter(Books.pages.gt(1190))
                                .orderBy(Books.id.asc())
                                .select(Typed::row, Books.id, Books.pages));
    }

    @Test
    void findsNumbersFromABound() {
        same("lookup-034", () -> Books.filter(Books.pages.gte(1190)).count());
    }

    @Test
    void findsLesserNumbers() {
        same(
                "lookup-035",
                () ->
                        Books.filter(Books.pages.lt(20))
                                .orderBy(Books.id.asc())
                                .select(Typed::row, Books.id, Books.pages));
    }

    @Test
    void findsNumbersUpToABound() {
        same("lookup-036", () -> Books.filter(Books.pages.lte(17)).count());
    }

    @Test
    void findsDatesBetweenTwo() {
        same(
                "lookup-040",
                () ->
                        Books.filter(
                                        Books.published.between(
                                                LocalDate.of(2020, 1, 1),
                                                LocalDate.of(2020, 3, 31)))
                                .orderBy(Books.published.asc(), Books.id.asc())
                                .select(Typed::row, Books.id, Books.published));
    }

    @Test
    void findsEarlierDates() {
        same(
                "lookup-041",
                () ->
                        Books.filter(Books.published.lt(LocalDate.of(1950, 3, 1)))
                                .orderBy(Books.published.asc(), Books.id.asc())
                                .select(Books.published));
    }

    @Test
    void comparesFloats() {
        same(
                "lookup-042",
                () ->
                        Books.filter(Books.weight.gt(370.5))
                                .orderBy(Books.weight.asc(), Books.id.asc())
                                .limit(5)
                                .select(Typed::row, Books.id, Books.weight));
    }

    @Test
    void findsRowsThatLeadNowhere() {
        same("lookup-045", () -> Authors.filter(Authors.mentor.isNull()).count());
    }

    @Test
    void findsTruthThatIsUnknown() {
        same("lookup-055", () -> Authors.filter(Authors.isActive.isNull()).count());
    }

    @Test
    void findsTruth() {
        same("lookup-056", () -> Authors.filter(Authors.isActive.eq(true)).count());
    }

    @Test
    void excludesTruthAndKeepsTheUnknown() {
        same("lookup-057", () -> Authors.exclude(Authors.isActive.eq(true)).count());
    }

    @Test
    void excludesTheUnknown() {
        same("lookup-058", () -> Authors.exclude(Authors.isActive.isNull()).count());
    }

    @Test
    void findsPartsOfAddresses() {
        same("lookup-061", () -> Members.filter(Members.ip.contains(":")).count());
    }

    @Test
    void findsLongerDurations() {
        same(
                "lookup-064",
                () ->
                        Books.filter(Books.readingTime.gt(Duration.ofHours(49)))
                                .orderBy(Books.readingTime.asc(), Books.id.asc())
                                .select(Typed::row, Books.id, Books.readingTime));
    }

    @Test
    void findsAnEqualDuration() {
        same(
                "lookup-065",
                () -> Books.filter(Books.readingTime.eq(Duration.ofMinutes(505))).count());
    }

    @Test
    void comparesLongNumbers() {
        same(
                "lookup-076",
                () ->
                        Countries.filter(Countries.population.gt(100_000_000))
                                .orderBy(Countries.population.desc())
                                .select(Countries.code));
    }

    @Test
    void comparesTimesOfDay() {
        same("date-020", () -> Loans.filter(Loans.pickupTime.gte(LocalTime.of(19, 30))).count());
    }
}
