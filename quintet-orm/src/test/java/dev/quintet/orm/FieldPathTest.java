package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.tree.FieldPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ways over relations are told apart by their names alone.
class FieldPathTest {

    private static final FieldPath NAME = FieldPath.of(List.of("album", "artist", "name"));

    @Test
    void isTheSameHoweverItWasMade() {
        FieldPath walked = FieldPath.of("album").then("artist").then("name");

        assertThat(walked).isEqualTo(NAME).hasSameHashCodeAs(NAME);
        assertThat(walked.names()).containsExactly("album", "artist", "name");
        assertThat(walked).hasToString("album__artist__name");
        assertThat(walked.before()).isEqualTo(FieldPath.of("album").then("artist"));
        assertThat(walked.last()).isEqualTo("name");
    }

    @Test
    void differsWhereOneNameDoes() {
        assertThat(FieldPath.of(List.of("album", "label", "name"))).isNotEqualTo(NAME);
        assertThat(FieldPath.of(List.of("artist", "name"))).isNotEqualTo(NAME);
        assertThat(NAME.then("name")).isNotEqualTo(NAME);
    }

    @Test
    void differsFromAnotherOfTheSameHash() {
        FieldPath one = FieldPath.of("Aa").then("name");
        FieldPath other = FieldPath.of("BB").then("name");

        assertThat(one).hasSameHashCodeAs(other).isNotEqualTo(other);
    }

    @Test
    void leadsToTheModelItselfWithoutNames() {
        assertThat(FieldPath.of(List.of())).isEqualTo(FieldPath.ROOT);
        assertThat(FieldPath.ROOT.names()).isEmpty();
        assertThat(FieldPath.ROOT).hasToString("").isNotEqualTo(FieldPath.of(""));
    }
}
