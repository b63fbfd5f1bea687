package dev.quintet.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Java on the pages about text stands in tests, which compile and run it.
class DocumentedTextTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?s)```java\\n(.*?)```\\s*(?:\\(from `(\\w+)`\\))?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how-to/speak-your-users-language.md",
                "reference/text.md",
                "reference/validators.md"
            })
    void everyBlockIsPartOfATest(String page) throws IOException {
        String text = Files.readString(Path.of("../docs").resolve(page));
        List<String> strangers = new ArrayList<>();
        BLOCK.matcher(text)
                .results()
                .forEach(block -> {
                    String test = block.group(2);
                    if (test == null
                            || sources(test).stream()
                                    .noneMatch(each -> holds(each, block.group(1)))) {
                        strangers.add(test + " lacks: " + block.group(1));
                    }
                });
        assertThat(strangers).isEmpty();
    }

    /// Whether all lines of a block stand in a test, in this order.
    private static boolean holds(String source, String block) {
        String test = flat(source);
        int from = 0;
        for (String line : block.lines().map(DocumentedTextTest::flat).toList()) {
            int at = test.indexOf(line, from);
            if (at < 0) {
                return false;
            }
            from = at + line.length();
        }
        return true;
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static List<String> sources(String test) {
        try (var files =
                Files.find(
                        Path.of(".."),
                        12,
                        (file, _) ->
                                file.endsWith(test + ".java")
                                        && file.toString().contains("src/test/java"))) {
            var sources = new ArrayList<String>();
            for (Path file : (Iterable<Path>) files::iterator) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
