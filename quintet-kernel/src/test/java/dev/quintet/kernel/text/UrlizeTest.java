package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See www.example.com. | See <a href=\"http://www.example.com\">www.example.com</a>.",
                "(http://a.b/c_(d)) | (<a href=\"http://a.b/c_(d)\">http://a.b/c_(d)</a>)",
                "me@example.com! | <a href=\"mailto:me@example.com\">me@example.com</a>!",
                "a.b@@c.d | a.b@@c.d",
                "javascript:alert(1) | javascript:alert(1)",
            })
    void linksAddressesAndNothingElse(String text, String html) {
        assertThat(Urlize.plain().apply(text)).isEqualTo(html);
    }

    @Test
    void escapesTheTextAroundLinks() {
        assertThat(Urlize.plain().apply("<b>\"http://x.com/?a=1&b=2\"</b>"))
                .isEqualTo(
                        "&lt;b&gt;&quot;<a href=\"http://x.com/?a=1&amp;b=2\">"
                                + "http://x.com/?a=1&amp;b=2</a>&quot;&lt;/b&gt;");
    }

    @Test
    void shortensTheTextOfLinksOnly() {
        assertThat(Urlize.plain().withNofollow().trimmedTo(12).apply("http://example.com/long"))
                .isEqualTo("<a href=\"http://example.com/long\" rel=\"nofollow\">http://exam…</a>");
    }
}
