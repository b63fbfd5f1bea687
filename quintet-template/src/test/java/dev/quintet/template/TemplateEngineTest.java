package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding, inheriting, including, failing.
class TemplateEngineTest {

    private final Map<String, String> files = new HashMap<>();

    @Test
    void inheritsOverThreeLevels() {
        givenTemplate("base", "<{% block a %}A{% endblock %}|{% block b %}B{% endblock %}>");
        givenTemplate(
                "middle", "{% extends 'base' %}{% block a %}m{{ block.super }}{% endblock %}");
        givenTemplate(
                "page", "{% extends 'middle' %}{% block a %}p{{ block.super }}{% endblock %}");

        assertThat(page("page")).isEqualTo("<pmA|B>");
        assertThat(page("middle")).isEqualTo("<mA|B>");
        assertThat(page("base")).isEqualTo("<A|B>");
    }

    @Test
    void includesWithAndWithoutTheVariablesAround() {
        givenTemplate("row", "[{{ a }}{{ x }}]");
        givenTemplate("page", "{% include 'row' with a=1 %}{% include 'row' with a=2 only %}");

        assertThat(page("page", Map.of("x", "X"))).isEqualTo("[1X][2]");
    }

    @Test
    void rendersAPartialAlone() {
        givenTemplate(
                "list",
                "<ul>{% partialdef row inline %}<li>{{ x }}</li>{% endpartialdef %}</ul>{% partial row %}");

        assertThat(page("list", Map.of("x", 1))).isEqualTo("<ul><li>1</li></ul><li>1</li>");
        assertThat(page("list#row", Map.of("x", 1))).isEqualTo("<li>1</li>");
        assertThatThrownBy(() -> page("list#rwo")).hasMessageContaining("Did you mean 'row'?");
    }

    @Test
    void letsTheFirstLoaderWinAndExtendTheSecond() {
        var project =
                Map.of("admin.html", "{% extends 'admin.html' %}{% block t %}mine{% endblock %}");
        var app = Map.of("admin.html", "<h1>{% block t %}theirs{% endblock %}</h1>");
        var engine =
                TemplateEngine.builder()
                        .loader(TemplateLoader.memory(project))
                        .loader(TemplateLoader.memory(app))
                        .build();

        assertThat(engine.get("admin.html").render(Map.of())).isEqualTo("<h1>mine</h1>");
    }

    @Test
    void readsAChangedFileAnewOnlyWhereItReloads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.html");
        Files.writeString(file, "old");
        var kept = TemplateEngine.builder().loader(TemplateLoader.folder(folder)).build();
        var fresh =
                TemplateEngine.builder().loader(TemplateLoader.folder(folder)).debug(true).build();
        assertThat(kept.get("page.html").render(Map.of())).isEqualTo("old");
        assertThat(fresh.get("page.html").render(Map.of())).isEqualTo("old");

