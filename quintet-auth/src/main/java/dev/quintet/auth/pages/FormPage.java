package dev.quintet.auth.pages;

import static dev.quintet.web.Shortcuts.render;

import dev.quintet.forms.Form;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.TooManyRequests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A page of one form that concerns one visitor's account: kept by no cache, and slowed down by
/// {@link dev.quintet.auth.LoginThrottle}. For pages beside {@link AccountPages}.
public final class FormPage {

    private FormPage() {}

    /// {@return the page of a form, or what follows it; who tried too often gets it again, with
    /// status 429}
    ///
    /// @param template its template, which has the variables `form`, `next` and, after too many
    ///   tries, `too_many`
    /// @param done what follows when the form was fine
    /// @param more more variables
    /// @throws MethodNotAllowed when it was neither asked for nor sent
    public static Response answer(
            Request request,
            Form form,
            String template,
            Supplier<Response> done,
            Map<String, ?> more) {
        return switch (request.method()) {
            case "GET", "HEAD" -> uncached(page(request, form, template, more));
            case "POST" -> submitted(request, form, template, done, more);
            default -> throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD", "POST"));
        };
    }

    private static Response submitted(
            Request request,
            Form form,
            String template,
            Supplier<Response> done,
            Map<String, ?> more) {
        try {
            return uncached(
                    form.accepts(request) ? done.get() : page(request, form, template, more));
        } catch (TooManyRequests tooMany) {
            return tooMany(request, form, template, tooMany, more);
        }
    }

    private static Response tooMany(
            Request request,
            Form form,
            String template,
            TooManyRequests tooMany,
            Map<String, ?> more) {
        if (request.likesJson()) {
            throw tooMany;
        }
        var variables = new LinkedHashMap<String, @Nullable Object>(more);
        variables.put("too_many", true);
        Response page = page(request, form, template, variables).withStatus(tooMany.status());
        for (var header : tooMany.headers()) {
            page = page.withHeader(header);
        }
        return uncached(page);
    }

    private static Response page(Request request, Form form, String template, Map<String, ?> more) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("form", form);
        variables.put("next", Destinations.asked(request));
        variables.putAll(more);
        return render(request, template, variables);
    }

    /// {@return the same answer, kept by no cache, nor by the browser}
    public static Response uncached(Response response) {
        return response.withHeader(
                "Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private");
    }
}
