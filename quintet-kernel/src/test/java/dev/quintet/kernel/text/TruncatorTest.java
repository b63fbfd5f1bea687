package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TruncatorTest {

    @Test
    void countsTheMarkAsACharacter() {
        assertThat(Truncator.of("Djangology").chars(7)).isEqualTo("Django…");
        assertThat(Truncator.of("Djangology").chars(10)).isEqualTo("Djangology");
        assertThat(Truncator.of("Djangology").endingWith("...").chars(7)).isEqualTo("Djan...");
    }

    @Test
    void doesNotCountAccentsThatStandAlone() {
        assertThat(Truncator.of("o\u0323\u0302xyz").chars(3)).isEqualTo("ộx…");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Truncator.of("The  quick brown\nfox").words(2)).isEqualTo("The quick…");
        assertThat(Truncator.of("The quick").words(2)).isEqualTo("The quick");
    }

    @Test
    void closesWhatItLeavesOpen() {
        String html = "<p id=\"a\"><b>The<br> quick brown</b> fox</p>";

        assertThat(Truncator.ofHtml(html).words(2))
                .isEqualTo("<p id=\"a\"><b>The<br> quick…</b></p>");
        assertThat(Truncator.ofHtml(html).chars(4)).isEqualTo("<p id=\"a\"><b>The<br>…</b></p>");
    }

    @Test
    void neverMakesTextLonger() {
        var random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.appendCodePoint("ab c\u0301é😀".codePoints().toArray()[random.nextInt(7)]);
            }
            int most = 1 + random.nextInt(12);

            String cut = Truncator.of(text.toString()).chars(most);

            assertThat(cut.codePoints().filter(c -> c != 0x301).count()).isLessThanOrEqualTo(most);
        }
    }
}
