package dev.quintet.kernel.context;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What hangs on a thread rather than on the {@link Context}, and has to go along when work goes to
/// other threads: the names that a logging library puts into each line. Hung into a site's context
/// by whoever knows that library; {@link Parallel} asks for it.
public interface ThreadBound {

    /// Where a site has it.
    ContextKey<ThreadBound> KEY = ContextKey.named("thread-bound state");

    /// {@return work that finds, on whatever thread it runs, what hangs on the calling one now}
    <T extends @Nullable Object> Callable<T> carrying(Callable<T> work);
}
