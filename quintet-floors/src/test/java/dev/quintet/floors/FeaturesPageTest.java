package dev.quintet.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The page of features says of each row how far it is, and names what shows it.
class FeaturesPageTest {

    private static final Path PAGE = House.ROOT.resolve("docs/reference/features.md");

    private static final Pattern ROW =
            Pattern.compile("\\| ([A-Z0-9]+)-(\\d+) \\|([^|]+)\\|([^|]+)\\|([^|]*)\\|");
    private static final Pattern STATE = Pattern.compile("done|partly: .+|not yet(: .+)?");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

    /// A line of one of the tables.
    private record Row(String area, int number, String state, String shownBy) {

        String id() {
            return area + "-" + number;
        }
    }

    @Test
    void everyRowIsDoneOrPartlyOrNotYet() {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.state()).as(row.id()).matches(STATE));
    }

    @Test
    void theRowsOfAnAreaAreNumberedWithoutAGap() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (Row row : rows()) {
            numbers.computeIfAbsent(row.area(), _ -> new ArrayList<>()).add(row.number());
        }

        assertThat(numbers)
                .allSatisfy(
                        (area, found) ->
                                assertThat(found)
                                        .as(area)
                                        .isEqualTo(
                                                IntStream.rangeClosed(1, found.size())
                                                        .boxed()
                                                        .toList()));
    }

    @Test
    void aRowThatIsDoneNamesATestOrAPage() {
        assertThat(rows())
                .filteredOn(row -> row.state().equals("done"))
                .allSatisfy(row -> assertThat(row.shownBy()).as(row.id()).containsPattern(LINK));
    }

    @Test
    void everyLinkLeadsToAFileThatIsThere() {
        List<String> lost =
                LINK.matcher(House.text(PAGE))
                        .results()
                        .map(found -> found.group(1))
                        .filter(target -> !Files.exists(PAGE.resolveSibling(target).normalize()))
                        .toList();

        assertThat(lost).isEmpty();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : House.text(PAGE).split("\n", -1)) {
            if (line.startsWith("| ") && !line.startsWith("| id ")) {
                Matcher row = ROW.matcher(line.strip());
                assertThat(row.matches()).as("a row of four cells: %s", line).isTrue();
                rows.add(
                        new Row(
                                row.group(1),
                                Integer.parseInt(row.group(2)),
                                row.group(4).strip(),
                                row.group(5).strip()));
            }
        }
        return rows;
    }
}
