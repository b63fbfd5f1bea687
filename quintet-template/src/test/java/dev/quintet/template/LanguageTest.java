package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.template.AltersData;
import dev.quintet.kernel.text.SafeString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What templates say and mean.
class LanguageTest {

    private final TemplateEngine engine = TemplateEngine.builder().build();

    record Artist(String name, Optional<String> country) {}

    enum Format {
        LP,
        COMPACT_DISC
    }

    /// As a model: public fields, getters, methods of its own.
    static class Album {
        public String title = "Djangology";
        public Artist artist = new Artist("Django & Stéphane", Optional.empty());
        public Format format = Format.COMPACT_DISC;
        boolean deleted;

        public int getYear() {
            return 1949;
        }

        public boolean isNew() {
            return false;
        }

        String slug() {
            return "djangology";
        }

        @AltersData
        public boolean delete() {
            deleted = true;
            return true;
        }
    }

    @Test
    void readsRecordsFieldsGettersAndMethods() {
        assertThat(
                        page(
                                "{{ a.title }} {{ a.artist.name }} {{ a.year }} {{ a.slug }} {{ a.is_new }}"))
                .isEqualTo("Djangology Django &amp; Stéphane 1949 djangology false");
        assertThat(page("{{ a.artist.country|default:'?' }} {{ a.format }} {{ a.format.label }}"))
                .isEqualTo("? COMPACT_DISC Compact Disc");
        assertThat(page("{% if a.format == 'COMPACT_DISC' %}disc{% endif %}")).isEqualTo("disc");
    }

    @Test
    void neverReachesClassesOrChangesData() {
        var album = new Album();
        var all = Map.of("a", album, "list", new ArrayList<>(List.of(1, 2)));

        assertThat(page("[{{ a.class }}{{ a.getClass }}{{ a.hashCode }}{{ a.delete }}]", all))
                .isEqualTo("[]");
        assertThat(page("[{{ list.removeFirst }}{{ list.clear }}{{ list.size }}]", all))
                .isEqualTo("[2]");
        assertThat(album.deleted).isFalse();
        assertThatThrownBy(() -> engine.fromString("{{ a.__class__ }}"))
                .isInstanceOf(TemplateSyntaxException.class);
    }

    @Test
    void escapesEverythingThatIsNotSafe() {
        var all = Map.of("evil", "<script>'\"&", "good", new SafeString("<b>"));

        assertThat(page("{{ evil }}|{{ good }}|{{ evil|safe }}", all))
                .isEqualTo("&lt;script&gt;&#x27;&quot;&amp;|<b>|<script>'\"&");
        assertThat(page("{{ evil|upper }}{{ evil|default:'x' }}{{ evil|truncatechars:3 }}", all))
                .doesNotContain("<");
        assertThat(page("{{ evil|json_script:'d' }}", all))
                .isEqualTo(
                        "<script id=\"d\" type=\"application/json\">"
                                + "\"\\u003Cscript\\u003E'\\\"\\u0026\"</script>");
    }

    @Test
    void walksThroughWhateverHasItems() {
        var all = new HashMap<String, Object>();
        all.put("map", new java.util.TreeMap<>(Map.of("a", 1, "b", 2)));
        all.put("array", new int[] {1, 2});
        all.put("stream", Stream.of("x", "y"));
        all.put("pairs", List.of(List.of(1, 2), List.of(3, 4)));

        assertThat(page("{% for k, v in map.items %}{{ k }}={{ v }};{% endfor %}", all))
                .isEqualTo("a=1;b=2;");
        assertThat(page("{% for n in array reversed %}{{ n }}{% endfor %}", all)).isEqualTo("21");
        assertThat(page("{% for s in stream %}{{ s }}{% empty %}-{% endfor %}", all))
                .isEqualTo("xy");
        assertThat(
                        page(
                                "{% for a, b in pairs %}{{ forloop.counter }}:{{ a }}{{ b }} {% endfor %}",
                                all))
                .isEqualTo("1:12 2:34 ");
        assertThat(page("{% for n in nothing %}{{ n }}{% empty %}none{% endfor %}", all))
                .isEqualTo("none");
    }

