package records.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Artists from A to Z.
class ArtistIndexTest {

    @Test
    void sortsAccentsWithTheirLetters() {
        assertThat(shown("Zeca", "Émile", "Eric", "elvis"))
                .containsExactly("E: elvis, Émile, Eric", "Z: Zeca");
    }

    @Test
    void putsWhatHasNoLetterFirst() {
        assertThat(shown("Abba", "2 Pac", "…And Trail", ""))
                .containsExactly("#: , 2 Pac, …And Trail", "A: Abba");
    }

    private static List<String> shown(String... names) {
        var artists = Stream.of(names).map(name -> new ArtistIndex.Entry(1, name, 1)).toList();
        return ArtistIndex.letters(artists).stream()
                .map(letter ->
                        letter.letter()
                                + ": "
                                + String.join(
                                        ", ",
                                        letter.artists().stream()
                                                .map(ArtistIndex.Entry::name)
                                                .toList()))
                .toList();
    }
}