        Files.writeString(file, "new!");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(kept.get("page.html").render(Map.of())).isEqualTo("old");
        assertThat(fresh.get("page.html").render(Map.of())).isEqualTo("new!");
    }

    @Test
    void staysInsideItsFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret"), "secret");
        Path inside = Files.createDirectory(folder.resolve("templates"));
        var engine = TemplateEngine.builder().loader(TemplateLoader.folder(inside)).build();

        for (String name :
                List.of("../secret", "/etc/passwd", "a/../../secret", "..\\secret", "")) {
            assertThatThrownBy(() -> engine.get(name))
                    .isInstanceOf(TemplateNotFoundException.class);
        }
    }

    @Test
    void namesEveryPlaceItSearched() {
        var failure =
                catchThrowableOfType(
                        TemplateNotFoundException.class, () -> engine().get("none.html"));

        assertThat(failure.searched()).containsExactly("memory:none.html");
    }

    @Test
    void namesAllTemplatesOnTheWayToAParentThatIsNotThere() {
        givenTemplate("middle", "\n{% extends 'gone' %}");
        givenTemplate("page", "{% extends 'middle' %}{% block a %}{% endblock %}");

        var failure = catchThrowableOfType(TemplateException.class, () -> page("page"));

        assertThat(failure).hasMessageContaining("There is no template 'gone'.");
        assertThat(failure.chain())
                .extracting(Object::toString)
                .containsExactly("middle:2:1", "page:1:1");
    }

    @Test
    void tellsTheLineAndWhoIncludedIt() {
        givenTemplate("row", "one\n{{ x.boom }}");
        givenTemplate("page", "\n\n {% include 'row' %}");
        var variables = Map.of("x", new Boom());

        var failure =
                catchThrowableOfType(TemplateRenderException.class, () -> page("page", variables));

        assertThat(failure.chain())
                .extracting(Object::toString)
                .containsExactly("row:2:1", "page:3:2");
        assertThat(failure).hasMessageContaining("> 2 | {{ x.boom }}").hasRootCauseMessage("bang");
        assertThat(failure.getStackTrace()[0].getFileName()).isEqualTo("row");
    }

    /// Fails when asked.
    public static final class Boom {
        /// Fails.
        public String boom() {
            throw new IllegalStateException("bang");
        }
    }

    @Test
    void asksWhatWasMeant() {
        assertWrong("{% fro x in y %}", "template.E002", "Did you mean 'for'?");
        assertWrong("{{ x|uper }}", "template.E003", "Did you mean 'upper'?");
        assertWrong("{% load i19n %}", "template.E004", "Did you mean 'i18n'?");
        assertWrong("{% translate 'x' %}", "template.E002", "{% load i18n %}");
        assertWrong("{% if x %}", "template.E005", "{% endif %}");
    }

    @Test
    void refusesUnknownVariablesWhereItIsStrict() {
        var strict = TemplateEngine.builder().strict(true).build();

        assertThatThrownBy(() -> strict.fromString("{{ titel }}").render(Map.of("title", 1)))
                .hasMessageContaining("There is no variable 'titel'")
                .hasMessageContaining("Did you mean 'title'?");
        assertThat(strict.fromString("{% if titel %}{% else %}-{% endif %}").render(Map.of()))
                .isEqualTo("-");
    }

    @Test
    void endsEndlessTemplates() {
        givenTemplate("loop", "{% include 'loop' %}");
        givenTemplate("self", "{% extends 'other' %}");
        givenTemplate("other", "{% extends 'self' %}");

        assertThatThrownBy(() -> page("loop")).hasMessageContaining("template.E032");
        assertThatThrownBy(() -> page("self")).isInstanceOf(TemplateException.class);
        var small = TemplateEngine.builder().maxOutputBytes(1000).maxSteps(50).build();
        assertThatThrownBy(() ->
                        small.fromString("{% for x in xs %}x{% endfor %}")
                                .render(Map.of("xs", "y".repeat(60))))
                .hasMessageContaining("template.E033");
        assertThatThrownBy(() -> small.fromString("{{ 'x'|ljust:2000 }}").render(Map.of()))
                .hasMessageContaining("template.E030");
    }

    @Test
    void tellsListenersWhatRendered() {
        givenTemplate("base", "{% block a %}{% endblock %}");
        givenTemplate("row", "r");
        givenTemplate("page", "{% extends 'base' %}{% block a %}{% include 'row' %}{% endblock %}");
        var engine = engine();
        var names = new ArrayList<String>();

        try (var _ = engine.rendered().connect(event -> names.add(event.template().name()))) {
            engine.get("page").render(Map.of("x", 1));
        }

        assertThat(names).containsExactly("page", "base", "row");
    }

    @Test
    void runsContextProcessorsAndNamesTheOneThatFails() {
        var engine =
                TemplateEngine.builder()
                        .contextProcessor(_ -> Map.of("user", "Ada", "x", "theirs"))
                        .build();
        var failing =
                TemplateEngine.builder()
                        .contextProcessor(_ -> {
                            throw new IllegalStateException("down");
                        })
                        .build();

        assertThat(engine.fromString("{{ user }} {{ x }}").render(Map.of("x", "mine")))
                .isEqualTo("Ada mine");
        assertThatThrownBy(() -> failing.fromString("").render(Map.of()))
                .hasMessageContaining("template.E023");
    }

    private void givenTemplate(String name, String source) {
        files.put(name, source);
    }

    private TemplateEngine engine() {
        return TemplateEngine.builder().loader(TemplateLoader.memory(files)).build();
    }

    private String page(String name) {
        return page(name, Map.of());
    }

    private String page(String name, Map<String, ?> variables) {
        return engine().get(name).render(variables);
    }

    private static void assertWrong(String source, String code, String fix) {
        var engine = TemplateEngine.builder().build();
        var failure =
                catchThrowableOfType(
                        TemplateSyntaxException.class, () -> engine.fromString(source));
        assertThat(failure.problem().code()).isEqualTo(code);
        assertThat(failure.problem().fix()).contains(fix);
        assertThat(failure.problem().place()).isNotNull();
    }
}
