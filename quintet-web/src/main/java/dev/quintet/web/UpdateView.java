package dev.quintet.web;

import dev.quintet.forms.ModelForm;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A page that changes a row. Django: `UpdateView`.
///
/// ```java
/// path("albums/<int:pk>/edit/", UpdateView.of(Albums.all(), AlbumForm::new, album -> redirect("albums")))
/// ```
///
/// The row is told as {@link DetailView} tells it. The template is `app/model_form.html` unless it
/// is named; it gets `form` and the row as `object` and by its model's name. Immutable; safe for
/// many threads.
///
/// @param <M> the model
/// @param <F> the form
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class UpdateView<M extends Entity, F extends ModelForm<M>> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Function<Request, QuerySet<M>> rows;
    private final Supplier<F> form;
    private final Function<? super M, Response> done;
    private final EditedPage.Look look;

    private UpdateView(
            Function<Request, QuerySet<M>> rows,
            Supplier<F> form,
            Function<? super M, Response> done,
            EditedPage.Look look) {
        this.rows = rows;
        this.form = form;
        this.done = done;
        this.look = look;
    }

    /// {@return a page that changes one of these rows by a form}
    ///
    /// @param done answers once the row is saved, usually by a redirect
    public static <M extends Entity, F extends ModelForm<M>> UpdateView<M, F> of(
            QuerySet<M> rows, Supplier<F> form, Function<? super M, Response> done) {
        return of(_ -> rows, form, done);
    }

    /// {@return a page that changes one of the rows that the request may change}
    public static <M extends Entity, F extends ModelForm<M>> UpdateView<M, F> of(
            Function<Request, QuerySet<M>> rows,
            Supplier<F> form,
            Function<? super M, Response> done) {
        return new UpdateView<>(rows, form, done, EditedPage.Look.USUAL);
    }

    /// {@return this page, shown by another template}
    public UpdateView<M, F> template(String name) {
        return new UpdateView<>(rows, form, done, look.template(name));
    }

    /// {@return this page with more variables, made for each request}
    public UpdateView<M, F> context(Function<Request, Map<String, ?>> more) {
        return new UpdateView<>(rows, form, done, look.context(more));
    }

    @Override
    public Response handle(Request request) {
        M row = OneRow.of(request, rows.apply(request).all());
        F shown = form.get();
        shown.instance(row);
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("object", row);
        variables.put(shown.mapping().state().name().toLowerCase(Locale.ROOT), row);
        variables.putAll(look.more().apply(request));
        return EditedPage.answer(
                request,
                shown,
                CreateView.template(look, shown.mapping().state()),
                variables,
                () -> done.apply(shown.save()));
    }
}
