package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whoever searches for the code of a problem finds it in the reference.
class ProblemCodesTest {

    private static final Pattern IN_SOURCE = Pattern.compile("\"([a-z]+\\.[EW]\\d{3})\"");
    private static final Pattern IN_PAGE = Pattern.compile("(?m)^\\| `([a-z]+\\.[EW]\\d{3})` \\|");

    @Test
    void thePageListsTheCodesOfTheSourcesAndNoOthers() {
        var thrown = new TreeSet<String>();
        for (Path source : House.mainSources()) {
            IN_SOURCE
                    .matcher(House.text(source))
                    .results()
                    .forEach(found -> thrown.add(found.group(1)));
        }
        var listed = new TreeSet<String>();
        IN_PAGE.matcher(House.text(House.ROOT.resolve("docs/reference/problems.md")))
                .results()
                .forEach(found -> listed.add(found.group(1)));

        assertThat(listed).isEqualTo(thrown);
    }
}
