package dev.quintet.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.conformance.Case;
import dev.quintet.conformance.Outcome;
import dev.quintet.kernel.json.Json;
import dev.quintet.orm.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Recorded queries stated again in the typed form: a test names the case, whose answer is read
/// from the file of cases, and asks the same in Java. Each runs on every database that is there.
abstract class TypedQueries {

    private static final Path CASES =
            Path.of(
                    System.getenv()
                            .getOrDefault("QUINTET_CONFORMANCE", "../../shared/conformance"));

    private static @Nullable Recorded recorded;

    /// The cases, and a site over each database.
    private record Recorded(
            Map<String, Case> cases, Map<String, Site> sites, RecordedDatabases databases) {}

    private static synchronized Recorded recorded() {
        if (recorded == null) {
            boolean there = Files.exists(CASES.resolve("queries.jsonl"));
            Assumptions.assumeTrue(
                    there || Boolean.parseBoolean(System.getenv("CI")),
                    "not tested: QUINTET_CONFORMANCE names no folder of recorded cases");
            recorded = opened();
            Runtime.getRuntime().addShutdownHook(new Thread(recorded.databases()::close));
        }
        return recorded;
    }

    @SuppressWarnings("unchecked") // a line is an object
    private static Recorded opened() {
        try (var lines = Files.lines(CASES.resolve("queries.jsonl"))) {
            Map<String, Case> cases = new HashMap<>();
            lines.forEach(line -> {
                var one = new Case((Map<String, Object>) Objects.requireNonNull(Json.parse(line)));
                cases.put(one.id(), one);
            });
            var databases = RecordedDatabases.open(RecordedDatabases.folder(CASES));
            Map<String, Site> sites = new HashMap<>();
            databases.byKind().forEach((kind, database) -> sites.put(kind, new Site(database)));
            return new Recorded(cases, sites, databases);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Asks in Java what a case asked in Python, and holds the answers against each other.
    static void same(String id, Supplier<?> query) {
        Recorded all = recorded();
        Case one = Objects.requireNonNull(all.cases().get(id), id);
        all.databases()
                .byKind()
                .forEach((kind, database) -> {
                    var expected = Expectation.of(kind, one, QueriesPart.TAGGED);
                    try (var statements = new Statements(database)) {
                        Answer answer = answer(all.sites().get(kind), query);
                        assertThat(Expectation.compare(expected, kind, answer, statements.sent()))
                                .as("%s on %s: %s", id, kind, one.text("django"))
                                .isEqualTo(Outcome.passed());
                    }
                });
    }

    private static Answer answer(Site site, Supplier<?> query) {
        Answer[] answer = {null};
        site.context()
                .run(() -> {
                    try (var block = Transaction.atomic()) {
                        answer[0] = Typed.answer(query);
                        block.rollback();
                    }
                });
        return answer[0];
    }
}
