package dev.quintet.http;

/// The rest of the way: the middleware further in, and the view at its end.
@FunctionalInterface
public interface Next {

    /// {@return the answer of the rest of the way}
    ///
    /// @throws Exception around a route only; a site's middleware gets a page instead
    Response handle(Request request) throws Exception;
}
