package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules about everything that is written: promises, paths, links.
class TextRulesTest {

    private static final String[] WRITTEN = {
        ".java",
        ".md",
        ".txt",
        ".xml",
        ".html",
        ".css",
        ".js",
        ".properties",
        ".yaml",
        ".yml",
        ".config",
        ".sh",
        "/quintet",
        "/run",
        "/services",
        "/java-env"
    };

    @Test
    void aPromiseNamesItsIssue() {
        Pattern promise = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!\\(#\\d+\\))");

        assertThat(linesWith(promise)).as("promises without an issue").isEmpty();
    }

    @Test
    void noPathOfAMachineIsLeftIn() {
        Stream<String> here =
                Stream.of(
                                House.ROOT,
                                House.ROOT.getParent(),
                                Path.of(System.getProperty("user.home")))
                        .filter(path -> path != null && path.getNameCount() > 1)
                        .map(Path::toString);
        Stream<String> elsewhere = Stream.of("/ho" + "me/", "/Us" + "ers/", "C:\\Us" + "ers\\");
        String any =
                Stream.concat(
                                here.map(Pattern::quote),
                                elsewhere.map(path -> Pattern.quote(path) + "\\w"))
                        .reduce((a, b) -> a + "|" + b)
                        .orElseThrow();

        // scripts/java-env looks for JDKs where package managers put them, one of them in a home
        assertThat(linesWith(Pattern.compile("(?<![\\w.$}])(" + any + ")")))
                .as("paths of somebody's machine")
                .filteredOn(line -> !line.startsWith("scripts/java-env:"))
                .isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        var broken = new ArrayList<String>();
        for (Path page : House.files(House.ROOT, ".md", "llms.txt")) {
            for (String target : links(House.text(page))) {
                String file = target.replaceFirst("#.*", "");
                Path wanted = file.isEmpty() ? page : page.resolveSibling(file).normalize();
                String section = target.contains("#") ? target.replaceFirst(".*?#", "") : "";
                if (!Files.exists(wanted)) {
                    broken.add(House.shown(page) + " -> " + target);
                } else if (!section.isEmpty() && !sections(wanted).contains(section)) {
                    broken.add(House.shown(page) + " -> " + target + " (no such heading)");
                }
            }
        }

        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void everyPageOfTheDocsCanBeReached() {
        var reached = new HashSet<Path>();
        reach(House.ROOT.resolve("README.md"), reached);
        List<String> lost =
                House.files(House.ROOT.resolve("docs"), ".md").stream()
                        .filter(page -> !reached.contains(page))
                        .map(House::shown)
                        .toList();

        assertThat(lost).as("pages that no link from README.md leads to").isEmpty();
    }

    @Test
    void headingsBecomeAnchorsAsOnTheForges() {
        assertThat(anchor("What `./quintet test` runs")).isEqualTo("what-quintet-test-runs");
        assertThat(anchor("0001: Java 25, and no async twins"))
                .isEqualTo("0001-java-25-and-no-async-twins");
    }

    private static void reach(Path page, Set<Path> reached) {
        if (!reached.add(page) || !page.toString().endsWith(".md") || !Files.exists(page)) {
            return;
        }
        for (String target : links(House.text(page))) {
            String file = target.replaceFirst("#.*", "");
            if (!file.isEmpty()) {
                reach(page.resolveSibling(file).normalize(), reached);
            }
        }
    }

    private static final Pattern LINK =
            Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)|(?m)^\\[[^\\]]+\\]:\\s*(\\S+)");

    /// {@return the targets inside this checkout that a page links to}
    private static List<String> links(String page) {
        String prose =
                page.replaceAll("(?ms)^\\s*(```+|~~~+).*?^\\s*\\1", "")
                        .replaceAll("`[^`\\n]*`", "");
        return LINK.matcher(prose)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .filter(target -> !target.matches("(?i)[a-z][a-z0-9+.-]*:.*"))
                .toList();
    }

    private static Set<String> sections(Path page) {
        Map<String, Integer> seen = new HashMap<>();
        var anchors = new HashSet<String>();
        String prose = House.text(page).replaceAll("(?ms)^\\s*(```+|~~~+).*?^\\s*\\1", "");
        prose.lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .forEach(line -> {
                    String anchor = anchor(line.replaceFirst("^#+ ", ""));
                    int times = seen.merge(anchor, 1, Integer::sum) - 1;
                    anchors.add(times == 0 ? anchor : anchor + "-" + times);
                });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<String> linesWith(Pattern pattern) {
        var found = new ArrayList<String>();
        for (Path file : House.files(House.ROOT, WRITTEN)) {
            int number = 0;
            for (String line : House.text(file).split("\n", -1)) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(House.shown(file) + ":" + number + " " + line.strip());
                }
            }
        }
        return found;
    }
}
