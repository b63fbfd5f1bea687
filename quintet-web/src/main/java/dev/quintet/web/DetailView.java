package dev.quintet.web;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.ModelState;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page about one row. Django: `DetailView`.
///
/// ```java
/// path("artists/<int:pk>/", DetailView.of(Artists.all())).name("artist")
/// ```
///
/// Every value that the route captures narrows the rows: it is the field of that name, and `pk` is
/// the key. No row, or several, is a 404. The template is `app/model_detail.html` unless it is
/// named; it gets `object`, also as `model`. Immutable; safe for many threads.
///
/// @param <M> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class DetailView<M extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Function<Request, QuerySet<M>> rows;
    private final @Nullable String template;
    private final @Nullable String name;
    private final Function<Request, Map<String, ?>> more;

    private DetailView(
            Function<Request, QuerySet<M>> rows,
            @Nullable String template,
            @Nullable String name,
            Function<Request, Map<String, ?>> more) {
        this.rows = rows;
        this.template = template;
        this.name = name;
        this.more = more;
    }

    /// {@return a page about one of these rows}
    public static <M extends Entity> DetailView<M> of(QuerySet<M> rows) {
        return of(_ -> rows);
    }

    /// {@return a page about one of the rows that the request may see}
    public static <M extends Entity> DetailView<M> of(Function<Request, QuerySet<M>> rows) {
        return new DetailView<>(rows, null, null, _ -> Map.of());
    }

    /// {@return this page, shown by another template}
    public DetailView<M> template(String template) {
        return new DetailView<>(rows, template, name, more);
    }

    /// {@return this page, with the row under another name in place of `model`}
    public DetailView<M> contextName(String name) {
        return new DetailView<>(rows, template, name, more);
    }

    /// {@return this page with more variables, made for each request}
    public DetailView<M> context(Function<Request, Map<String, ?>> more) {
        return new DetailView<>(rows, template, name, more);
    }

    @Override
    public Response handle(Request request) {
        return show(request, rows.apply(request).all(), Set.of());
    }

    /// {@return the page about one of these rows}
    ///
    /// @param spent captured values that have narrowed the rows already
    Response show(Request request, QuerySet<M> query, Set<String> spent) {
        ModelState model = query.mapping().state();
        M found = OneRow.of(request, query, spent);
        String lower = model.name().toLowerCase(Locale.ROOT);
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("object", found);
        variables.put(name == null ? lower : name, found);
        variables.putAll(more.apply(request));
        String shown = template == null ? model.app() + "/" + lower + "_detail.html" : template;
        return Shortcuts.render(request, shown, variables);
    }
}
