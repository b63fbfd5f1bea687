package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import org.jspecify.annotations.Nullable;

/// What went wrong in a request, for the page that says so.
///
/// @param status the status of the answer: 400 to 599
/// @param thrown what was thrown; never to be shown where debug is off
/// @param visible a sentence that any visitor may read, or `null` where there is none
public record Failure(int status, Throwable thrown, @Nullable String visible) {

    /// {@return the problem that the exception carries, or `null` where it carries none}
    public @Nullable Problem problem() {
        return thrown instanceof QuintetException quintet ? quintet.problem() : null;
    }
}
