package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.Escape;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The error pages of a site that has none of its own: a short page, or `application/problem+json`
/// where the client likes JSON better. They tell nothing about the site unless debug is on.
final class Pages implements ErrorPages {

    private static final Header PROBLEM = Header.of("Content-Type", "application/problem+json");

    private final boolean debug;

    Pages(boolean debug) {
        this.debug = debug;
    }

    @Override
    public Response page(Request request, Failure failure) {
        String title = Statuses.reason(failure.status());
        Problem problem = debug ? failure.problem() : null;
        String detail = debug ? detail(failure) : failure.visible();
        if (request.likesJson()) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("type", "about:blank");
            body.put("title", title);
            body.put("status", failure.status());
            if (detail != null) {
                body.put("detail", detail);
            }
            if (problem != null) {
                body.put("code", problem.code());
                body.put("cause", problem.cause());
                body.put("fix", problem.fix());
            }
            return Response.json(body).withStatus(failure.status()).withHeader(PROBLEM);
        }
        var html = new StringBuilder(512);
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        html.append(Escape.html(title)).append("</title>\n</head>\n<body>\n<h1>");
        html.append(Escape.html(title)).append("</h1>\n");
        if (detail != null) {
            html.append("<p>").append(Escape.html(detail)).append("</p>\n");
        }
        if (problem != null) {
            html.append("<pre>").append(Escape.html(problem.render())).append("</pre>\n");
        }
        html.append("</body>\n</html>\n");
        return Response.html(html.toString()).withStatus(failure.status());
    }

    private static @Nullable String detail(Failure failure) {
        Problem problem = failure.problem();
        return problem == null ? failure.thrown().toString() : problem.problem();
    }
}
