package dev.quintet.kernel.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void readsTheThreeFormsOfDates(String header) {
        assertThat(HttpDate.parse(header, 2026)).isEqualTo(Instant.ofEpochSecond(784111777));
    }

    @Test
    void readsTheDatesItWrites() {
        var random = new Random(2);
        for (int round = 0; round < 1000; round++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));

            assertThat(HttpDate.parse(HttpDate.format(time), 2026)).isEqualTo(time);
        }
        assertThat(HttpDate.parse("Mon, 32 Jan 2024 00:00:00 GMT", 2026)).isNull();
    }

    @Test
    void readsTags() {
        assertThat(ETags.parse("\"a\", W/\"b\", bad, \"c\""))
                .containsExactly("\"a\"", "W/\"b\"", "\"c\"");
        assertThat(ETags.parse(" * ")).containsExactly("*");
        assertThat(ETags.quote("a")).isEqualTo("\"a\"");
        assertThat(ETags.strongMatch("W/\"b\"", "W/\"b\"")).isFalse();
        assertThat(ETags.weakMatch("W/\"b\"", "\"b\"")).isTrue();
    }

    @Test
    void readsParametersInQuotes() {
        var parts =
                HeaderParameters.parse("Form-Data; name=\"a;b\"; filename*=UTF-8''foo-%c3%a4.html");

        assertThat(parts.value()).isEqualTo("form-data");
        assertThat(parts.parameters()).isEqualTo(Map.of("name", "a;b", "filename", "foo-ä.html"));
    }

    @Test
    void letsNoFileNameEndTheHeader() {
        assertThat(HeaderParameters.contentDisposition(true, "a\"b\r\nX: y"))
                .isEqualTo("attachment; filename*=utf-8''a%22b%0D%0AX%3A%20y");
    }

    @Test
    void readsCookiesAsItQuotesThem() {
        assertThat(Cookies.parse("a=b; c=\"d\\073e\"; =x; f"))
                .containsEntry("a", "b")
                .containsEntry("c", "d;e")
                .containsEntry("", "f");
        var random = new Random(4);
        for (int round = 0; round < 1000; round++) {
            var value = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                value.append("a;,\"\\ é=0".charAt(random.nextInt(9)));
            }

            assertThat(Cookies.parse("k=" + Cookies.quote(value.toString())))
                    .containsExactly(Map.entry("k", value.toString()));
        }
    }

    @Test
    void ordersLanguagesByWish() {
        assertThat(AcceptLanguage.parse("en;q=0.25, de,en-AU;q=0.75,*;q=0.1"))
                .extracting(AcceptLanguage::code)
                .containsExactly("de", "en-au", "en", "*");
        assertThat(AcceptLanguage.parse("en;q=7")).isEmpty();
    }
}
