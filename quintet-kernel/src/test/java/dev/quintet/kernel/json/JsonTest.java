package dev.quintet.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Album(String title, int year, List<String> artists) {}

    record Moment(LocalDate day, Instant at, OffsetDateTime there, Duration length) {}

    @Test
    void writesPropertiesInTheOrderOfTheirDeclaration() {
        assertThat(Json.text(new Album("Idomeneo", 1781, List.of("Mozart"))))
                .isEqualTo("{\"title\":\"Idomeneo\",\"year\":1781,\"artists\":[\"Mozart\"]}");
    }

    @Test
    void readsBackWhatItWrote() {
        var album = new Album("Idomeneo", 1781, List.of("Mozart"));

        assertThat(Json.parse(Json.bytes(album), Album.class)).isEqualTo(album);
    }

    @Test
    void writesTimesAsIsoTextWithTheirOwnOffset() {
        var moment =
                new Moment(
                        LocalDate.of(2026, 1, 15),
                        Instant.parse("2026-01-15T12:00:00Z"),
                        OffsetDateTime.parse("2026-01-15T12:00:00+05:30"),
                        Duration.ofMinutes(90));

        assertThat(Json.text(moment))
                .isEqualTo(
                        "{\"day\":\"2026-01-15\",\"at\":\"2026-01-15T12:00:00Z\","
                                + "\"there\":\"2026-01-15T12:00:00+05:30\",\"length\":\"PT1H30M\"}");
        assertThat(Json.parse(Json.text(moment), Moment.class)).isEqualTo(moment);
    }

    @Test
    void namesTheNearestPropertyOfAnUnknownOne() {
        assertThatThrownBy(() -> Json.parse("{\"titel\":\"x\"}", Album.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("[json.E003] Album has no property 'titel'.")
                .hasMessageContaining("Did you mean 'title'?");
    }

    @Test
    void tellsAnUnknownPropertyInOneShortLine() {
        String key = "a\\nINFO all is well" + "x".repeat(1000);

        assertThatThrownBy(() -> Json.parse("{\"" + key + "\":1}", Album.class))
                .isInstanceOf(JsonException.class)
                .satisfies(told ->
                        assertThat(((JsonException) told).problem().problem())
                                .startsWith("Album has no property 'a?INFO all is well")
                                .hasSizeLessThan(150));
    }

    @Test
    void refusesTextWhereANumberBelongs() {
        assertThatThrownBy(() -> Json.parse("{\"year\":\"1781\"}", Album.class))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("json.E002")
                .hasMessageContaining("year: Cannot coerce String value (\"1781\")")
                .hasMessageNotContaining("CoercionConfig");
    }

    @Test
    void keepsTheOrderOfAnObject() {
        var map = (Map<?, ?>) Json.parse("{\"z\":1,\"a\":2,\"m\":null}");

        assertThat(map.keySet().toArray()).containsExactly("z", "a", "m");
    }

    @Test
    void takesTheLastOfAPropertyThatIsGivenTwice() {
        assertThat(Json.parse("{\"a\":1,\"b\":{\"c\":1,\"c\":[2]},\"a\":3}"))
                .isEqualTo(Map.of("a", 3L, "b", Map.of("c", List.of(2L))));
        assertThat(
                        Json.parse(
                                        "{\"title\":\"x\",\"year\":1,\"artists\":[],\"title\":\"y\"}",
                                        Album.class)
                                .title())
                .isEqualTo("y");
    }

    @Test
    void losesNoDigitOfANumber() {
        assertThat(Json.parse("9007199254740993")).isEqualTo(9007199254740993L);
        assertThat(Json.parse("9223372036854775808"))
                .isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(Json.parse("0.1")).isEqualTo(0.1);
        assertThat(Json.parse("2.0")).isEqualTo(2.0);
        assertThat(Json.parse("0.10000000000000000001"))
                .isEqualTo(new BigDecimal("0.10000000000000000001"));
        assertThat(Json.parse("1e400")).isEqualTo(new BigDecimal("1e400"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1", "{\"a\":1}}", "1 2", "'a'", "{a:1}", "NaN", "[1,]", "01"})
    void refusesWhatIsNotOneJsonValue(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("json.E001");
    }

    @Test
    void refusesTextThatNestsTooDeeply() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
        assertThat(Json.parse("[".repeat(400) + "]".repeat(400))).isInstanceOf(List.class);
    }

    @Test
    void refusesToWriteALoop() {
        var loop = new ArrayList<Object>();
        loop.add(loop);

        assertThatThrownBy(() -> Json.text(loop)).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.ascii(loop)).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesToWriteAnObjectWithoutProperties() {
        assertThatThrownBy(() -> Json.text(new Object()))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("json.E004");
    }

    @Test
    void writesUtf8() {
        assertThat(new String(Json.bytes("é€"), StandardCharsets.UTF_8)).isEqualTo("\"é€\"");
    }

    @Test
    void writesAsciiAsPythonDoes() {
        var map = new LinkedHashMap<String, Object>();
        map.put("ü", "a\"b\\c/\n\u007f\u001b😀");
        map.put("n", List.of(1, true, 1.5));

        assertThat(Json.ascii(map))
                .isEqualTo(
                        "{\"\\u00fc\":\"a\\\"b\\\\c/\\n\\u007f\\u001b\\ud83d\\ude00\","
                                + "\"n\":[1,true,1.5]}");
        assertThat(Json.ascii(new Album("é", 1, List.of())))
                .isEqualTo("{\"title\":\"\\u00e9\",\"year\":1,\"artists\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "100.0, 100.0",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "-1.25e-7, -1.25e-07"
    })
    void writesFractionsInPythonsNotation(double number, String expected) {
        assertThat(Json.ascii(number)).isEqualTo(expected);
    }
}
