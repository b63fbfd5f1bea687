package dev.quintet.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamenessTest {

    @Test
    void tellsWholeNumbersFromFloatsAndDecimals() {
        assertThat(Sameness.same(2L, 2L, true)).isTrue();
        assertThat(Sameness.same(2L, 2.0, true)).isFalse();
        assertThat(Sameness.same(new BigDecimal("2"), 2L, true)).isFalse();
    }

    @Test
    void forgivesRounding() {
        assertThat(Sameness.same(0.1 + 0.2, 0.3, true)).isTrue();
        assertThat(Sameness.same(new BigDecimal("76.3800000000000"), new BigDecimal("76.38"), true))
                .isTrue();
        assertThat(Sameness.same(1.0, 1.000001, true)).isFalse();
    }

    @Test
    void comparesMomentsWhateverTheirZone() {
        Instant moment = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(Sameness.same(moment.atZone(ZoneId.of("Asia/Tokyo")), moment, true)).isTrue();
    }

    @Test
    void comparesListsInOrderUnlessThatDoesNotMatter() {
        assertThat(Sameness.same(List.of(1L, 2L), List.of(2L, 1L), true)).isFalse();
        assertThat(Sameness.same(List.of(1L, 2L), List.of(2L, 1L), false)).isTrue();
        assertThat(Sameness.same(List.of(1L, 1L), List.of(1L, 2L), false)).isFalse();
    }

    @Test
    void keepsTheOrderOfListsWithin() {
        assertThat(
                        Sameness.same(
                                List.of(List.of(1L, 2L), List.of(3L)),
                                List.of(List.of(3L), List.of(2L, 1L)),
                                false))
                .isFalse();
    }

    @Test
    void tellsNullFromAMissingKey() {
        Map<String, Object> withNull = new java.util.HashMap<>();
        withNull.put("a", null);

        assertThat(Sameness.same(withNull, Map.of("b", 1L), true)).isFalse();
        assertThat(Sameness.same(Arrays.asList((Object) null), Arrays.asList((Object) null), true))
                .isTrue();
    }

    @Test
    void comparesObjectsByLabelAndKeyAndByWhatWasRecordedBesides() {
        var recorded = new ModelReference("library.Book", 1L, null, Map.of("n", 2L));

        assertThat(
                        Sameness.same(
                                recorded,
                                new ModelReference("library.Book", 1L, List.of(), Map.of("n", 2L)),
                                true))
                .isTrue();
        assertThat(
                        Sameness.same(
                                recorded,
                                new ModelReference("library.Book", 1L, null, Map.of("n", 3L)),
                                true))
                .isFalse();
    }
}
