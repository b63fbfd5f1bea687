package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Filters that get what they cannot take: Django is lenient with some, and so is Quintet; the rest
/// name the filter and the value.
class UnfitValueTest {

    private static String page(String source, @Nullable Object value) {
        return TemplateEngine.builder()
                .build()
                .fromString(source)
                .render(Collections.singletonMap("v", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "last", "safeseq", "escapeseq", "unordered_list"})
    void filtersOfListsRefuseANumber(String filter) {
        assertThatThrownBy(() -> page("{{ v|" + filter + " }}", 7))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageContaining("The filter '" + filter + "' takes a list")
                .hasMessageContaining("got '7' (Integer)")
                .hasMessageContaining("<string>:1:");
    }

    @ParameterizedTest
    @CsvSource({"phone2numeric, 5", "get_digit:1, ", "divisibleby:3, 'x'", "timesince, 'x'"})
    void filtersNameTheValueThatTheyCannotTake(String filter, @Nullable String value) {
        Object unfit = "5".equals(value) ? Integer.valueOf(5) : value;
        assertThatThrownBy(() -> page("{{ v|" + filter + " }}", unfit))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageContaining("template.E025");
    }

    @Test
    void unknownVariablesAreEmptyTextThatFiltersOfListsTake() {
        assertThat(page("{{ none|first }}{{ none|last }}{{ none|unordered_list }}", 1)).isEmpty();
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        assertThatThrownBy(() -> page("{{ v|timesince }}", "x".repeat(5000)))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void dateShowsNothingForWhatHasNoDateUnlessTheWholeMomentIsAskedFor() {
        assertThat(page("{{ v|date:'Y-m-d' }}|{{ v|date }}", "soon")).isEqualTo("|");
        assertThat(page("{{ v|date:'Y' }}", LocalTime.NOON)).isEmpty();
        assertThat(page("{{ v|time:'Y' }}", LocalTime.NOON)).isEmpty();
        assertThatThrownBy(() -> page("{{ v|date:'r' }}", "soon"))
                .hasMessageContaining("takes a date or a moment");
        assertThatThrownBy(() -> page("{{ v|date:'H:i' }}", LocalDate.EPOCH))
                .hasMessageContaining("takes a time of a day");
    }

    @Test
    void anEmptyFormatIsTheLanguagesOwn() {
        assertThat(page("{{ v|date:'' }}", LocalDate.EPOCH)).isEqualTo("Jan. 1, 1970");
    }

    @Test
    void dictsortByANumberWantsItemsThatHaveIt() {
        assertThat(page("{{ v|dictsort:1|join:' ' }}", List.of("az", "by"))).isEqualTo("by az");
        assertThatThrownBy(() -> page("{{ v|dictsort:1 }}", List.of("az", "b")))
                .hasMessageContaining("'dictsort'");
        assertThat(page("{{ v|dictsort:'age' }}", List.of(Map.of("age", 1), Map.of()))).isEmpty();
    }

    @Test
    void textsAreSortedByTheirCodePoints() {
        assertThat(page("{{ v|dictsort:0|join:'' }}", List.of("😀", "ﬁ", "a"))).isEqualTo("aﬁ😀");
    }

    @Test
    void titleBeginsLettersThatHaveNoUpperCaseWithTwo() {
        assertThat(page("{{ v|title }}", "ßa ﬁn don't")).isEqualTo("Ssa Fin Don&#x27;t");
    }

    @Test
    void scriptsGetTimesOfThreeDigitsAndDurationsAsDjangoWritesThem() {
        assertThat(page("{{ v|json_script }}", LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_901_000)))
                .contains("\"2026-01-02T03:04:05.678\"");
        assertThat(page("{{ v|json_script }}", Duration.ofHours(76))).contains("\"P3DT04H00M00S\"");
    }
}
