package dev.quintet.conformance.queries;

import dev.quintet.conformance.Case;
import dev.quintet.conformance.Outcome;
import dev.quintet.conformance.Part;
import dev.quintet.conformance.Tagged;
import dev.quintet.conformance.python.Interpreter;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Tuple;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares queries: what Django's QuerySets answered with what ours answer, in their dynamic form,
/// on SQLite and PostgreSQL. Ours may send fewer statements, never more. Where Django's SQLite and
/// its PostgreSQL answer differently (case of letters, where NULL sorts, what JSON can be asked),
/// ours are meant to agree: either of its answers will do.
public final class QueriesPart implements Part {

    /// Reads recorded values.
    static final Tagged TAGGED =
            Tagged.STANDARD
                    .with("$tuple", (value, _, tagged) -> Tuple.copyOf(tagged.list(value)))
                    .with("$model", ModelReference::decode);

    private final Path cases;
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private @Nullable RecordedDatabases databases;

    /// A part whose databases are opened when the first case runs.
    ///
    /// @param cases the folder of the cases
    public QueriesPart(Path cases) {
        this.cases = cases;
    }

    @Override
    public boolean covers(Case recorded) {
        return recorded.has("ast");
    }

    @Override
    public Outcome run(Case recorded) throws IOException {
        RecordedDatabases open = databases();
        Outcome outcome = Outcome.passed();
        for (var one : open.byKind().entrySet()) {
            outcome = outcome.and(() -> on(one.getKey(), one.getValue(), recorded));
        }
        return outcome;
    }

    private RecordedDatabases databases() throws IOException {
        if (databases == null) {
            databases = RecordedDatabases.open(RecordedDatabases.folder(cases));
            databases.byKind().forEach((kind, database) -> sites.put(kind, new Site(database)));
            databases.skipped().forEach(why -> System.out.println("queries: not on " + why));
        }
        return databases;
    }

    private Outcome on(String kind, Database database, Case recorded) {
        List<Expectation> expected = Expectation.of(kind, recorded, TAGGED);
        try (var statements = new Statements(database)) {
            Answer answer = answer(java.util.Objects.requireNonNull(sites.get(kind)), recorded);
            return Expectation.compare(expected, kind, answer, statements.sent());
        }
    }

    private static Answer answer(Site site, Case recorded) {
        Answer[] answer = {null};
        site.context()
                .run(() -> {
                    if (!recorded.area().equals("write")) {
                        answer[0] = walked(site, recorded);
                        return;
                    }
                    try (var block = Transaction.atomic()) {
                        answer[0] = walked(site, recorded);
                        block.rollback();
                    }
                });
        return java.util.Objects.requireNonNull(answer[0]);
    }

    private static Answer walked(Site site, Case recorded) {
        var interpreter = new Interpreter(TAGGED::decode);
        List<@Nullable Object> statements = recorded.list("ast");
        try {
            Object value = interpreter.run(statements, site.variables());
            return new Answer(Encoding.of(value), null);
        } catch (PythonError error) {
            return new Answer(null, error);
        }
    }

    @Override
    public void close() {
        if (databases != null) {
            databases.close();
        }
    }
}
