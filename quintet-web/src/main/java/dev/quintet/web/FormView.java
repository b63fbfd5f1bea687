package dev.quintet.web;

import dev.quintet.forms.Form;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import java.io.Serial;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// A page with a form. Django: `FormView`.
///
/// ```java
/// path("contact/", FormView.of(ContactForm::new, "contact.html", (request, form) -> {
///     form.send();
///     return redirect("thanks");
/// }))
/// ```
///
/// The template gets `form`. A JSON body that is refused is answered in JSON with status 422.
/// Immutable; safe for many threads.
///
/// @param <F> the form
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class FormView<F extends Form> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Function<Request, F> form;
    private final String template;
    private final BiFunction<Request, F, Response> done;
    private final Function<Request, Map<String, ?>> more;

    private FormView(
            Function<Request, F> form,
            String template,
            BiFunction<Request, F, Response> done,
            Function<Request, Map<String, ?>> more) {
        this.form = form;
        this.template = template;
        this.done = done;
        this.more = more;
    }

    /// {@return a page with a form}
    ///
    /// @param done answers what was submitted and is fine, usually by a redirect
    public static <F extends Form> FormView<F> of(
            Supplier<F> form, String template, BiFunction<Request, F, Response> done) {
        return new FormView<>(_ -> form.get(), template, done, _ -> Map.of());
    }

    /// {@return this page, whose form is made for each request: with initial values of the
    /// visitor's}
    public FormView<F> form(Function<Request, F> form) {
        return new FormView<>(form, template, done, more);
    }

    /// {@return this page with more variables, made for each request}
    public FormView<F> context(Function<Request, Map<String, ?>> more) {
        return new FormView<>(form, template, done, more);
    }

    @Override
    public Response handle(Request request) {
        F shown = form.apply(request);
        return EditedPage.answer(
                request, shown, template, more.apply(request), () -> done.apply(request, shown));
    }
}
