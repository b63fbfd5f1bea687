package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quintet.kernel.template.SilentInTemplates;
import java.io.IOException;
import java.io.Serial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Parts that became byte code do what the tree did.
class ByteCodeTest {

    record Album(String title, Optional<Album> next, int year) {}

    record Book(String title) {}

    /// A class whose attributes do not always come.
    static final class Moody {

        private final String mood;

        Moody(String mood) {
            this.mood = mood;
        }

        /// The attribute.
        public String title() throws IOException {
            switch (mood) {
                case "checked" -> throw new IOException("bang");
                case "silent" -> throw new Nothing();
                case "error" -> throw new AssertionError("error");
                default -> {
                    return mood;
                }
            }
        }
    }

    static final class Nothing extends RuntimeException implements SilentInTemplates {
        @Serial private static final long serialVersionUID = 1L;
    }

    private final TemplateEngine engine = TemplateEngine.builder().compileAfter(3).build();

    private String warm(Template template, Map<String, ?> variables) {
        String page = template.render(variables);
        for (int i = 0; i < 4; i++) {
            assertThat(template.render(variables)).isEqualTo(page);
        }
        return page;
    }

    @Test
    void takesOtherTypesThanItHasSeen() {
        var template = engine.fromString("{{ x.title|upper }}{{ x.next.title }}");
        var swing = new Album("Swing", Optional.empty(), 1937);
        var nuages = new Album("<Nuages>", Optional.of(swing), 1940);

        assertThat(warm(template, Map.of("x", nuages))).isEqualTo("&lt;NUAGES&gt;Swing");
        assertThat(template.render(Map.of("x", swing))).isEqualTo("SWING");
        assertThat(template.render(Map.of("x", new Book("b")))).isEqualTo("B");
        assertThat(template.render(Map.of("x", Map.of("title", "m")))).isEqualTo("M");
        assertThat(template.render(Map.of("x", "text"))).isEqualTo("TEXT");
        assertThat(template.render(Map.of())).isEmpty();
        assertThat(template.render(Map.of("x", nuages))).isEqualTo("&lt;NUAGES&gt;Swing");
    }

    @Test
    void fallsSilentAndFailsAsTheTreeDoes() {
        var template = engine.fromString("a\n{% if x %}\n  {{ x.title }}{% endif %}");
        warm(template, Map.of("x", new Moody("fine")));

        assertThat(template.render(Map.of("x", new Moody("silent")))).isEqualTo("a\n\n  ");
        var failure =
                catchThrowableOfType(
                        TemplateRenderException.class,
                        () -> template.render(Map.of("x", new Moody("checked"))));
        assertThat(failure.problem().place()).hasToString("<string>:3:3");
        assertThat(failure).hasRootCauseMessage("bang");
        assertThatThrownBy(() -> template.render(Map.of("x", new Moody("error"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void tellsTheLineWhoIncludedItAndWhatWasMeant() {
        var files = Map.of("row", "one\n{{ x.titel }}", "page", "\n\n {% include 'row' %}");
        var strict =
                TemplateEngine.builder()
                        .loader(TemplateLoader.memory(files))
                        .strict(true)
                        .compileAfter(1)
                        .build();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> strict.get("page").render(Map.of("x", new Book("b"))))
                    .isInstanceOfSatisfying(
                            TemplateRenderException.class,
                            failure ->
                                    assertThat(failure.chain())
                                            .extracting(Object::toString)
                                            .containsExactly("row:2:1", "page:3:2"))
                    .hasMessageContaining("> 2 | {{ x.titel }}")
                    .hasMessageContaining("Did you mean 'title'?");
        }
    }

    @Test
    void takesTemplatesOfAnySize() {
        var source = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            source.append("{{ x.title|lower|default:'-' }}{% if x %}<b>{% else %}c{% endif %}\n");
        }
        source.append("{{ x.title").append("|upper".repeat(3000)).append(" }}");
        source.append("{% if y %}");
        for (int i = 0; i < 2000; i++) {
            source.append("{% elif y == ").append(i).append(" %}").append(i);
        }
        source.append("{% else %}end{% endif %}");
        source.append("{% if x %}".repeat(150)).append("deep").append("{% endif %}".repeat(150));
        var template = engine.fromString(source.toString());

        String page = warm(template, Map.of("x", new Book("Tea")));

        assertThat(page).startsWith("tea<b>\ntea<b>\n").endsWith("TEAenddeep");
        assertThat(page).hasSize(1500 * 7 + 10);
    }

    @Test
    void staysATreeWhereTemplatesAreReadAnew() {
        var debug = TemplateEngine.builder().debug(true).compileAfter(1).build();

        assertThat(debug.compilesAfter()).isNegative();
        assertThat(warm(debug.fromString("{{ x }}"), Map.of("x", 1))).isEqualTo("1");
    }

    @Test
    void showsBlocksLoopsAndVariablesThatChange() {
        var files = new HashMap<String, String>();
        files.put("base", "{% block a %}A{{ x }}{% endblock %}");
        files.put(
                "page",
                "{% extends 'base' %}{% block a %}{% for x in xs %}{% cycle 'o' 'e' %}{{ x }}"
                        + "{% if forloop.last %}.{% else %},{% endif %}{% endfor %}{{ block.super }}{% endblock %}");
        var two =
                TemplateEngine.builder()
                        .loader(TemplateLoader.memory(files))
                        .compileAfter(2)
                        .build();

        for (int i = 0; i < 5; i++) {
            assertThat(two.get("page").render(Map.of("x", 1, "xs", List.of(7, 8))))
                    .isEqualTo("o7,e8.A1");
        }
    }
}
