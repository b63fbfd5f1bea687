package dev.quintet.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

    @Test
    void readsLinesExportsCommentsAndQuotes() {
        assertThat(
                        parsed(
                                """
                                # a comment
                                PLAIN=value with spaces   # and a comment
                                export EXPORTED = yes
                                HASH=a#b
                                EMPTY=
                                SINGLE='as $it \\n is # here'
                                DOUBLE="a\\nb \\"q\\" \\$x \\q" # after
                                URL=postgresql://ada:p%40ss@db/shop?a=b
                                """))
                .containsExactlyEntriesOf(
                        entries(
                                "PLAIN", "value with spaces",
                                "EXPORTED", "yes",
                                "HASH", "a#b",
                                "EMPTY", "",
                                "SINGLE", "as $it \\n is # here",
                                "DOUBLE", "a\nb \"q\" $x \\q",
                                "URL", "postgresql://ada:p%40ss@db/shop?a=b"));
    }

    @Test
    void letsQuotesSpanLines() {
        var entries = DotEnv.parse(".env", "KEY=\"one\ntwo\"\r\nNEXT=3\r\n");

        assertThat(entries.get(0).value()).isEqualTo("one\ntwo");
        assertThat(entries.get(1).value()).isEqualTo("3");
        assertThat(entries.get(1).place()).hasToString(".env:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOVALUE", "=x", "A=1\nKEY=\"open\nB=2", "KEY='a' b", "two words=1"})
    void namesTheLineThatItCannotRead(String text) {
        assertThatThrownBy(() -> DotEnv.parse(".env", text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(".env:");
    }

    private static Map<String, String> parsed(String text) {
        var map = new LinkedHashMap<String, String>();
        DotEnv.parse(".env", text).forEach(entry -> map.put(entry.key(), entry.value()));
        return map;
    }

    private static Map<String, String> entries(String... keysAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
