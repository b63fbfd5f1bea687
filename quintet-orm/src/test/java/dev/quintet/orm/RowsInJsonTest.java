package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import dev.quintet.orm.shop.Artist;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsInJsonTest {

    record Page(String title, Artist artist) {}

    record Line(String name) {}

    private static Artist django() {
        var artist = new Artist();
        artist.name = "Django";
        return artist;
    }

    @Test
    void refusesToWriteARowWhereverItIs() {
        for (Object value :
                List.of(
                        django(),
                        List.of(django()),
                        Map.of("artist", django()),
                        new Page("Records", django()))) {
            assertThatThrownBy(() -> Json.text(value))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("into a record");
        }
        assertThatThrownBy(() -> Json.ascii(List.of(django()))).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesToReadARowFromWhatSomebodySent() {
        assertThatThrownBy(() -> Json.parse("{\"name\": \"Bob\"}", Artist.class))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() ->
                        Json.parse(
                                "{\"title\": \"a\", \"artist\": {\"name\": \"Bob\"}}", Page.class))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void writesAndReadsRecordsAsBefore() {
        assertThat(Json.text(new Line("Django"))).isEqualTo("{\"name\":\"Django\"}");
        assertThat(Json.parse("{\"name\":\"Django\"}", Line.class)).isEqualTo(new Line("Django"));
    }
}
