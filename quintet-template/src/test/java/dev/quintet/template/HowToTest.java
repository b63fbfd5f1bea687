package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the pages of how-to about templates: their Java stands here, their templates render.
class HowToTest {

    private static final Path PAGES = Path.of("..", "docs", "how-to");
    private static final Path HERE =
            Path.of("src", "test", "java", "dev", "quintet", "template", "HowToTest.java");
    private static final Pattern EXAMPLE =
            Pattern.compile("```django\n(.*?)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

    record Album(String title, int releaseYear, boolean isNew) {}

    record AlbumPage(Album album) {}

    private static Library shop() {
        return Library.named("shop")
                .filter("euros", value -> value + " €")
                .filter("times", (value, factor) -> (Integer) value * (Integer) factor)
                .filter(
                        "stars",
                        value ->
                                new SafeString("<b>" + Escape.html(String.valueOf(value)) + "</b>"))
                .tag("greet", call -> "Hello " + call.argument(0) + call.named("mark", "."))
                .blockTag("box", (call, content) -> new SafeString("<div>" + content + "</div>"))
                .inclusionTag("card", "shop/card.html", call -> Map.of("album", call.argument(0)));
    }

    private static TemplateEngine engine(String page) {
        var builder =
                page.startsWith("move")
                        ? TemplateEngine.builder().formatting(Formatting.PYTHON)
                        : TemplateEngine.builder().library(shop());
        return builder.contextType(AlbumPage.class)
                .loader(TemplateLoader.memory(Map.of("shop/card.html", "<p>{{ album }}</p>")))
                .build();
    }

    private static Map<String, @Nullable Object> variables() {
        var all = new HashMap<String, @Nullable Object>();
        all.put("price", 20);
        all.put("stars", "<4");
        all.put("name", "Ann");
        all.put("nothing", null);
        all.put("yes", true);
        all.put("names", List.of("Ada", "Bo"));
        all.put("album", new Album("Nuages", 1940, false));
        return all;
    }

    @TestFactory
    List<DynamicTest> examplesRenderAsThePagesSay() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (String page : List.of("write-your-own-tags.md", "move-templates-from-django.md")) {
            var examples = EXAMPLE.matcher(Files.readString(PAGES.resolve(page)));
            while (examples.find()) {
                String source = examples.group(1);
                String expected = examples.group(2);
                tests.add(
                        DynamicTest.dynamicTest(
                                page + ": " + source,
                                () ->
                                        assertThat(
                                                        engine(page)
                                                                .fromString(source)
                                                                .render(variables()))
                                                .isEqualTo(expected)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(7);
        return tests;
    }

    @Test
    void theJavaOfThePagesStandsHere() throws IOException {
        String here = bare(Files.readString(HERE));
        for (String page : List.of("write-your-own-tags.md", "move-templates-from-django.md")) {
            var blocks = JAVA.matcher(Files.readString(PAGES.resolve(page)));
            while (blocks.find()) {
                assertThat(here).contains(bare(blocks.group(1)));
            }
        }
    }

    @Test
    void theExamplesTemplatesPassTheCheck() {
        var engine = engine("move-templates-from-django.md");
        assertThat(engine.check()).isEmpty();
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
