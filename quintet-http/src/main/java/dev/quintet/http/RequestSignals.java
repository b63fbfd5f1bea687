package dev.quintet.http;

import dev.quintet.kernel.signal.Signal;

/// What happens to requests, for those who listen. Django: `request_started`, `request_finished`,
/// `got_request_exception`.
///
/// Receivers run in the request's thread, within the site's context; what one of them throws is
/// logged, and the request goes on. Where nobody listens no event is made. Safe for many threads.
public final class RequestSignals {

    /// A request came in, before the first middleware.
    public static final Signal<RequestStarted> STARTED = Signal.named("http.request_started");

    /// A request has its answer, behind the last middleware and before the answer is sent.
    public static final Signal<RequestFinished> FINISHED = Signal.named("http.request_finished");

    /// Code threw what is no answer to a visitor: it becomes the page of a mistake of ours.
    public static final Signal<RequestFailed> FAILED = Signal.named("http.request_failed");

    private RequestSignals() {}

    static void started(Request request) {
        if (STARTED.hasReceivers()) {
            STARTED.sendRobust(new RequestStarted(request));
        }
    }

    static void finished(Request request, Response response) {
        if (FINISHED.hasReceivers()) {
            FINISHED.sendRobust(new RequestFinished(request, response));
        }
    }

    static void failed(Request request, Throwable thrown) {
        if (FAILED.hasReceivers()) {
            FAILED.sendRobust(new RequestFailed(request, thrown));
        }
    }

    /// A request came in.
    ///
    /// @param request it, before any middleware
    public record RequestStarted(Request request) {}

    /// A request has its answer.
    ///
    /// @param request it, before any middleware
    /// @param response the answer, not sent yet
    public record RequestFinished(Request request, Response response) {}

    /// A request failed by a mistake of the site.
    ///
    /// @param request it, as whoever failed got it
    /// @param thrown what was thrown
    public record RequestFailed(Request request, Throwable thrown) {}
}
