package dev.quintet.web;

import dev.quintet.forms.ModelForm;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.orm.Entity;
import dev.quintet.orm.state.ModelState;
import java.io.Serial;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A page that makes a row. Django: `CreateView`.
///
/// ```java
/// path("albums/new/", CreateView.of(AlbumForm::new, album -> redirect("album", album.id)))
/// ```
///
/// The template is `app/model_form.html` unless it is named; it gets `form`. Immutable; safe for
/// many threads.
///
/// @param <M> the model
/// @param <F> the form
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class CreateView<M extends Entity, F extends ModelForm<M>> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Supplier<F> form;
    private final Function<? super M, Response> done;
    private final BiConsumer<Request, ? super M> before;
    private final EditedPage.Look look;

    private CreateView(
            Supplier<F> form,
            Function<? super M, Response> done,
            BiConsumer<Request, ? super M> before,
            EditedPage.Look look) {
        this.form = form;
        this.done = done;
        this.before = before;
        this.look = look;
    }

    /// {@return a page that makes a row by a form}
    ///
    /// @param done answers once the row is saved, usually by a redirect
    public static <M extends Entity, F extends ModelForm<M>> CreateView<M, F> of(
            Supplier<F> form, Function<? super M, Response> done) {
        return new CreateView<>(form, done, (_, _) -> {}, EditedPage.Look.USUAL);
    }

    /// {@return this page, which sets what the form does not before the row is checked: its owner}
    public CreateView<M, F> prepare(BiConsumer<Request, ? super M> before) {
        return new CreateView<>(form, done, before, look);
    }

    /// {@return this page, shown by another template}
    public CreateView<M, F> template(String name) {
        return new CreateView<>(form, done, before, look.template(name));
    }

    /// {@return this page with more variables, made for each request}
    public CreateView<M, F> context(Function<Request, Map<String, ?>> more) {
        return new CreateView<>(form, done, before, look.context(more));
    }

    @Override
    public Response handle(Request request) {
        F shown = form.get();
        before.accept(request, shown.instance());
        return EditedPage.answer(
                request,
                shown,
                template(look, shown.mapping().state()),
                look.more().apply(request),
                () -> done.apply(shown.save()));
    }

    static String template(EditedPage.Look look, ModelState model) {
        String named = look.template();
        return named != null
                ? named
                : model.app() + "/" + model.name().toLowerCase(Locale.ROOT) + "_form.html";
    }
}