    @Test
    void asksALazyCollectionOnceALoop() {
        int[] asked = {0};
        Iterable<Integer> lazy =
                () -> {
                    asked[0]++;
                    Iterator<Integer> numbers = List.of(1, 2, 3).iterator();
                    return numbers;
                };

        assertThat(
                        page(
                                "{% for n in q %}{{ n }}{% if forloop.last %}.{% endif %}{% endfor %}",
                                Map.of("q", lazy)))
                .isEqualTo("123.");
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void keepsVariablesInTheirScope() {
        assertThat(
                        page(
                                "{% with x=1 %}{% with x=2 %}{{ x }}{% endwith %}{{ x }}{% endwith %}[{{ x }}]"))
                .isEqualTo("21[]");
        assertThat(page("{% for x in 'ab' %}{% cycle 'r' 's' as c %}{% endfor %}[{{ c }}{{ x }}]"))
                .isEqualTo("rs[]");
    }

    @Test
    void writesJavasWayOrPythons() {
        var all = new HashMap<String, Object>();
        all.put("none", null);
        all.put("list", List.of("a", 1));
        var python = TemplateEngine.builder().formatting(Formatting.PYTHON).build();
        String source = "{{ none }}|{{ True }}|{{ list|safe }}|{{ day }}";
        all.put("day", LocalDate.of(1949, 2, 3));

        assertThat(engine.fromString(source).render(all)).isEqualTo("|true|[a, 1]|Feb. 3, 1949");
        assertThat(python.fromString(source).render(all))
                .isEqualTo("None|True|['a', 1]|Feb. 3, 1949");
    }

    @Test
    void rendersTheSameIntoAStreamOfBytes() {
        var stream = new java.io.ByteArrayOutputStream();
        Template template = engine.fromString("{% for x in xs %}<p>{{ x }} – é</p>{% endfor %}");
        var all = Map.of("xs", java.util.Collections.nCopies(5000, "a<ü€𝄞"));

        template.render(all, stream);

        assertThat(stream.toString(java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(template.render(all));
        assertThat(template.renderBytes(all)).isEqualTo(stream.toByteArray());
    }

    @Test
    void takesTagsAndFiltersOfOnesOwn() {
        Library shop =
                Library.named("shop")
                        .filter("euros", value -> value + " €")
                        .filter("times", (value, n) -> String.valueOf(value).repeat((Integer) n))
                        .tag("greet", call -> "Hello " + call.argument(0) + call.named("end", "!"))
                        .blockTag("box", (_, inner) -> new SafeString("<p>" + inner + "</p>"))
                        .inclusionTag("card", "card.html", c -> Map.of("t", c.argument(0)));
        var own =
                TemplateEngine.builder()
                        .library(shop)
                        .loader(TemplateLoader.memory(Map.of("card.html", "[{{ t }}{{ x }}]")))
                        .build();
        String load = "{% load shop %}";

        assertThat(own.fromString(load + "{{ 5|euros }} {{ 'ab'|times:2 }}").render(Map.of()))
                .isEqualTo("5 € abab");
        assertThat(
                        own.fromString(load + "{% greet x %} {% greet 'B' end='?' as g %}{{ g }}")
                                .render(Map.of("x", "<A>")))
                .isEqualTo("Hello &lt;A&gt;! Hello B?");
        assertThat(
                        own.fromString(load + "{% box %}{{ x }}{% endbox %}{% card x %}")
                                .render(Map.of("x", "<")))
                .isEqualTo("<p>&lt;</p>[&lt;]");
    }

    private String page(String source) {
        return page(source, Map.of("a", new Album()));
    }

    private String page(String source, Map<String, ?> variables) {
        return engine.fromString(source).render(variables);
    }
}
