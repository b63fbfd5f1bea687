package dev.quintet.web;

import dev.quintet.forms.Form;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a page with a form answers: shows it, or takes what was submitted.
final class EditedPage {

    private static final int UNPROCESSABLE = 422;

    private EditedPage() {}

    /// {@return the form's page for GET; for POST what `done` answers, or the page with the errors}
    ///
    /// A JSON body that is refused is answered in JSON, with the errors by field and status 422.
    static Response answer(
            Request request,
            Form form,
            String template,
            Map<String, ? extends @Nullable Object> more,
            Supplier<Response> done) {
        return switch (request.method()) {
            case "GET", "HEAD" -> page(request, form, template, more);
            case "POST", "PUT" ->
                    form.accepts(request) ? done.get() : refused(request, form, template, more);
            default ->
                    throw new MethodNotAllowed(
                            request.method(), List.of("GET", "HEAD", "POST", "PUT"));
        };
    }

    private static Response refused(
            Request request,
            Form form,
            String template,
            Map<String, ? extends @Nullable Object> more) {
        return request.isJson()
                ? Response.json(Map.of("errors", form.errors().asJsonData(false)))
                        .withStatus(UNPROCESSABLE)
                : page(request, form, template, more);
    }

    private static Response page(
            Request request,
            Form form,
            String template,
            Map<String, ? extends @Nullable Object> more) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("form", form);
        variables.putAll(more);
        return Shortcuts.render(request, template, variables);
    }

    /// What a view with a form keeps beside the form itself.
    ///
    /// @param template `null` for the usual one
    /// @param more variables of a view's own
    record Look(@Nullable String template, Function<Request, Map<String, ?>> more) {

        static final Look USUAL = new Look(null, _ -> Map.of());

        Look template(String name) {
            return new Look(name, more);
        }

        Look context(Function<Request, Map<String, ?>> variables) {
            return new Look(template, variables);
        }
    }
}
