package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void makesSlugs() {
        assertThat(Words.slugify(" Hôtel de ville -- 2.0! ")).isEqualTo("hotel-de-ville-20");
        assertThat(Words.slugifyUnicode("Привет, мир")).isEqualTo("привет-мир");
    }

    @Test
    void listsItemsAsPeopleDo() {
        assertThat(Words.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
        assertThat(Words.list(List.of("a"), "and")).isEqualTo("a");
        assertThat(Words.list(List.of(), "and")).isEmpty();
    }

    @Test
    void wrapsAtSpacesOnly() {
        assertThat(Words.wrap("a long sentence\nof words", 7))
                .isEqualTo("a long\nsentence\nof\nwords");
    }

    @Test
    void keepsQuotedWordsTogether() {
        assertThat(Words.smartSplit("if a == \"b \\\" c\" with='d e' f"))
                .containsExactly("if", "a", "==", "\"b \\\" c\"", "with='d e'", "f");
        assertThat(Words.smartSplit("\"a 'one")).containsExactly("\"a", "'one");
    }

    @Test
    void refusesNamesThatNameNoFile() {
        assertThat(Words.fileName("^&'@{}[],$=!-#()%+~_123 a.txt")).isEqualTo("-_123_a.txt");
        assertThatThrownBy(() -> Words.fileName("$.$.$"))
                .isInstanceOf(TextException.class)
                .hasMessageContaining("kernel.E060");
    }

    @Test
    void doesTheSmallThings() {
        assertThat(Words.phoneToDigits("0800 flowers")).isEqualTo("0800 3569377");
        assertThat(Words.camelCaseToSpaces("HTMLPageOfBooks")).isEqualTo("html page of books");
        assertThat(Words.capFirst("éclair")).isEqualTo("Éclair");
        assertThat(Words.normalizeNewlines("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }
}
