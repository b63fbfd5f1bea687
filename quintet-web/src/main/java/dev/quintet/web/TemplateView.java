package dev.quintet.web;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.View;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page that is a template and little else. Django: `TemplateView`.
///
/// The template gets what the route captured, by name. Immutable; safe for many threads.
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class TemplateView implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final String template;
    private final Function<Request, Map<String, ?>> more;

    private TemplateView(String template, Function<Request, Map<String, ?>> more) {
        this.template = template;
        this.more = more;
    }

    /// {@return the page of a template}
    ///
    /// @param template name below `templates/`, such as `about.html`
    public static TemplateView of(String template) {
        return new TemplateView(template, _ -> Map.of());
    }

    /// {@return this page with more variables, made for each request}
    public TemplateView context(Function<Request, Map<String, ?>> more) {
        return new TemplateView(template, more);
    }

    @Override
    public Response handle(Request request) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        RouteMatch match = request.resolved();
        if (match != null) {
            variables.putAll(match.kwargs());
        }
        variables.putAll(more.apply(request));
        return Shortcuts.render(request, template, variables);
    }
}
