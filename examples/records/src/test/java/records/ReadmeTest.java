package records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the README and the page about the admin show stands in files that are compiled, word by
/// word.
class ReadmeTest {

    private static final Path TOP = Path.of("../..");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/how-to/give-staff-an-admin.md"})
    void everyBlockStandsInAFileThatTheBuildCompiles(String page) throws IOException {
        List<String> files = new ArrayList<>();
        for (String folder :
                List.of(
                        "examples/records/src/main/java",
                        "quintet-orm/src/test/java/dev/quintet/orm/shop",
                        "docs/reference")) {
            try (Stream<Path> found = Files.walk(TOP.resolve(folder))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.add(words(Files.readString(file)));
                }
            }
        }

        var blocks = BLOCK.matcher(Files.readString(TOP.resolve(page))).results().toList();

        assertThat(blocks).isNotEmpty();
        for (var block : blocks) {
            String shown = words(block.group(1));
            assertThat(files).as(shown).anyMatch(file -> file.contains(shown));
        }
    }

    private static String words(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
