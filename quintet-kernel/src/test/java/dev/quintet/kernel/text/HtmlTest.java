package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one <b>two</b></p>      | one two",
                "1 < 2 and 3 > 2            | 1 < 2 and 3 > 2",
                "<a title='a>b'>x</a>       | x",
                "<scr<script>ipt>x          | ipt>x",
                "<!-- c -->x<br/>y          | xy",
                "<b                         | <b",
            })
    void stripsTagsAndKeepsTheRest(String html, String text) {
        assertThat(Html.stripTags(html)).isEqualTo(text);
    }

    @Test
    void keepsSpacesThatStandBesideText() {
        assertThat(Html.stripSpacesBetweenTags("<p>a </p>\n <p> b</p>"))
                .isEqualTo("<p>a </p><p> b</p>");
    }

    @Test
    void makesParagraphsAndBreaks() {
        assertThat(Html.linebreaks("a<\r\nb\n\n\nc", true))
                .isEqualTo("<p>a&lt;<br>b</p>\n\n<p>c</p>");
        assertThat(Html.linebreaksBr("<i>a</i>\nb", false)).isEqualTo("<i>a</i><br>b");
    }

    @Test
    void readsReferencesAsBrowsersDo() {
        assertThat(Html.unescape("&eacute;&#233;&#xE9;&notit;&#128;&unknown;&#0;"))
                .isEqualTo("ééé¬it;€&unknown;\uFFFD");
    }
}
