package dev.quintet.dev;

import dev.quintet.http.DebugPages;
import dev.quintet.http.Failure;
import dev.quintet.http.Header;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.error.Problem;
import dev.quintet.web.SitePages;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a failure: the problem, the lines of code and template that led to it, the
/// request and the settings, secrets as `****`. As JSON where the client likes that better. Django:
/// the technical 500 and 404 pages.
public final class DeveloperPages implements DebugPages {

    /// What the page may load: its own style, and nothing from anywhere.
    private static final Header POLICY =
            Header.of(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; style-src 'unsafe-inline'");

    /// For {@link java.util.ServiceLoader}.
    public DeveloperPages() {}

    @Override
    public Response page(Request request, Failure failure) {
        if (request.likesJson()) {
            return json(failure);
        }
        return answer(failure.status(), FailurePage.of(request, failure, problem(failure)));
    }

    /// {@return a page that loads nothing and is never kept}
    static Response answer(int status, String html) {
        return Response.html(html)
                .withStatus(status)
                .withHeader("Cache-Control", "no-store")
                .withHeader(POLICY);
    }

    /// {@return the problem that was thrown, or what was thrown as a problem}
    static Problem problem(Failure failure) {
        Problem carried = failure.problem();
        if (carried != null) {
            return carried;
        }
        Throwable thrown = failure.thrown();
        String message = thrown.getMessage();
        return Problem.of(
                thrown.getClass().getName(),
                message == null || message.isBlank()
                        ? thrown.getClass().getSimpleName() + " was thrown, without a message."
                        : message);
    }

    private static Response json(Failure failure) {
        Problem problem = problem(failure);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "about:blank");
        body.put("title", Words.title(failure.status()));
        body.put("status", failure.status());
        body.put("detail", problem.problem());
        body.put("code", problem.code());
        body.put("cause", problem.cause());
        body.put("fix", problem.fix());
        body.put("place", problem.place() == null ? null : problem.place().toString());
        body.put("exception", failure.thrown().getClass().getName());
        List<String> trace =
                Frames.of(failure.thrown()).stream()
                        .filter(Frames.Frame::own)
                        .map(frame -> frame.element().toString())
                        .toList();
        body.put("trace", trace);
        return SitePages.problem(failure.status(), body);
    }
}
