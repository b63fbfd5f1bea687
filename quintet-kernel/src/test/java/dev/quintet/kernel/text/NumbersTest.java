package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void cutsAndGroupsWithoutRounding() {
        assertThat(Numbers.format(1234567.891, NumberStyle.GROUPED.withDecimals(2)))
                .isEqualTo("1,234,567.89");
        var indian = new NumberStyle(".", 2, ",", List.of(3, 2));
        assertThat(Numbers.format(new BigDecimal("12345678.9"), indian))
                .isEqualTo("1,23,45,678.90");
    }

    @Test
    void writesHugeNumbersWithAnExponent() {
        assertThat(Numbers.format(new BigDecimal("9E+200"), NumberStyle.PLAIN)).isEqualTo("9e+200");
        assertThat(Numbers.format(new BigDecimal("1E-8"), NumberStyle.PLAIN.withDecimals(2)))
                .isEqualTo("0.00");
    }

    @Test
    void readsBase36AsItWroteIt() {
        var random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            long number = random.nextLong() & Long.MAX_VALUE;

            assertThat(Numbers.fromBase36(Numbers.toBase36(number))).isEqualTo(number);
        }
        assertThatThrownBy(() -> Numbers.fromBase36("#!")).isInstanceOf(TextException.class);
    }
}
