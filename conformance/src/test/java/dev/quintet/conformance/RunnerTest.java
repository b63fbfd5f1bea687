package dev.quintet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.conformance.CaseFiles.CaseFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

    @TempDir Path folder;

    private final StringWriter report = new StringWriter();
    private String printed = "";

    /// Doubles numbers; knows nothing of halves.
    private static final class Doubling implements Part {

        @Override
        public boolean covers(Case recorded) {
            return recorded.area().equals("double");
        }

        @Override
        public Outcome run(Case recorded) {
            if (recorded.raw("number") instanceof Long number) {
                return Outcome.compare(recorded.value("result"), number * 2);
            }
            throw new IllegalStateException("no number");
        }
    }

    @Test
    void printsALineAFileAndASum() throws IOException {
        givenCases(
                """
                {"id": "a", "area": "double", "number": 2, "result": 4}
                {"id": "b", "area": "double", "number": 3, "result": 6}
                """);

        boolean well = run();

        assertThat(well).isTrue();
        assertThat(printed)
                .isEqualToNormalizingNewlines("maths: 2 passed, 0 failed\n2 passed, 0 failed\n");
    }

    @Test
    void tellsWhatFailedInTheReport() throws IOException {
        givenCases(
                """
                {"id": "a", "area": "double", "number": 2, "result": 5}
                {"id": "b", "area": "double", "number": "x", "result": 6}
                """);

        boolean well = run();

        assertThat(well).isFalse();
        assertThat(printed).contains("maths: 0 passed, 2 failed");
        assertThat(report.toString())
                .contains("maths a (double)\n  expected: 5\n  got:      4\n")
                .contains("maths b (double)\n  expected: 6\n  got:      java.lang.IllegalState");
    }

    @Test
    void countsApartWhatNothingIsComparedWith() throws IOException {
        givenCases("{\"id\": \"a\", \"area\": \"halve\", \"number\": 2, \"result\": 1}\n");

        boolean well = run();

        assertThat(well).isTrue();
        assertThat(printed).contains("maths: 0 passed, 0 failed, 1 not covered");
    }

    @Test
    void namesEveryKnownDifferenceInItsPage() throws IOException {
        String page = Files.readString(Path.of("known-differences.md"));

        for (var difference : KnownDifferences.all()) {
            assertThat(page).contains("## " + difference.title() + "\n");
        }
        long headings = page.lines().filter(line -> line.startsWith("## ")).count();
        assertThat(headings).isEqualTo(KnownDifferences.all().size());
    }

    private void givenCases(String lines) throws IOException {
        Files.writeString(folder.resolve("maths.jsonl"), lines);
    }

    private boolean run() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new CaseFile("maths", List.of(new Doubling()));
        boolean well =
                new Runner(
                                List.of(file),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                report)
                        .run(folder);
        printed = out.toString(StandardCharsets.UTF_8);
        return well;
    }
}
