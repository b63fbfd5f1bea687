package topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.Raw;
import dev.quintet.test.SiteTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topics.presses.Presses;

/// Topic 117: a column becomes a table.
@SiteTest(Presses.class)
class NormalisationTopicsTest {

    @Test
    void takesARepeatedColumnApart() {
        var rows =
                Raw.rows(
                                "SELECT t.name AS title, p.name AS press FROM presses_title t"
                                        + " JOIN presses_publisher p ON p.id = t.publisher_id"
                                        + " ORDER BY t.id")
                        .list();

        assertThat(rows)
                .containsExactly(
                        Map.of("title", "Emma", "press", "Murray"),
                        Map.of("title", "Persuasion", "press", "Murray"),
                        Map.of("title", "Dracula", "press", "Constable"));
        assertThat(Raw.rows("SELECT id FROM presses_publisher").list()).hasSize(2);
    }
}
