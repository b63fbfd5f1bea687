package dev.quintet.http;

/// A page that is not rendered yet, so that middleware can still add to it (see {@link
/// Middleware#onRender}). Django: `TemplateResponse`.
///
/// A view returns one in place of a {@link Response}; modules that know templates bring theirs.
@FunctionalInterface
public interface Renderable {

    /// {@return the answer that it becomes}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Response render(Request request) throws Exception;
}
