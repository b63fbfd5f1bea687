package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a visitor sends does not leave the place where a page shows it.
class XssTest {

    private static final Pattern TEXTS_END = Pattern.compile("[<>\"']");
    private static final Pattern HARMLESS = Pattern.compile("&(amp|lt|gt|quot|#x27|#39|nbsp);");

    /// Vectors as they are known from cheat sheets, each by its idea.
    static List<String> vectors() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "--><svg onload=alert(1)>",
                "]]><b>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)' autofocus='",
                "` onload=alert(1)",
                "javascript:alert(1)",
                "';alert(1);//",
                "\";alert(1);//",
                "\\';alert(1);//",
                "\\\u2028alert(1)\u2029",
                "</title><b>",
                "</textarea><b>",
                "</style><b>",
                "{{constructor.constructor('alert(1)')()}}",
                "{% include 'x' %}",
                "&lt;script&gt;",
                "&#60;script&#62;",
                "%3Cscript%3E",
                "<scr\0ipt>",
                "<a href=\"http://x.org/'onclick='alert(1)\">",
                "www.x.org/\"onmouseover=\"alert(1)",
                "http://x.org/'><script>alert(1)</script>",
                "mail@x.org\"><b>",
                "\ud83d<b>",
                "é<b>\"'&");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void staysTextInTheBody(String vector) {
        assertText(shown("{{ x }}", vector), vector);
        assertText(shown("{{ x|default:'' }}{{ nothing|default:x }}", vector), vector + vector);
        assertText(shown("{% with y=x %}{{ y }}{% endwith %}", vector), vector);
        assertText(shown("{% firstof nothing x %}", vector), vector);
        assertText(shown("{% cycle x 'b' %}", vector), vector);
        assertText(shown("{% for y in xs %}{{ y }}{% endfor %}", vector), vector);
        assertText(shown("{{ xs|join:x }}{{ xs|first }}", vector), vector + vector);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void staysInsideItsAttribute(String vector) {
        for (String quote : List.of("\"", "'")) {
            String page = shown("<a title=" + quote + "{{ x }}" + quote + ">", vector);
            String inner = page.substring("<a title='".length(), page.length() - 2);

            assertThat(TEXTS_END.matcher(inner).find()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void staysAStringInAScript(String vector) {
        for (String quote : List.of("\"", "'", "`")) {
            String page = shown("var x = " + quote + "{{ x|escapejs }}" + quote, vector);
            String inner = page.substring("var x = '".length(), page.length() - 1);

            assertThat(inner).doesNotContainPattern("[<>\"'`\u2028\u2029\n\r]");
            assertThat(inner.replaceAll("\\\\u[0-9A-F]{4}", "")).doesNotContain("\\");
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void staysDataInJson(String vector) {
        for (String template : List.of("{{ x|json_script:x }}", "{{ map|json_script:'id' }}")) {
            String page = shown(template, vector);
            String json = page.substring(page.indexOf('>') + 1, page.lastIndexOf('<'));

            assertThat(page).startsWith("<script id=\"").endsWith("</script>");
            assertThat(json).doesNotContainPattern("[<>&\u2028\u2029]");
            assertThat(TEXTS_END.matcher(page.substring(12, page.indexOf("\" type="))).find())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void staysAPartOfItsAddress(String vector) {
        String page =
                shown("<a href=\"/?q={{ x|urlencode:'' }}&amp;r={{ x|urlencode }}\">", vector);
        String inner = page.substring("<a href=\"".length(), page.length() - 2);

        assertThat(inner).matches("[-A-Za-z0-9%_.~/?=&;]*");
        assertThat(shown("{% querystring given q=x %}", vector))
                .matches("\\?[-A-Za-z0-9%_.*~=&;+]*");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isEscapedByEveryFilterThatMakesHtml(String vector) {
        for (String filter :
                List.of(
                        "linebreaks",
                        "linebreaksbr",
                        "linenumbers",
                        "urlize",
                        "urlizetrunc:9",
                        "escape",
                        "force_escape",
                        "upper",
                        "title",
                        "truncatechars:9",
                        "truncatewords:2",
                        "truncatechars_html:9",
                        "truncatewords_html:2",
                        "ljust:40",
                        "cut:';'",
                        "addslashes",
                        "stringformat:'s'",
                        "striptags",
                        "slice:':5'",
                        "wordwrap:3",
                        "make_list",
                        "lower|capfirst",
                        "phone2numeric",
                        "iriencode")) {
            String page = shown("{{ x|" + filter + " }}", vector);

            assertMarkup(page);
        }
        assertMarkup(shown("{{ xs|unordered_list }}", vector));
        assertMarkup(shown("{{ nested|unordered_list }}", vector));
    }

    /// Only tags that the filters themselves write, and attributes closed in quotes.
    private static void assertMarkup(String page) {
        String left =
                page.replaceAll(
                        "<a href=\"[^\"<>']*\"( rel=\"nofollow\")?>|</a>|</?p>|<br>|</?ul>|</?li>",
                        "");

        assertThat(left).doesNotContainPattern("[<>\"']");
        assertThat(page.toLowerCase(java.util.Locale.ROOT)).doesNotContain("href=\"javascript:");
    }

    private static void assertText(String page, String vector) {
        assertThat(TEXTS_END.matcher(page).find()).isFalse();
        assertThat(HARMLESS.matcher(page).replaceAll("").indexOf('&')).isEqualTo(-1);
        assertThat(read(page)).isEqualTo(vector.replace('\ud83d', '?'));
    }

    /// The text that a browser shows.
    private static String read(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&amp;", "&");
    }

    private static String shown(String template, String vector) {
        return TemplateEngine.builder()
                .build()
                .fromString(template)
                .render(
                        Map.of(
                                "x",
                                vector,
                                "xs",
                                List.of(vector),
                                "nested",
                                List.of(vector, List.of(vector)),
                                "map",
                                Map.of(vector, List.of(vector)),
                                "given",
                                Map.of(vector, vector)));
    }
}
