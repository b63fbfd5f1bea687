package dev.quintet.http;

import org.jspecify.annotations.Nullable;

/// Wraps the way of a request: acts before it, after it, or instead of it.
///
/// A site lists them in order, the outermost first; the chain is put together once. Safe for many
/// threads. What is thrown further in has become an answer by the time it comes back here, so that
/// what stands after `next.handle(request)` always runs; to see the exception itself, override
/// {@link #onException}.
@FunctionalInterface
public interface Middleware {

    /// {@return the answer: that of `next`, changed or not, or one of its own}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Response handle(Request request, Next next) throws Exception;

    /// Called with what a view threw, the innermost middleware first, until one answers.
    ///
    /// @return the answer, or `null` to leave it to the others
    default @Nullable Response onException(Request request, Exception thrown) throws Exception {
        return null;
    }

    /// {@return the name in listings of the stages of a request}
    default String name() {
        String name = getClass().getSimpleName();
        int lambda = name.indexOf("$$Lambda");
        return name.isEmpty() ? "middleware" : lambda < 0 ? name : name.substring(0, lambda);
    }
}
