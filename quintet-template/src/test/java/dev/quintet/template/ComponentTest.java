package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.check.CheckMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Components: what they take, what fills their slots, what they attach.
class ComponentTest {

    record Album(String title, int year) {}

    record AlbumPage(Album album) {}

    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void givenACard() {
        files.put(
                "components/card.html",
                "{% parameters title:text level:int=2 note:text? %}"
                        + "<h{{ level }}>{{ title }}</h{{ level }}>{{ note }}"
                        + "{% slot %}empty{% endslot %}"
                        + "{% if slots.footer %}<footer>{% slot footer %}{% endslot %}</footer>{% endif %}");
    }

    @Test
    void rendersWithParametersAndTheirDefaults() {
        assertThat(page("{% component 'card' title='A & B' level=3 / %}"))
                .isEqualTo("<h3>A & B</h3>empty");
        assertThat(page("{% component 'card' title=evil / %}"))
                .isEqualTo("<h2>&lt;b&gt;</h2>empty");
        assertThat(page("{% component 'card' title=evil note='n' %}{% endcomponent %}"))
                .isEqualTo("<h2>&lt;b&gt;</h2>nempty");
    }

    @Test
    void fillsTheDefaultSlotAndNamedOnesWithTheCallersVariables() {
        assertThat(
                        page(
                                "{% with x='mine' %}{% component 'card' title='T' %}"
                                        + "{{ x }}{{ level }}{% fill footer %}f{{ x }}{% endfill %}"
                                        + "{% endcomponent %}{% endwith %}"))
                .isEqualTo("<h2>T</h2>mine<footer>fmine</footer>");
    }

    @Test
    void hidesTheVariablesAround() {
        files.put("components/bare.html", "[{{ evil }}{{ title }}]");

        assertThat(page("{% component 'bare' / %}")).isEqualTo("[]");
    }

    @Test
    void givesTheFillingWhatTheSlotOffers() {
        files.put(
                "components/rows.html",
                "{% parameters items:list %}{% for item in items %}{% slot row it=item n=forloop.counter %}"
                        + "{{ item }};{% endslot %}{% endfor %}");

        assertThat(page("{% component 'rows' items=names / %}")).isEqualTo("Ada;Bo;");
        assertThat(
                        page(
                                "{% component 'rows' items=names %}{% fill 'row' as r %}"
                                        + "{{ r.n }}{{ r.it }}{{ evil }} {% endfill %}{% endcomponent %}"))
                .isEqualTo("1Ada&lt;b&gt; 2Bo&lt;b&gt; ");
    }

    @Test
    void nestAndPassSlotsOn() {
        files.put(
                "components/frame.html",
                "<{% component 'card' title='F' %}{% slot %}none{% endslot %}{% endcomponent %}>");

        assertThat(page("{% component 'frame' %}{{ evil }}{% endcomponent %}"))
                .isEqualTo("<<h2>F</h2>&lt;b&gt;>");
        assertThat(page("{% component 'frame' / %}")).isEqualTo("<<h2>F</h2>none>");
        assertThat(
                        page(
                                "{% component 'card' title='1' %}{% component 'card' title='2' %}x"
                                        + "{% fill footer %}y{% endfill %}{% endcomponent %}{% endcomponent %}"))
                .isEqualTo("<h2>1</h2><h2>2</h2>x<footer>y</footer>");
    }

    @Test
    void mayBeNamedByAVariableAndStandInAFolder() {
        files.put("components/shop/tag.html", "tag");

        assertThat(page("{% with c='shop/tag' %}{% component c / %}{% endwith %}"))
                .isEqualTo("tag");
    }

    @Test
    void refusesWhatItDoesNotTake() {
        assertFails("{% component 'card' / %}", "template.E050", "needs 'title'");
        assertFails("{% component 'card' title=none / %}", "template.E052", "nothing");
        assertFails("{% component 'card' titel=1 title='' / %}", "E051", "Did you mean 'title'?");
        assertFails("{% component 'card' title='' level='x' / %}", "E052", "int");
        assertFails(
                "{% component 'card' title='' %}{% fill foter %}{% endfill %}{% endcomponent %}",
                "template.E053", "Did you mean 'footer'?");
    }

    @Test
    void tellsWhoUsedTheComponentThatFails() {
        files.put("components/bad.html", "\n{% include nothing %}");

        assertThatThrownBy(() -> page("\n\n{% component 'bad' / %}"))
                .isInstanceOfSatisfying(
                        TemplateRenderException.class,
                        failure ->
                                assertThat(failure.chain())
                                        .extracting(Object::toString)
                                        .containsExactly("components/bad.html:2:1", "page:3:1"));
    }

    @Test
    void findsMisuseBeforeAnyoneOpensThePage() {
        files.put(
                "page",
                "{# context: AlbumPage #}{% component 'card' %}{% endcomponent %}"
                        + "{% component 'card' title=album.title level=album.title / %}"
                        + "{% component 'card' title=album.title level=album.year / %}"
                        + "{% component 'crad' / %}"
                        + "{% component 'card' title='' colour='red' / %}");

        assertThat(engine().check())
                .extracting(CheckMessage::id)
                .containsExactly(
                        "template.E041", "template.E050", "template.E052", "template.E051");
    }

