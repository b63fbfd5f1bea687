package dev.quintet.kernel.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What went wrong, why, and what the reader can do about it.
///
/// Printed the same in the log, on the console, on an HTML page and as `application/problem+json`.
///
/// @param code stable, greppable identifier such as `orm.E012`; never reused
/// @param problem one sentence, present tense, naming the value at fault
/// @param cause why it happened, or `null` when the problem says it all
/// @param fix an action in the imperative, or `null` when none is known
/// @param place the user's own line at fault, or `null` when it is not known
public record Problem(
        String code,
        String problem,
        @Nullable String cause,
        @Nullable String fix,
        @Nullable Place place) {

    /// Refuses a problem without a code or a sentence.
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(problem, "problem");
    }

    /// {@return a problem that says it all in one sentence}
    public static Problem of(String code, String problem) {
        return new Problem(code, problem, null, null, null);
    }

    /// {@return this problem with its cause}
    public Problem because(@Nullable String cause) {
        return new Problem(code, problem, cause, fix, place);
    }

    /// {@return this problem with its fix}
    public Problem fixedBy(@Nullable String fix) {
        return new Problem(code, problem, cause, fix, place);
    }

    /// {@return this problem with the user's line at fault}
    public Problem at(@Nullable Place place) {
        return new Problem(code, problem, cause, fix, place);
    }

    /// {@return this problem as `[code] problem`, with place, cause and fix on lines of their own}
    public String render() {
        var text = new StringBuilder("[").append(code).append("] ").append(problem);
        if (place != null) {
            text.append("\n  at:    ").append(place);
        }
        if (cause != null) {
            text.append("\n  cause: ").append(cause);
        }
        if (fix != null) {
            text.append("\n  fix:   ").append(fix);
        }
        return text.toString();
    }
}
