package records.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a visitor types, and how long a record plays.
class WordsTest {

    @Test
    void splitsAtSpacesAndControls() {
        assertThat(Words.of("  miles\tdavis\0 miles ")).containsExactly("miles", "davis");
    }

    @Test
    void findsNoWordsInNothing() {
        assertThat(Words.of(" \n ")).isEmpty();
    }

    @Test
    void takesTheFirstFewWordsOnly() {
        assertThat(Words.of("a b c d e f g h i j")).hasSize(8);
        assertThat(Words.of("x".repeat(5000)).toString()).hasSize(100);
    }

    @Test
    void writesPlayingTimesAsSleevesDo() {
        assertThat(new PlayingTime(Duration.ofSeconds(185))).hasToString("3:05");
        assertThat(new PlayingTime(Duration.ofSeconds(4360))).hasToString("1:12:40");
        assertThat(new PlayingTime(Duration.ofMillis(185_900)).machine()).isEqualTo("PT3M5S");
    }
}
