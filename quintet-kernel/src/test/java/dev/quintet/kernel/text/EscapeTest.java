package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EscapeTest {

    @Test
    void escapesWhatEndsTextOrAttributes() {
        assertThat(Escape.html("<a href=\"x\" title='y'>&</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;&lt;/a&gt;");
    }

    @Test
    void returnsTheSameStringWhenNothingIsToBeEscaped() {
        String plain = "Ünïcödé 北京 😀";

        assertThat(Escape.html(plain)).isSameAs(plain);
        assertThat(Escape.js("plain text")).isEqualTo("plain text");
        assertThat(Escape.json("{\"a\": 1}")).isEqualTo("{\"a\": 1}");
    }

    @Test
    void leavesSafeStringsAlone() {
        var safe = new SafeString("<b>");

        assertThat(Escape.conditional(safe)).isSameAs(safe);
        assertThat(Escape.conditional("<b>").text()).isEqualTo("&lt;b&gt;");
    }

    @Test
    void makesTextHarmlessInScripts() {
        assertThat(Escape.js("</script>'\n\u2028"))
                .isEqualTo("\\u003C/script\\u003E\\u0027\\u000A\\u2028");
        assertThat(Escape.json("{\"a\": \"</script>&\"}"))
                .isEqualTo("{\"a\": \"\\u003C/script\\u003E\\u0026\"}");
    }

    @Test
    void unescapesWhatItEscaped() {
        var random = new Random(8);
        for (int round = 0; round < 2000; round++) {
            String text = anyText(random, 40).replace("\uD800", "");

            assertThat(Html.unescape(Escape.html(text))).isEqualTo(text);
        }
    }

    private static String anyText(Random random, int most) {
        var text = new StringBuilder();
        String[] pieces = {"<", "&", "'", "\"", ">", "é", "北", "😀", "a", "&amp;", "\uD800", "\n"};
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
