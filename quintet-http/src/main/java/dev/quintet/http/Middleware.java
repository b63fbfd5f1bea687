package dev.quintet.http;

import java.util.Set;
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

    /// Called when the view is known and before it runs, the outermost middleware first.
    ///
    /// Django: `process_view`.
    ///
    /// @param match the route, and what it captured
    /// @return an answer in place of the view's, or `null` to let it run
    default @Nullable Response onView(Request request, RouteMatch match) throws Exception {
        return null;
    }

    /// Called before a page is rendered that a view returned as a {@link Renderable}, the innermost
    /// middleware first. Django: `process_template_response`.
    ///
    /// @return the page to render: this one, or another
    default Renderable onRender(Request request, Renderable page) throws Exception {
        return page;
    }

    /// {@return the kinds of middleware that must be listed before this one, if they are listed at
    /// all; `check` tells of conflicts}
    default Set<Class<? extends Middleware>> inside() {
        return Set.of();
    }

    /// {@return the kinds of middleware without which this one does not work; they are listed
    /// before it}
    default Set<Class<? extends Middleware>> needs() {
        return Set.of();
    }

    /// {@return whether a site may list more than one of this kind, such as two rate limits}
    default boolean mayRepeat() {
        return false;
    }

    /// {@return the name in listings of the stages of a request}
    default String name() {
        String name = getClass().getSimpleName();
        int lambda = name.indexOf("$$Lambda");
        return name.isEmpty() ? "middleware" : lambda < 0 ? name : name.substring(0, lambda);
    }
}
