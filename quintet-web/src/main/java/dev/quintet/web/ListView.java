package dev.quintet.web;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.View;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.pagination.InvalidPageException;
import dev.quintet.kernel.pagination.Page;
import dev.quintet.kernel.pagination.Paginator;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.ModelState;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page that lists rows, in pages if they are many. Django: `ListView`.
///
/// ```java
/// path("artists/", ListView.of(Artists.all()).paginateBy(50)).name("artists")
/// ```
///
/// The template is `app/model_list.html` unless it is named. It gets `object_list` (also as
/// `objectList` and `model_list`), and, of a list in pages, `page_obj` (also as `page`),
/// `paginator` and `is_paginated`. The visitor chooses the page by `?page=3` or `?page=last`; a
/// page that is not there is a 404. Immutable; safe for many threads: each request asks the
/// database anew.
///
/// @param <M> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class ListView<M extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Function<Request, QuerySet<M>> rows;
    private final int perPage;
    private final int orphans;
    private final boolean allowEmpty;
    private final @Nullable String template;
    private final @Nullable String name;
    private final Function<Request, Map<String, ?>> more;

    private ListView(
            Function<Request, QuerySet<M>> rows,
            int perPage,
            int orphans,
            boolean allowEmpty,
            @Nullable String template,
            @Nullable String name,
            Function<Request, Map<String, ?>> more) {
        this.rows = rows;
        this.perPage = perPage;
        this.orphans = orphans;
        this.allowEmpty = allowEmpty;
        this.template = template;
        this.name = name;
        this.more = more;
    }

    /// {@return a list of these rows}
    public static <M extends Entity> ListView<M> of(QuerySet<M> rows) {
        return of(_ -> rows);
    }

    /// {@return a list of rows that depend on the request: a search, the visitor's own}
    public static <M extends Entity> ListView<M> of(Function<Request, QuerySet<M>> rows) {
        return new ListView<>(rows, 0, 0, true, null, null, _ -> Map.of());
    }

    /// {@return this list in pages of so many rows}
    ///
    /// @param perPage how many; 0 for all on one page
    public ListView<M> paginateBy(int perPage) {
        return new ListView<>(rows, perPage, orphans, allowEmpty, template, name, more);
    }

    /// {@return this list, whose last page takes up to so many rows more}
    public ListView<M> orphans(int orphans) {
        return new ListView<>(rows, perPage, orphans, allowEmpty, template, name, more);
    }

    /// {@return this list, which is a 404 where there is no row, or an empty page}
    public ListView<M> allowEmpty(boolean allowEmpty) {
        return new ListView<>(rows, perPage, orphans, allowEmpty, template, name, more);
    }

    /// {@return this list, shown by another template}
    public ListView<M> template(String template) {
        return new ListView<>(rows, perPage, orphans, allowEmpty, template, name, more);
    }

    /// {@return this list, under one more name in the template, in place of `model_list`}
    public ListView<M> contextName(String name) {
        return new ListView<>(rows, perPage, orphans, allowEmpty, template, name, more);
    }

    /// {@return this list with more variables, made for each request}
    public ListView<M> context(Function<Request, Map<String, ?>> more) {
        return new ListView<>(rows, perPage, orphans, allowEmpty, template, name, more);
    }

    @Override
    public Response handle(Request request) {
        // A QuerySet keeps its rows: another request gets one of its own.
        QuerySet<M> query = rows.apply(request).all();
        ModelState model = query.mapping().state();
        String lower = model.name().toLowerCase(Locale.ROOT);
        if (!allowEmpty && !query.exists()) {
            throw new NotFound("There are no " + model.verboseNamePlural() + " here.");
        }
        var variables = new LinkedHashMap<String, @Nullable Object>();
        Object list = query;
        if (perPage > 0) {
            Page<M> page = page(request, query);
            list = page.objectList();
            variables.put("paginator", page.paginator());
            variables.put("page_obj", page);
            variables.put("page", page);
            variables.put("is_paginated", page.hasOtherPages());
        } else {
            variables.put("is_paginated", false);
        }
        variables.put("object_list", list);
        variables.put("objectList", list);
        variables.put(name == null ? lower + "_list" : name, list);
        variables.putAll(more.apply(request));
        String shown = template == null ? model.app() + "/" + lower + "_list.html" : template;
        return Shortcuts.render(request, shown, variables);
    }

    private Page<M> page(Request request, QuerySet<M> query) {
        Paginator<M> pages =
                Paginator.of(query, perPage).orphans(orphans).allowEmptyFirstPage(allowEmpty);
        String wanted = request.query().get("page");
        try {
            if (wanted == null || wanted.isEmpty()) {
                return pages.page(1);
            }
            return wanted.equals("last") ? pages.page(pages.numPages()) : pages.page(wanted);
        } catch (InvalidPageException invalid) {
            throw new NotFound(
                    Problem.of("web.E404", "There is no page of this number.")
                            .because(invalid.problem().problem())
                            .fixedBy("Ask for ?page=1 to ?page=last."));
        }
    }
}