    @Test
    void findsMisspeltParametersInTheComponentItself() {
        files.put(
                "components/bad.html",
                "{% parameters title:text album:Album? %}{{ titel }}{{ album.titel }}{{ user }}{{ slots.a }}"
                        + "{{ album.title }}{{ request.path }}");

        assertThat(engine().check())
                .extracting(each -> each.id() + " " + each.message() + " " + each.hint())
                .containsExactly(
                        "template.E040 This component has no 'titel'. Did you mean 'title'?",
                        "template.E040 'album.titel': Album has no 'titel'. Did you mean 'title'?",
                        "template.E040 This component has no 'user'. null");
    }

    @Test
    void refusesParametersThatSayNothing() {
        assertThatThrownBy(() -> page("{% parameters a:txt %}"))
                .hasMessageContaining("Did you mean 'text'?");
        assertThatThrownBy(() -> page("{% parameters n:int='x' %}"))
                .hasMessageContaining("The default of 'n' is not of the type int.");
        assertThatThrownBy(() -> page("{% parameters a a %}")).hasMessageContaining("twice");
        assertThatThrownBy(() -> page("{% fill a %}{% endfill %}"))
                .hasMessageContaining("inside of 'component' only");
    }

    @Test
    void attachesItsAssetsOncePerPageWhereItFirstStands() {
        givenAssets();

        assertThat(page("{% component 'a' / %}|{% component 'a' / %}|{% component 'b' / %}"))
                .isEqualTo(
                        "<link rel=\"stylesheet\" href=\"/static/a.css\">"
                                + "<script src=\"/static/a.js\" defer></script>a|a|b");
    }

    @Test
    void attachesItsAssetsWhereThePageWantsThem() {
        givenAssets();
        files.put(
                "base",
                "<head>{% component_css %}</head>{% block b %}{% endblock %}{% component_js %}");
        files.put("page", "{% extends 'base' %}{% block b %}{% include 'part' %}{% endblock %}");
        files.put("part", "{% component 'a' / %}{% component 'b' / %}");
        String wanted =
                "<head><link rel=\"stylesheet\" href=\"/static/a.css\"></head>"
                        + "<script src=\"/static/a.js\" defer></script>ab";
        var stream = new ByteArrayOutputStream();
        engine().get("page").render(Map.of(), stream);

        assertThat(engine().get("page").render(Map.of())).isEqualTo(wanted);
        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo(wanted);
    }

    @Test
    void attachesItsAssetsToLargePagesThatAreSentInPieces() {
        givenAssets();
        files.put(
                "page",
                "{{ long }}{% spaceless %}<p> {% component_css %}</p>{% endspaceless %}{{ long }}"
                        + "{{ long }}{% component 'b' / %}{{ long }}");
        var stream = new ByteArrayOutputStream();
        String text = "x".repeat(50_000);

        engine().get("page").render(Map.of("long", text), stream);

        assertThat(stream.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        text
                                + "<p><link rel=\"stylesheet\" href=\"/static/a.css\"></p>"
                                + text
                                + text
                                + "b"
                                + text);
    }

    @Test
    void attachesTheAssetsOfAFragmentThatIsKept() {
        givenAssets();
        String page = "{% load cache %}{% cache 10 x %}{% component 'a' / %}{% endcache %}";
        var kept = new KeptFragments();
        var engine = engine(kept);

        String first = engine.fromString(page).render(Map.of());
        String second = engine.fromString(page).render(Map.of());

        assertThat(first).endsWith("</script>a").isEqualTo(second);
        assertThat(kept.made).isEqualTo(1);
    }

    /// Adds a variable to pages, which components do not see.
    private static final class Users implements ContextProcessor {

        @Override
        public Map<String, ?> variables(Map<String, ?> given) {
            return Map.of("user", "Ann");
        }

        @Override
        public Set<String> names() {
            return Set.of("user");
        }
    }

    private void givenAssets() {
        files.put("components/a.html", "{% assets 'a.css' 'a.js' %}a");
        files.put("components/b.html", "{% assets 'a.css' %}b");
    }

    private TemplateEngine engine() {
        return engine(new KeptFragments());
    }

    private TemplateEngine engine(KeptFragments services) {
        return TemplateEngine.builder()
                .loader(TemplateLoader.memory(files))
                .contextType(AlbumPage.class)
                .contextType(Album.class)
                .contextProcessor(new Users())
                .services(services)
                .build();
    }

    private String page(String source) {
        files.put("page", source);
        var variables = new HashMap<String, Object>();
        variables.put("evil", "<b>");
        variables.put("names", List.of("Ada", "Bo"));
        variables.put("none", null);
        return engine().get("page").render(variables);
    }

    private void assertFails(String source, String code, String words) {
        assertThatThrownBy(() -> page(source))
                .isInstanceOf(TemplateRenderException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(words);
    }
}
