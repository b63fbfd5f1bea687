package dev.quintet.web;

import dev.quintet.http.ErrorPages;
import dev.quintet.http.Failure;
import dev.quintet.http.Header;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The error pages of a site: its own templates `404.html`, `500.html` and so on, or plain ones, or
/// `application/problem+json` where the client likes JSON better. Django: `handler404` and its
/// like.
///
/// A template gets `status`, `title`, `detail` (which any visitor may read; may be missing) and
/// `request_id`. Nothing that was thrown is ever shown, except what an {@link
/// dev.quintet.http.HttpException} of a status below 500 says to the visitor. Safe for many
/// threads.
public final class SitePages implements ErrorPages {

    private static final System.Logger LOG = Loggers.named("quintet.web");
    private static final Header PROBLEM = Header.of("Content-Type", "application/problem+json");

    private final TemplateEngine templates;

    private SitePages(TemplateEngine templates) {
        this.templates = templates;
    }

    /// {@return pages made by these templates}
    public static SitePages of(TemplateEngine templates) {
        return new SitePages(templates);
    }

    @Override
    public Response page(Request request, Failure failure) {
        int status = failure.status();
        String id = request.find(RequestIds.KEY).orElse(null);
        if (request.likesJson()) {
            return json(failure, id);
        }
        String template = status + ".html";
        if (templates.exists(template)) {
            try {
                return own(request, failure, template, id);
            } catch (TemplateException broken) {
                LOG.log(System.Logger.Level.ERROR, "The page " + template + " failed", broken);
            }
        }
        String page = PlainPage.of(status, failure.visible(), id);
        return Response.html(page).withStatus(status).withHeader(PlainPage.POLICY);
    }

    private Response own(Request request, Failure failure, String template, @Nullable String id) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("request", request);
        variables.put("status", failure.status());
        variables.put("title", PlainPage.title(failure.status()));
        variables.put("detail", failure.visible());
        variables.put("request_id", id);
        byte[] page = templates.get(template).renderBytes(variables);
        return Response.html(page).withStatus(failure.status());
    }

    private static Response json(Failure failure, @Nullable String id) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "about:blank");
        body.put("title", PlainPage.title(failure.status()));
        body.put("status", failure.status());
        if (failure.visible() != null) {
            body.put("detail", failure.visible());
        }
        if (id != null) {
            body.put("request_id", id);
        }
        return problem(failure.status(), body);
    }

    /// {@return an answer of the type `application/problem+json` (RFC 9457)}
    ///
    /// @param status of the answer
    /// @param members of the problem: `type`, `title`, `status` and whatever else it has
    public static Response problem(int status, Map<String, ? extends @Nullable Object> members) {
        return Response.json(members).withStatus(status).withHeader(PROBLEM);
    }
}
