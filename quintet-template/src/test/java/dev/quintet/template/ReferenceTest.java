package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.template.TemplateServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Renders every example of the language reference.
class ReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "template-language.md");
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "### ([^\n]+)\n\n```django\n(.*?)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL);

    record Album(String title, int year, String label) {}

    @TestFactory
    List<DynamicTest> examplesRenderAsThePageSays() throws Exception {
        var tests = new ArrayList<DynamicTest>();
        var examples = EXAMPLE.matcher(Files.readString(PAGE));
        while (examples.find()) {
            String source = examples.group(2);
            String expected = examples.group(3);
            tests.add(
                    DynamicTest.dynamicTest(
                            examples.group(1),
                            () -> assertThat(render(source)).isEqualTo(expected)));
        }
        assertThat(tests).hasSizeGreaterThan(80);
        return tests;
    }

    @Test
    void everyTagAndFilterHasItsExample() throws Exception {
        String page = Files.readString(PAGE);
        var names = new TreeSet<String>();
        var libraries = new ArrayList<>(Builtins.always());
        libraries.addAll(Builtins.loadable().values());
        for (Library library : libraries) {
            names.addAll(library.tags().keySet());
            names.addAll(library.filters().keySet());
        }

        names.removeIf(name -> page.contains("### " + name + "\n"));

        assertThat(names).isEmpty();
    }

    /// A template that the page shows whole.
    private static String shown(String beginning) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```django\n" + beginning) + "```django\n".length();
        return page.substring(from, page.indexOf("\n```", from));
    }

    private static String render(String source) throws IOException {
        var engine =
                TemplateEngine.builder()
                        .loader(
                                TemplateLoader.memory(
                                        Map.of(
                                                "base.html",
                                                "<h1>{% block heading %}Records{% endblock %}</h1>",
                                                "row.html",
                                                "<li>{{ name }}</li>",
                                                "components/card.html",
                                                shown("{% parameters title:text level"),
                                                "components/list.html",
                                                shown("{% parameters items:list"),
                                                "components/player.html",
                                                "{% assets 'player.js' %}player")))
                        .languages(List.of("en", "de"))
                        .clock(Clock.fixed(Instant.parse("1949-02-03T12:00:00Z"), ZoneOffset.UTC))
                        .services(new Site())
                        .build();
        var all = new HashMap<String, @Nullable Object>();
        all.put("title", "Djangology");
        all.put("evil", "<b>&");
        all.put(
                "albums",
                List.of(
                        new Album("Nuages", 1940, "Swing"),
                        new Album("Minor Swing", 1937, "Swing")));
        all.put("names", List.of("Ada", "Bo", "Cy"));
        all.put("n", 3);
        all.put("price", 1234.5);
        all.put("day", LocalDate.of(1949, 2, 3));
        all.put("later", LocalDate.of(1949, 2, 11));
        all.put("moment", Instant.parse("1949-02-03T19:00:00Z"));
        all.put("languages", List.of("en", "de"));
        all.put("lines", "one\ntwo");
        all.put("query", "q=swing&sort=year");
        all.put("nothing", null);
        return engine.fromString(source).render(all);
    }

    private static final class Site implements TemplateServices {
        @Override
        public String url(
                String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
            return "/" + name + "/" + args.getFirst() + "/";
        }

        @Override
        public String staticUrl(String path) {
            return "/static/" + path;
        }

        @Override
        public String staticPrefix() {
            return "/static/";
        }

        @Override
        public String mediaPrefix() {
            return "/media/";
        }

        @Override
        public String csrfToken() {
            return "token";
        }

        @Override
        public String fragment(
                String name,
                List<?> varyOn,
                @Nullable Duration timeout,
                @Nullable String cache,
                Supplier<String> make) {
            return make.get();
        }
    }
}
