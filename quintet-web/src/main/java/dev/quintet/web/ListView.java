package dev.quintet.web;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.View;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.state.ModelState;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
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
/// page that is not there is a 404. It returns the page unrendered, so that middleware may still
/// add to it. Immutable; safe for many threads: each request asks the database anew.
///
/// @param <M> the model
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class ListView<M extends Entity> implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final Draft<M> parts;

    private ListView(Draft<M> parts) {
        this.parts = parts;
    }

    /// What a list is made of; not changed once a view has it.
    private static final class Draft<M extends Entity> {
        private final Function<Request, QuerySet<M>> rows;
        private PagedRows pages = PagedRows.ALL;
        private boolean allowEmpty = true;
        private List<String> sortable = List.of();
        private @Nullable String template;
        private @Nullable String name;
        private Function<Request, Map<String, ?>> more = _ -> Map.of();

        Draft(Function<Request, QuerySet<M>> rows) {
            this.rows = rows;
        }
    }

    private ListView<M> changed(Consumer<Draft<M>> change) {
        var draft = new Draft<M>(parts.rows);
        draft.pages = parts.pages;
        draft.allowEmpty = parts.allowEmpty;
        draft.sortable = parts.sortable;
        draft.template = parts.template;
        draft.name = parts.name;
        draft.more = parts.more;
        change.accept(draft);
        return new ListView<>(draft);
    }

    /// {@return a list of these rows}
    public static <M extends Entity> ListView<M> of(QuerySet<M> rows) {
        return of(_ -> rows);
    }

    /// {@return a list of rows that depend on the request: a search, the visitor's own}
    public static <M extends Entity> ListView<M> of(Function<Request, QuerySet<M>> rows) {
        return new ListView<>(new Draft<>(rows));
    }

    /// {@return this list in pages of so many rows}
    ///
    /// @param perPage how many; 0 for all on one page
    public ListView<M> paginateBy(int perPage) {
        return changed(draft -> draft.pages = new PagedRows(perPage, draft.pages.orphans()));
    }

    /// {@return this list, whose last page takes up to so many rows more}
    public ListView<M> orphans(int orphans) {
        return changed(draft -> draft.pages = new PagedRows(draft.pages.perPage(), orphans));
    }

    /// {@return this list, which is a 404 where there is no row, or an empty page}
    public ListView<M> allowEmpty(boolean allowEmpty) {
        return changed(draft -> draft.allowEmpty = allowEmpty);
    }

    /// {@return this list, which the visitor may sort by these fields: `?order=name`,
    /// `?order=-name` for downwards; the template gets the choice as `order`}
    ///
    /// Anything else that is asked for changes nothing: no field is open that is not listed.
    public ListView<M> sortableBy(String... fields) {
        return changed(draft -> draft.sortable = List.of(fields));
    }

    /// {@return this list, shown by another template}
    public ListView<M> template(String template) {
        return changed(draft -> draft.template = template);
    }

    /// {@return this list, under one more name in the template, in place of `model_list`}
    public ListView<M> contextName(String name) {
        return changed(draft -> draft.name = name);
    }

    /// {@return this list with more variables, made for each request}
    public ListView<M> context(Function<Request, Map<String, ?>> more) {
        return changed(draft -> draft.more = more);
    }

    @Override
    public TemplateResponse handle(Request request) {
        // A QuerySet keeps its rows: another request gets one of its own.
        QuerySet<M> query = sorted(request, parts.rows.apply(request).all());
        ModelState model = query.mapping().state();
        String lower = model.name().toLowerCase(Locale.ROOT);
        if (!parts.allowEmpty && !query.exists()) {
            throw new NotFound(gettext("There are no %s here.").formatted(model.shownNamePlural()));
        }
        var variables = new LinkedHashMap<String, @Nullable Object>();
        Object list = parts.pages.shown(request, query, parts.allowEmpty, variables);
        variables.put("object_list", list);
        variables.put("objectList", list);
        variables.put(parts.name == null ? lower + "_list" : parts.name, list);
        if (!parts.sortable.isEmpty()) {
            variables.put("order", order(request));
        }
        variables.putAll(parts.more.apply(request));
        String own = model.app() + "/" + lower + "_list.html";
        return TemplateResponse.of(parts.template == null ? own : parts.template, variables);
    }

    private QuerySet<M> sorted(Request request, QuerySet<M> query) {
        String order = order(request);
        return order == null ? query : query.orderBy(order);
    }

    private @Nullable String order(Request request) {
        String asked = parts.sortable.isEmpty() ? null : request.query().get("order");
        String field = asked != null && asked.startsWith("-") ? asked.substring(1) : asked;
        return field != null && parts.sortable.contains(field) ? asked : null;
    }
}
