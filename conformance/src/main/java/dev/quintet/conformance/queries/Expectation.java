package dev.quintet.conformance.queries;

import dev.quintet.conformance.Case;
import dev.quintet.conformance.Outcome;
import dev.quintet.conformance.Tagged;
import dev.quintet.conformance.python.PythonError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Django answered on one database.
///
/// @param value the result
/// @param error the class of what was thrown instead, or `null`
/// @param ordered whether the order of the rows matters
/// @param mostStatements how many it sent
record Expectation(
        @Nullable Object value, @Nullable String error, boolean ordered, long mostStatements) {

    /// {@return what a case may answer on a database. Where Django's own databases differ, ours are
    /// meant to agree, so that either of Django's answers will do}
    static List<Expectation> of(String kind, Case recorded, Tagged tagged) {
        String status = String.valueOf(recorded.object("postgresql").get("status"));
        boolean differs = status.equals("differs") || status.equals("error");
        if (differs) {
            Expectation here = here(recorded, tagged, status);
            Expectation there = there(recorded, tagged);
            return kind.equals("postgresql") ? List.of(there, here) : List.of(here, there);
        }
        return List.of(here(recorded, tagged, kind.equals("postgresql") ? status : "same"));
    }

    private static Expectation here(Case recorded, Tagged tagged, String status) {
        return new Expectation(
                tagged.decode(recorded.raw("result")),
                recorded.textOrNull("error"),
                ordered(recorded) && !status.equals("same-rows-other-order"),
                number(recorded.raw("num_queries")));
    }

    private static Expectation there(Case recorded, Tagged tagged) {
        Map<String, @Nullable Object> there = recorded.object("postgresql");
        Object error = there.get("error");
        return new Expectation(
                tagged.decode(there.get("result")),
                error instanceof Map<?, ?> named
                        ? String.valueOf(named.get("error"))
                        : (String) error,
                ordered(recorded),
                number(there.get("num_queries")));
    }

    private static boolean ordered(Case recorded) {
        return !recorded.has("ordered") || Boolean.TRUE.equals(recorded.raw("ordered"));
    }

    /// {@return passed when one of them fits; else how the first does not}
    static Outcome compare(
            List<Expectation> accepted, String kind, Answer answer, List<String> statements) {
        Outcome first = accepted.getFirst().compare(kind, answer, statements);
        boolean fits =
                accepted.stream()
                        .anyMatch(one ->
                                one.compare(kind, answer, statements) instanceof Outcome.Passed);
        return fits ? Outcome.passed() : first;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : Long.MAX_VALUE;
    }

    private Outcome compare(String kind, Answer answer, List<String> statements) {
        PythonError thrown = answer.error();
        if (error != null || thrown != null) {
            boolean same = thrown != null && error != null && thrown.is(error);
            return same
                    ? Outcome.passed()
                    : Outcome.failed(
                            error != null ? error : value,
                            on(kind, thrown != null ? thrown : answer.value(), statements));
        }
        if (!Sameness.same(value, answer.value(), ordered)) {
            return Outcome.failed(value, on(kind, answer.value(), statements));
        }
        return statements.size() <= mostStatements
                ? Outcome.passed()
                : Outcome.failed(
                        mostStatements + " statements",
                        on(kind, statements.size() + " statements", statements));
    }

    private static String on(String kind, @Nullable Object got, List<String> statements) {
        return kind + ": " + got + " by " + statements;
    }
}
