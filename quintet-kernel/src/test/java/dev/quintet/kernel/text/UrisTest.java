package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrisTest {

    @Test
    void turnsIrisIntoUrisAndBack() {
        String iri = "/blog/für/Jürgen/♥/?q=a%20b";

        String uri = Uris.iriToUri(iri);

        assertThat(uri).isEqualTo("/blog/f%C3%BCr/J%C3%BCrgen/%E2%99%A5/?q=a%20b");
        assertThat(Uris.uriToIri(uri)).isEqualTo(iri);
        assertThat(Uris.uriToIri("/%E2%E2%99%A5%E2%99")).isEqualTo("/%E2♥%E2%99");
    }

    @Test
    void unquotesWhatItQuoted() {
        var random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.appendCodePoint("a%2 +é北😀&=/?#".codePoints().toArray()[random.nextInt(13)]);
            }
            String any = text.toString();

            assertThat(Uris.unquote(Uris.quote(any, ""))).isEqualTo(any);
            assertThat(Uris.unquotePlus(Uris.quotePlus(any))).isEqualTo(any);
            assertThat(Uris.parseQuery(Uris.query(Map.of(any, any))))
                    .containsExactly(Map.entry(any, any));
        }
    }

    @Test
    void writesQueries() {
        assertThat(Uris.query(Map.of("a", List.of(1, "b c")))).isEqualTo("a=1&a=b+c");
        assertThatThrownBy(() -> Uris.query(Collections.singletonMap("a", null)))
                .hasMessageContaining("kernel.E062");
    }

    @Test
    void quotesOnceWhatPeopleType() {
        assertThat(Uris.smartQuote("http://öäü.com/öäü/?x=a%20b&y"))
                .isEqualTo("http://xn--4ca9at.com/%C3%B6%C3%A4%C3%BC/?x=a+b&y=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.com",
                "//evil.com",
                "///evil.com",
                "\\\\evil.com",
                "/\\evil.com",
                "http:///evil.com",
                "javascript:alert(1)",
                "http://site.com@evil.com",
                "\u0008//evil.com",
                "http:evil.com",
                "ftp://site.com/",
                ""
            })
    void refusesRedirectsThatLeaveTheSite(String url) {
        assertThat(Uris.allowedRedirect(url, Set.of("site.com"), false)).isFalse();
    }

    @Test
    void allowsRedirectsWithinTheSite() {
        assertThat(Uris.allowedRedirect("/next/?a=http://b.c", Set.of(), true)).isTrue();
        assertThat(Uris.allowedRedirect("https://site.com/x", Set.of("site.com"), true)).isTrue();
        assertThat(Uris.allowedRedirect("http://site.com/x", Set.of("site.com"), true)).isFalse();
    }
}
