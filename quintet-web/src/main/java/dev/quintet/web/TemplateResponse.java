package dev.quintet.web;

import dev.quintet.http.Header;
import dev.quintet.http.Renderable;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A page of a template that is rendered after the middleware had its say. Django:
/// `TemplateResponse`.
///
/// A view returns it in place of {@link Shortcuts#render}; a middleware's `onRender` adds variables
/// or takes another template. Immutable.
public final class TemplateResponse implements Renderable {

    private final String template;
    private final Map<String, @Nullable Object> variables;
    private final UnaryOperator<Response> then;

    private TemplateResponse(
            String template,
            Map<String, @Nullable Object> variables,
            UnaryOperator<Response> then) {
        this.template = template;
        this.variables = variables;
        this.then = then;
    }

    /// {@return the page that a template makes of these variables}
    ///
    /// @param template name below `templates/`
    public static TemplateResponse of(
            String template, Map<String, ? extends @Nullable Object> variables) {
        return new TemplateResponse(
                template,
                Collections.unmodifiableMap(new LinkedHashMap<>(variables)),
                UnaryOperator.identity());
    }

    /// {@return the name of the template}
    public String template() {
        return template;
    }

    /// {@return the variables by name}
    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    /// {@return this page, made by another template}
    public TemplateResponse template(String template) {
        return new TemplateResponse(template, variables, then);
    }

    /// {@return this page, with a variable in place of one of its name}
    public TemplateResponse with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(variables);
        more.put(name, value);
        return new TemplateResponse(template, Collections.unmodifiableMap(more), then);
    }

    /// {@return this page in another status}
    public TemplateResponse withStatus(int status) {
        return then(response -> response.withStatus(status));
    }

    /// {@return this page with a header field}
    public TemplateResponse withHeader(String name, String value) {
        Header field = Header.of(name, value);
        return then(response -> response.withHeader(field));
    }

    private TemplateResponse then(UnaryOperator<Response> more) {
        return new TemplateResponse(
                template, variables, response -> more.apply(then.apply(response)));
    }

    @Override
    public Response render(Request request) {
        return then.apply(Shortcuts.render(request, template, variables));
    }
}
