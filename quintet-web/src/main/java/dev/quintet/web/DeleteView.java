package dev.quintet.web;

import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.ModelState;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page that asks, and then deletes a row. Django: `DeleteView`.
///
/// ```java
/// path("albums/<int:pk>/delete/", DeleteView.of(Albums.all(), album -> redirect("albums")))
/// ```
///
/// GET shows the page and deletes nothing; POST and DELETE delete. The row is told as {@link
/// DetailView} tells it. The template is `app/model_confirm_delete.html` unless it is named; it
/// gets the row as `object` and by its model's name. Immutable; safe for many threads.
///
/// @param <M> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class DeleteView<M extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Function<Request, QuerySet<M>> rows;
    private final Function<? super M, Response> done;
    private final EditedPage.Look look;

    private DeleteView(
            Function<Request, QuerySet<M>> rows,
            Function<? super M, Response> done,
            EditedPage.Look look) {
        this.rows = rows;
        this.done = done;
        this.look = look;
    }

    /// {@return a page that deletes one of these rows}
    ///
    /// @param done answers once the row is gone, usually by a redirect
    public static <M extends Entity> DeleteView<M> of(
            QuerySet<M> rows, Function<? super M, Response> done) {
        return of(_ -> rows, done);
    }

    /// {@return a page that deletes one of the rows that the request may delete}
    public static <M extends Entity> DeleteView<M> of(
            Function<Request, QuerySet<M>> rows, Function<? super M, Response> done) {
        return new DeleteView<>(rows, done, EditedPage.Look.USUAL);
    }

    /// {@return this page, shown by another template}
    public DeleteView<M> template(String name) {
        return new DeleteView<>(rows, done, look.template(name));
    }

    /// {@return this page with more variables, made for each request}
    public DeleteView<M> context(Function<Request, Map<String, ?>> more) {
        return new DeleteView<>(rows, done, look.context(more));
    }

    @Override
    public Response handle(Request request) {
        QuerySet<M> query = rows.apply(request).all();
        M row = OneRow.of(request, query);
        return switch (request.method()) {
            case "GET", "HEAD" -> page(request, query.mapping().state(), row);
            case "POST", "DELETE" -> deleted(row);
            default ->
                    throw new MethodNotAllowed(
                            request.method(), List.of("GET", "HEAD", "POST", "DELETE"));
        };
    }

    private Response deleted(M row) {
        row.delete();
        return done.apply(row);
    }

    private Response page(Request request, ModelState model, M row) {
        String lower = model.name().toLowerCase(Locale.ROOT);
        String named = look.template();
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("object", row);
        variables.put(lower, row);
        variables.putAll(look.more().apply(request));
        return Shortcuts.render(
                request,
                named != null ? named : model.app() + "/" + lower + "_confirm_delete.html",
                variables);
    }
}
