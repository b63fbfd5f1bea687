package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final Path MUSTACHE =
            Path.of("src", "test", "java", "dev", "quintet", "template", "OtherLanguageTest.java");
    private static final List<String> TEXTS =
            List.of(
                    "write-your-own-tags.md",
                    "move-templates-from-django.md",
                    "build-pages-of-components.md",
                    "use-another-template-language.md",
                    "render-templates-that-users-write.md");
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "```django\n((?:(?!```).)*)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

    record Album(String title, int releaseYear, boolean isNew) {}

    record AlbumPage(Album album) {}

    static final UserTemplates MAILS = UserTemplates.limited().reading(Album.class);

    @Test
    void rendersTheMailOfAUser() {
        var name = "Ann";
        var album = new Album("Nuages", 1940, false);
        String text = "Dear {{ name }}: {{ album.title }}";

        assertThat(MAILS.render(text, Map.of("name", name, "album", album)))
                .isEqualTo("Dear Ann: Nuages");
    }

    @Test
    void tellsTheAuthorOfAMailWhatIsWrong() {
        Problem wrong = MAILS.check("Dear {{ name|uper }}");

        assertThat(wrong.fix()).isEqualTo("Did you mean 'upper'?");
        assertThat(wrong.place()).hasToString("<string>:1:6");
    }

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
                .contextType(Album.class)
                .services(new KeptFragments())
                .loader(
                        TemplateLoader.memory(
                                Map.of(
                                        "shop/card.html",
                                        "<p>{{ album }}</p>",
                                        "components/card.html",
                                        card())))
                .build();
    }

    static TemplateEngineBuilder knowingAlbums() {
        return TemplateEngine.builder().contextType(Album.class);
    }

    /// The first template of the page about components.
    private static String card() {
        try {
            String page = Files.readString(PAGES.resolve("build-pages-of-components.md"));
            int from = page.indexOf("```django\n") + "```django\n".length();
            return page.substring(from, page.indexOf("\n```", from));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        for (String page : TEXTS) {
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
        String here = bare(Files.readString(HERE) + Files.readString(MUSTACHE));
        for (String page : TEXTS) {
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
