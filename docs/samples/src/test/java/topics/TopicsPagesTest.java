package topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages of the topics show code that is compiled and run, and leave no question out.
class TopicsPagesTest {

    private static final Path PAGES = Path.of("../topics");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ((\\d+)\\. .+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .+ \\| (.+) \\|$");
    private static final Pattern LINK = Pattern.compile("\\[.+]\\((.+\\.md)#(.+)\\)");
    private static final int QUESTIONS = 160;

    /// Whether a file of the samples holds the parts of a block, whose ends are empty lines, one
    /// behind the other.
    @ParameterizedTest
    @MethodSource("pages")
    void everySampleIsCompiledAndRun(Path page) throws IOException {
        List<String> samples = new ArrayList<>();
        for (Path file : files(Path.of("src"), name -> name.endsWith(".java"))) {
            samples.add(words(Files.readString(file)));
        }
        List<String> blocks =
                BLOCK.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            List<String> parts =
                    Arrays.stream(block.split("\\n\\s*\\n")).map(TopicsPagesTest::words).toList();
            assertThat(samples).as(block).anyMatch(sample -> holds(sample, parts));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySectionShowsCode(Path page) throws IOException {
        String text = Files.readString(page);
        List<MatchResult> headings = HEADING.matcher(text).results().toList();

        assertThat(headings).isNotEmpty();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            assertThat(text.substring(headings.get(i).end(), end))
                    .as(headings.get(i).group(1))
                    .contains("\n```");
        }
    }

    @Test
    void everyQuestionIsAnsweredOrOpen() throws IOException {
        Map<Integer, List<String>> sections = new TreeMap<>();
        for (Path page : pages().toList()) {
            HEADING.matcher(Files.readString(page))
                    .results()
                    .forEach(found ->
                            of(sections, found.group(2))
                                    .add(page.getFileName() + "#" + anchor(found.group(1))));
        }
        Map<Integer, List<String>> rows = new TreeMap<>();
        ROW.matcher(Files.readString(PAGES.resolve("index.md")))
                .results()
                .forEach(found -> of(rows, found.group(1)).add(found.group(2)));

        assertThat(rows.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, QUESTIONS).boxed().toList());
        rows.forEach((number, answers) -> {
            assertThat(answers).as("rows of %d", number).hasSize(1);
            assertThat(answersOf(answers.getFirst()))
                    .as("%d", number)
                    .isEqualTo(sections.getOrDefault(number, List.of()));
        });
    }

    /// What a row leads to: a section, or none where the question is open.
    private static List<String> answersOf(String cell) {
        var link = LINK.matcher(cell);
        if (link.matches()) {
            return List.of(link.group(1) + "#" + link.group(2));
        }
        assertThat(cell).startsWith("open: waits for ");
        return List.of();
    }

    private static List<String> of(Map<Integer, List<String>> all, String number) {
        return all.computeIfAbsent(Integer.valueOf(number), _ -> new ArrayList<>());
    }

    /// What GitHub makes of a heading.
    private static String anchor(String heading) {
        return heading.toLowerCase().replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static boolean holds(String sample, List<String> parts) {
        int from = 0;
        for (String part : parts) {
            int found = sample.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Stream<Path> pages() throws IOException {
        return files(PAGES, name -> name.matches("\\d\\d-.+\\.md")).stream();
    }

    private static List<Path> files(Path root, Predicate<String> wanted) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
