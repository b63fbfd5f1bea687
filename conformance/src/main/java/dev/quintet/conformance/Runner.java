package dev.quintet.conformance;

import dev.quintet.conformance.CaseFiles.CaseFile;
import dev.quintet.kernel.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Runs the cases of a folder, prints a line a file, and writes what failed into a report.
final class Runner {

    private final List<CaseFile> files;
    private final PrintStream out;
    private final Writer report;

    private int passed;
    private int failed;
    private int known;
    private boolean tooManyKnown;

    Runner(List<CaseFile> files, PrintStream out, Writer report) {
        this.files = files;
        this.out = out;
        this.report = report;
    }

    /// {@return whether nothing failed that is not a known difference}
    boolean run(Path folder) throws IOException {
        for (CaseFile file : files) {
            Path path = folder.resolve(file.name() + ".jsonl");
            if (Files.exists(path)) {
                run(file, path);
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        report.flush();
        return failed == 0 && !tooManyKnown;
    }

    private void run(CaseFile file, Path path) throws IOException {
        var tally = new Tally();
        try (var lines = Files.lines(path)) {
            for (String line : (Iterable<String>) lines.filter(text -> !text.isBlank())::iterator) {
                count(file, tally, read(line));
            }
        } finally {
            file.parts().forEach(Part::close);
        }
        passed += tally.passed;
        failed += tally.failed;
        known += tally.known;
        out.println(tally.line(file.name()));
        if (!tally.uncovered.isEmpty()) {
            report.write(file.name() + ": not covered: " + tally.uncovered + "\n");
        }
        // At most 1 % of a file: more would be another framework.
        if (tally.known * 100 > tally.all()) {
            tooManyKnown = true;
            out.println(file.name() + ": more than 1 % of its cases are known differences");
        }
    }

    private void count(CaseFile file, Tally tally, Case recorded) throws IOException {
        switch (outcome(file, recorded)) {
            case Outcome.Passed() -> tally.passed++;
            case Outcome.NotCovered(String what) -> tally.uncovered.merge(what, 1, Integer::sum);
            case Outcome.Failed wrong -> {
                var difference = KnownDifferences.of(file.name(), recorded, wrong);
                if (difference != null) {
                    tally.known++;
                } else {
                    tally.failed++;
                }
                tell(file, recorded, wrong, difference);
            }
        }
    }

    private static Outcome outcome(CaseFile file, Case recorded) {
        for (Part part : file.parts()) {
            if (!part.covers(recorded)) {
                continue;
            }
            try {
                return part.run(recorded);
            } catch (UncoveredException uncovered) {
                return new Outcome.NotCovered(
                        Objects.requireNonNullElse(uncovered.getMessage(), recorded.area()));
            } catch (Exception | StackOverflowError thrown) {
                return Outcome.failed(expected(recorded), thrown);
            }
        }
        return new Outcome.NotCovered(recorded.area());
    }

    private static @Nullable Object expected(Case recorded) {
        for (String name : List.of("error", "result", "expected")) {
            if (recorded.has(name)) {
                return recorded.raw(name);
            }
        }
        return "no exception";
    }

    private void tell(
            CaseFile file,
            Case recorded,
            Outcome.Failed wrong,
            KnownDifferences.@Nullable Difference difference)
            throws IOException {
        report.write(file.name() + " " + recorded.id() + " (" + recorded.area() + ")");
        report.write(difference == null ? "\n" : " known: " + difference.title() + "\n");
        report.write("  expected: " + show(wrong.expected()) + "\n");
        report.write("  got:      " + show(wrong.got()) + "\n");
    }

    private static String show(@Nullable Object value) {
        if (value instanceof Throwable thrown) {
            var trace = thrown.getStackTrace();
            return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
        }
        return value instanceof byte[] bytes
                ? java.util.HexFormat.of().formatHex(bytes)
                : String.valueOf(value);
    }

    @SuppressWarnings("unchecked") // a line is an object, whose keys are text
    private static Case read(String line) {
        return new Case(
                (Map<String, @Nullable Object>) Objects.requireNonNull(Json.parse(line), "line"));
    }

    /// {@return how many known differences were met}
    int known() {
        return known;
    }

    /// What became of a file's cases.
    private static final class Tally {

        private int passed;
        private int failed;
        private int known;
        private final Map<String, Integer> uncovered = new TreeMap<>();

        private int all() {
            return passed + failed + known + uncovered();
        }

        private int uncovered() {
            return uncovered.values().stream().mapToInt(Integer::intValue).sum();
        }

        private String line(String name) {
            var line = new StringBuilder(name + ": " + passed + " passed, " + failed + " failed");
            if (known > 0) {
                line.append(", ").append(known).append(" known differences");
            }
            if (!uncovered.isEmpty()) {
                line.append(", ").append(uncovered()).append(" not covered");
            }
            return line.toString();
        }
    }
}
