package topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the topics show besides Java stands in files that are used: templates that tests render,
/// the files that `startproject` writes, pages that tell of a proxy, settings and commands that
/// there are.
class TopicsBlocksTest {

    private static final Path DOCS = Path.of("..");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path PROJECT =
            Path.of("../../quintet-dev/src/main/resources/dev/quintet/dev/project");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S+)\\n(.*?)^```$");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)`");

    static Stream<Path> pages() throws IOException {
        return Files.list(DOCS.resolve("topics"))
                .filter(page -> page.getFileName().toString().matches("(0[5-9]|1[0-2])-.*"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsWhatStandsInFilesThatAreUsed(Path page) throws IOException {
        for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
            String shown = block.group(2);
            switch (block.group(1)) {
                case "html" -> assertThat(files(TEMPLATES)).as(shown).anyMatch(has(shown));
                case "nginx" ->
                        assertThat(files(DOCS.resolve("how-to"))).as(shown).anyMatch(has(shown));
                case "dockerfile", "yaml", "gitignore" ->
                        assertThat(files(PROJECT)).as(shown).anyMatch(has(shown));
                case "properties" -> assertThat(known()).containsAll(keys(shown));
                case "shell" -> shown.lines().forEach(line -> assertKnownCommand(line));
                default -> assertThat(block.group(1)).isIn("java", "json", "http");
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).map(TopicsBlocksTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return bare(Files.readString(file).replace("@name@", "shop"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Predicate<String> has(String shown) {
        String wanted = bare(shown);
        return text -> text.contains(wanted);
    }

    private static String bare(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> known() throws IOException {
        return KEY.matcher(Files.readString(DOCS.resolve("reference/settings.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String properties) {
        return properties
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.substring(0, line.indexOf('=')))
                .map(key -> key.startsWith("DATABASE_URL_") ? "DATABASE_URL" : key)
                .collect(Collectors.toSet());
    }

    private static void assertKnownCommand(String line) {
        if (line.startsWith("./manage ")) {
            String command = line.split(" ", -1)[1];
            assertThat(text(DOCS.resolve("reference/commands.md")))
                    .contains("## " + command + "\n");
        } else {
            assertThat(line).matches("(docker|git|\\./mvnw|java|#) .*|");
        }
    }
}
