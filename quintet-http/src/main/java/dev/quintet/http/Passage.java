package dev.quintet.http;

/// A middleware that acts on the way in and on the way out, and need not stand around what is
/// between. Django: `process_request`, `process_response`.
///
/// ```java
/// final class Stamp implements Passage {
///     @Override public Onward enter(Request request) { return request; }
///     @Override public Response leave(Request request, Response response) {
///         return response.withHeader("X-Stamp", "seen");
///     }
/// }
/// ```
///
/// A site walks through several of these one after the other in place of nesting them, so that the
/// stack of a request stays short: a virtual thread that waits is copied with its stack. Around a
/// route it works as any other.
public interface Passage extends Middleware {

    /// {@return the request that goes on, with what was hung on it; or an answer in place of all
    /// that is further in, on which {@link #leave} is not called}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Onward enter(Request request) throws Exception;

    /// {@return the answer that came from further in, changed or not}
    ///
    /// @param request what {@link #enter} returned
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    default Response leave(Request request, Response response) throws Exception {
        return response;
    }

    @Override
    default Response handle(Request request, Next next) throws Exception {
        return switch (enter(request)) {
            case Request on -> leave(on, next.handle(on));
            case Response instead -> instead;
        };
    }
}
