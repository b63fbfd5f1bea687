package dev.quintet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.template.TemplateServices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The templates that come with Django (admin, registration, form widgets, error pages), rendered
/// by the Django that is installed here and by us, with the same variables.
class DjangosOwnTemplatesTest {

    private static final Path SCRIPT = Path.of("src", "test", "resources", "django", "render.py");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int SEEDS = 12;

    /// Libraries that only make sense with Django's admin behind them, and what Django 5 has no
    /// more or refuses: it fails on dates in the format `r` that are none.
    private static final Pattern ADMINS_OWN =
            Pattern.compile(
                    "load [^%]*(admin_urls|admin_modify|admin_list|log\\b)|length_is|date:\"r\"");

    @Test
    void renderAsDjangoRendersThem() throws Exception {
        String python = python();
        assumeTrue(python != null, "python3-django is not installed here");
        List<Path> folders = folders(python);
        Map<String, String> sources = sources(folders);
        List<String> names = sources.keySet().stream().sorted().toList();
        var wanted = new ArrayList<String>();
        for (String name : names) {
            for (int seed = 0; seed < SEEDS; seed++) {
                wanted.add(seed + "\t" + name);
            }
        }

        List<Map<?, ?>> theirs = rendered(python, folders, wanted);

        var builder =
                TemplateEngine.builder()
                        .formatting(Formatting.PYTHON)
                        .compileAfter(SEEDS / 2)
                        .services(new Site());
        folders.forEach(folder -> builder.loader(TemplateLoader.folder(folder)));
        TemplateEngine engine = builder.build();
        Map<String, @Nullable Object> all = variables(sources);
        var differing = new ArrayList<String>();
        int pages = 0;
        for (int i = 0; i < wanted.size(); i++) {
            String[] each = wanted.get(i).split("\t", -1);
            String expected = (String) theirs.get(i).get("page");
            if (expected == null) {
                continue; // Django itself has no page for these values
            }
            pages++;
            String got = page(engine, each[1], seeded(all, each[0]));
            if (!got.equals(expected)) {
                differing.add(each[1] + " with " + each[0] + ": " + difference(expected, got));
            }
        }

        assertThat(differing).isEmpty();
        assertThat(pages).isGreaterThan(400);
    }

    private static String page(
            TemplateEngine engine, String name, Map<String, @Nullable Object> variables) {
        try {
            return engine.get(name).render(variables);
        } catch (TemplateException failed) {
            return "failed: " + failed.getMessage();
        }
    }

    private static String difference(String expected, String got) {
        int at = 0;
        while (at < Math.min(expected.length(), got.length())
                && expected.charAt(at) == got.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 60);
        return "expected ..."
                + expected.substring(from, Math.min(at + 80, expected.length()))
                + "\n   got ..."
                + got.substring(from, Math.min(at + 80, got.length()));
    }

    private static Map<String, @Nullable Object> variables(Map<String, String> sources) {
        var names = new TreeSet<String>();
        for (String source : sources.values()) {
            var found = NAME.matcher(source);
            while (found.find()) {
                names.add(found.group());
            }
        }
        var all = new HashMap<String, @Nullable Object>();
        names.forEach(name -> all.put(name, null));
        List.of("forloop", "block", "use_l10n", "use_tz", "True", "False", "None")
                .forEach(all::remove);
        return all;
    }

    private static Map<String, @Nullable Object> seeded(
            Map<String, @Nullable Object> names, String seed) {
        var all = new HashMap<String, @Nullable Object>();
        names.keySet().forEach(name -> all.put(name, Anything.value(seed + ":" + name)));
        return all;
    }

    private static Map<String, String> sources(List<Path> folders) throws IOException {
        var all = new HashMap<String, String>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        var closed = new TreeSet<String>();
        for (int before = -1; before < closed.size(); ) {
            before = closed.size();
            all.forEach((name, source) -> {
                boolean needs = closed.stream().anyMatch(each -> source.contains('"' + each + '"'));
                if (needs || ADMINS_OWN.matcher(source).find()) {
                    closed.add(name);
                }
            });
        }
        closed.forEach(all::remove);
        return all;
    }

    private static List<Path> folders(String python) throws Exception {
        Path home =
                Path.of(output(python, "-c", "import django; print(django.__path__[0])").strip());
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.endsWith("templates") && Files.isDirectory(file))
                    .filter(file -> !file.toString().contains("conf/"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static @Nullable String python() {
        for (String each : List.of("/usr/bin/python3", "python3")) {
            try {
                if (!output(each, "-c", "import django; print(django.VERSION)").isBlank()) {
                    return each;
                }
            } catch (IOException | InterruptedException _) {
                continue; // not this one
            }
        }
        return null;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? text : "";
    }

    private static List<Map<?, ?>> rendered(String python, List<Path> folders, List<String> wanted)
            throws IOException {
        var command = new ArrayList<>(List.of(python, SCRIPT.toString()));
        folders.forEach(folder -> command.add(folder.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread.ofVirtual()
                .start(() -> {
                    try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
                        for (String each : wanted) {
                            out.write(each + "\n");
                        }
                    } catch (IOException gone) {
                        throw new java.io.UncheckedIOException(gone);
                    }
                });
        var pages = new ArrayList<Map<?, ?>>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                pages.add((Map<?, ?>) Json.parse(line));
            }
        }
        assertThat(pages).hasSameSizeAs(wanted);
        return pages;
    }

    private static final class Site implements TemplateServices {

        @Override
        public String url(
                String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
            var parts = new ArrayList<String>();
            args.forEach(each -> parts.add(shown(each)));
            kwargs.values().forEach(each -> parts.add(shown(each)));
            return "/" + name + "/" + String.join("-", parts);
        }

        private static String shown(@Nullable Object value) {
            return value == null
                    ? "None"
                    : value instanceof Boolean truth
                            ? (truth ? "True" : "False")
                            : value.toString();
        }

        @Override
        public String staticUrl(String path) {
            return "/static/" + dev.quintet.kernel.text.Uris.escapePath(path);
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
        public @Nullable String csrfToken() {
            return null;
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
