package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.formats.DatePattern;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.formats.Humanize;
import dev.quintet.kernel.headers.AcceptLanguage;
import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.headers.ETags;
import dev.quintet.kernel.headers.HeaderParameters;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.time.DateFormat;
import dev.quintet.kernel.time.DateParse;
import dev.quintet.kernel.time.Durations;
import dev.quintet.kernel.time.TimeSince;
import dev.quintet.kernel.validate.MaxLengthValidator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The examples of the page about text.
class TextExamplesTest {

    @Test
    void makesTextHarmless() {
        assertThat(Escape.html("Tom & <Jerry>")).isEqualTo("Tom &amp; &lt;Jerry&gt;");
        assertThat(Escape.js("</script>")).isEqualTo("\\u003C/script\\u003E");
        assertThat(Escape.json("{\"a\": \"</script>\"}"))
                .isEqualTo("{\"a\": \"\\u003C/script\\u003E\"}");
        assertThat(Escape.conditional(new SafeString("<b>")).toString()).isEqualTo("<b>");
    }

    @Test
    void changesHtml() {
        assertThat(Html.stripTags("<b>Tom</b> &amp; Jerry")).isEqualTo("Tom &amp; Jerry");
        assertThat(Html.unescape("caf&eacute;")).isEqualTo("café");
        assertThat(Html.linebreaks("one\ntwo\n\nthree", true))
                .isEqualTo("<p>one<br>two</p>\n\n<p>three</p>");
    }

    @Test
    void cutsAndLinks() {
        assertThat(Truncator.of("The quick brown fox").chars(10)).isEqualTo("The quick…");
        assertThat(Truncator.of("The quick brown fox").endingWith(" (more)").words(2))
                .isEqualTo("The quick (more)");
        assertThat(Truncator.ofHtml("<p>The <b>quick</b> brown fox</p>").words(3))
                .isEqualTo("<p>The <b>quick</b> brown…</p>");
        assertThat(Urlize.plain().withNofollow().trimmedTo(10).apply("see example.com/a/b."))
                .isEqualTo(
                        "see <a href=\"http://example.com/a/b\" rel=\"nofollow\">example.c…</a>.");
    }

    @Test
    void changesWords() {
        assertThat(Words.slugify("L'Été à Saint-Ouen")).isEqualTo("lete-a-saint-ouen");
        assertThat(Words.slugifyUnicode("Über uns")).isEqualTo("über-uns");
        assertThat(Words.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
        assertThat(Words.wrap("the quick brown fox", 10)).isEqualTo("the quick\nbrown fox");
        assertThat(Words.fileName("a report/2024.pdf")).isEqualTo("a_report2024.pdf");
        assertThat(Words.phoneToDigits("1-800-FLOWERS")).isEqualTo("1-800-3569377");
        assertThat(Words.smartSplit("a \"b c\" d='e f'"))
                .containsExactly("a", "\"b c\"", "d='e f'");
    }

    @Test
    void handlesAddresses() {
        assertThat(Uris.query(Map.of("q", "a & b"))).isEqualTo("q=a+%26+b");
        assertThat(Uris.iriToUri("/müller/?q=ä")).isEqualTo("/m%C3%BCller/?q=%C3%A4");
        assertThat(Uris.allowedRedirect("/next/", Set.of("example.com"), true)).isTrue();
        assertThat(Uris.allowedRedirect("//evil.example", Set.of("example.com"), true)).isFalse();
    }

    @Test
    void writesNumbers() {
        assertThat(Numbers.format(new BigDecimal("1234.567"), NumberStyle.GROUPED.withDecimals(2)))
                .isEqualTo("1,234.56");
        assertThat(Numbers.toBase36(123456)).isEqualTo("2n9c");
        assertThat(Formats.of(Language.of("fr")).number(1234567)).isEqualTo("1\u202F234\u202F567");
        assertThat(Humanize.ordinal(3)).isEqualTo("3rd");
        assertThat(Humanize.intComma(1234567)).isEqualTo("1,234,567");
    }

    @Test
    void readsAndWritesTimes() {
        var time = LocalDateTime.of(2024, 2, 29, 15, 30);
        assertThat(DateFormat.of("N j, Y, P").format(time)).isEqualTo("Feb. 29, 2024, 3:30 p.m.");
        assertThat(DateParse.dateTime("2024-02-29 15:30")).isEqualTo(time);
        assertThat(new DatePattern("%d.%m.%Y").parseDate("29.2.2024"))
                .isEqualTo(time.toLocalDate());
        assertThat(Durations.parse("1 02:30:00")).isEqualTo(Duration.ofHours(26).plusMinutes(30));
        assertThat(Durations.formatIso(Duration.ofMinutes(90))).isEqualTo("P0DT01H30M00S");
        assertThat(TimeSince.since(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 17)))
                .isEqualTo("2\u00A0weeks, 3\u00A0days");
    }

    @Test
    void readsHeaders() {
        assertThat(HttpDate.format(Instant.EPOCH)).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(ETags.parse("\"a\", W/\"b\"")).containsExactly("\"a\"", "W/\"b\"");
        assertThat(Cookies.parse("a=1; b=2")).containsEntry("b", "2");
        assertThat(HeaderParameters.parse("text/html; charset=UTF-8").parameters())
                .containsEntry("charset", "UTF-8");
        assertThat(AcceptLanguage.parse("en;q=0.8, de-at"))
                .extracting(AcceptLanguage::code)
                .containsExactly("de-at", "en");
    }

    @Test
    void writesJava() {
        var source = new JavaSource();
        assertThat(source.expression(List.of(new MaxLengthValidator(200), "a\n")))
                .isEqualTo("List.of(new MaxLengthValidator(200), \"a\\n\")");
        assertThat(source.imports()).contains("java.util.List");
    }
}
