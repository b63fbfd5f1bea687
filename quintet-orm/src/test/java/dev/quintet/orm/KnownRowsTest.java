package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.shop.Artist;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows are found by their keys, however many there are.
class KnownRowsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 20", "2, 3", "100, 24", "100, 25", "100, 1000", "0, 50"})
    void findsEachRowByItsKey(long most, int keys) {
        var known = new KnownRows(most);
        List<Artist> rows = new ArrayList<>();
        for (long key = 0; key < keys; key++) {
            var row = new Artist();
            rows.add(row);
            known.put(key * 8, row);
        }

        for (int i = 0; i < keys; i++) {
            assertThat(known.get(i * 8L)).isSameAs(rows.get(i));
            assertThat(known.get(i * 8L + 1)).isNull();
        }
    }

    @Test
    void tellsKeysOfTheSameHashApart() {
        var known = new KnownRows(Long.MAX_VALUE);
        var one = new Artist();
        var other = new Artist();
        for (long key = 0; key < 100; key++) {
            known.put(key, new Artist());
        }
        known.put("Aa", one);
        known.put("BB", other);

        assertThat(known.get("Aa")).isSameAs(one);
        assertThat(known.get("BB")).isSameAs(other);
    }
}
