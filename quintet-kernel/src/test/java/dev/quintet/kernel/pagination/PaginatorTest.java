package dev.quintet.kernel.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.pagination.InvalidPageException.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaginatorTest {

    private final Paginator<Integer> rows =
            Paginator.of(IntStream.rangeClosed(1, 95).boxed().toList(), 10);

    @Test
    void cutsRowsIntoPages() {
        Page<Integer> last = rows.page(10);

        assertThat(rows.numPages()).isEqualTo(10);
        assertThat(last).containsExactly(91, 92, 93, 94, 95);
        assertThat(last.startIndex()).isEqualTo(91);
        assertThat(last.endIndex()).isEqualTo(95);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.previousPageNumber()).isEqualTo(9);
        assertThat(last).hasToString("<Page 10 of 10>");
    }

    @Test
    void leavesNoOrphans() {
        assertThat(rows.orphans(5).numPages()).isEqualTo(9);
        assertThat(rows.orphans(5).page(9).size()).isEqualTo(15);
        assertThat(rows.orphans(4).numPages()).isEqualTo(10);
    }

    @Test
    void leavesOutNothingOfAShortRange() {
        assertThat(rows.elidedPageRange(5)).isEqualTo(List.copyOf(rows.pageRange()));
        assertThat(rows.elidedPageRange(1, 2, 1)).containsExactly(1L, 2L, 3L, "…", 10L);
    }

    @Test
    void elidesBothSidesOfALongRange() {
        assertThat(rows.counted(1000).elidedPageRange(50, 1, 2))
                .containsExactly(1L, 2L, "…", 49L, 50L, 51L, "…", 99L, 100L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, BELOW_ONE",
        "11, BEYOND_LAST",
        "x, NOT_A_NUMBER",
        "1.5, NOT_A_NUMBER",
        "99999999999999999999, BEYOND_LAST"
    })
    void saysWhatIsWrongWithANumber(String number, Reason reason) {
        assertThatThrownBy(() -> rows.page(number))
                .isInstanceOfSatisfying(
                        InvalidPageException.class,
                        wrong -> assertThat(wrong.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "11, 10", "x, 1", "3, 3", ", 1"})
    void takesVisitorsToAPageThatThereIs(String asked, long given) {
        assertThat(rows.getPage(asked).number()).isEqualTo(given);
    }

    @Test
    void hasAnEmptyFirstPageUnlessToldOtherwise() {
        var none = Paginator.of(List.of(), 10);

        assertThat(none.page(1)).isEmpty();
        assertThatThrownBy(() -> none.allowEmptyFirstPage(false).page(1))
                .isInstanceOf(InvalidPageException.class);
    }

    @Test
    void neverCountsWhatIsCountedAlready() {
        PageSource<String> uncounted =
                new PageSource<>() {
                    @Override
                    public long count() {
                        throw new IllegalStateException("counted");
                    }

                    @Override
                    public List<String> slice(long offset, int limit) {
                        return List.of(offset + "+" + limit);
                    }
                };

        assertThat(Paginator.of(uncounted, 10).counted(1_000_000).page(7)).containsExactly("60+10");
    }
}
