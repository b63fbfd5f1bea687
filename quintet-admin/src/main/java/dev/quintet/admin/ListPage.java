package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.web.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of a model's rows. Django: the change list.
///
/// @param <M> the model
final class ListPage<M extends Entity> {

    /// What a new search begins without.
    private static final Set<String> NOT_KEPT =
            Set.of(ChangeList.SEARCH, ChangeList.PAGE, Seek.AFTER, Seek.BEFORE);

    private final AdminSite site;
    private final ModelAdmin<M> admin;
    private final ListOptions<M> options;
    private final Actions<M> actions;
    private final ListEditing<M> editing;

    ListPage(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
        this.options = admin.list;
        this.actions = new Actions<>(site, admin);
        this.editing = new ListEditing<>(site, admin);
        if (options.columns.isEmpty()) {
            options.columns.add(ShownColumn.row(admin.mapping()));
        }
    }

    Response answer(Request request) {
        if (!admin.hasViewPermission(request, null)) {
            throw new PermissionDenied(gettext("You may not look at these rows."));
        }
        try {
            var list = new ChangeList<>(admin, request);
            list.page();
            return request.is("POST") ? posted(request, list) : page(request, list, null);
        } catch (BadLookupException bad) {
            if (!request.query().has(ChangeList.ERROR)) {
                return Response.redirect(
                        site.url(admin.mapping(), "changelist") + "?" + ChangeList.ERROR + "=1");
            }
            throw new dev.quintet.http.BadRequest(
                    gettext("The list was asked for something that it does not offer."));
        }
    }

    private Response posted(Request request, ChangeList<M> list) throws BadLookupException {
        if (request.form().has("action")) {
            Response answer = actions.run(request, list);
            return answer != null ? answer : Response.redirect(request.fullPath());
        }
        if (!editing.offered(request)) {
            throw new PermissionDenied(gettext("You may not change these rows."));
        }
        int only = ListEditing.only(request);
        if (only >= 0) {
            return row(request, only);
        }
        ModelFormSet<M, AdminForm<M>> rows = editing.submitted(request);
        if (!rows.isValid()) {
            Messages.error(request, gettext("Please correct the errors below."));
            return page(request, list, rows);
        }
        BulkRun run = editing.save(request, rows);
        if (run != null) {
            RunPages.tell(site, admin, request, run);
        }
        return Response.redirect(request.fullPath());
    }

    /// Saves one row as soon as it was changed, and answers with it alone.
    private Response row(Request request, int number) {
        ModelFormSet<M, AdminForm<M>> set = editing.submitted(request, number);
        boolean saved = set.isValid();
        if (saved) {
            editing.save(request, set);
        }
        if (set.forms().isEmpty() || !set.forms().getFirst().isAboutExisting()) {
            throw new NotFound(gettext("There is no such row any more."));
        }
        M row = set.forms().getFirst().target();
        ModelFormSet<M, AdminForm<M>> shown = saved ? editing.again(request, row, number) : set;
        M now = shown.forms().getFirst().target();
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("line", lines(List.of(now), shown, number).getFirst());
        variables.put("forms", shown);
        variables.put("actions", actions.offered(request));
        variables.put("empty", options.empty);
        variables.put("self_url", request.fullPath());
        variables.put("columns", options.columns.size());
        variables.put("saved", saved);
        variables.put("key_name", editing.keyName());
        return PageParts.render(
                request, admin.mapping().state(), "includes/list_row.html", variables);
    }

    private String nameOf(long count) {
        var state = admin.mapping().state();
        return count == 1 ? state.shownName() : state.shownNamePlural();
    }

    private Response page(
            Request request, ChangeList<M> list, @Nullable ModelFormSet<M, AdminForm<M>> submitted)
            throws BadLookupException {
        var state = admin.mapping().state();
        QuerySet<M> shown = list.rows();
        List<M> rows = shown.list();
        boolean edits = editing.offered(request);
        ModelFormSet<M, AdminForm<M>> forms =
                submitted != null ? submitted : edits ? editing.of(request, shown) : null;
        var variables =
                PageParts.of(
                        site,
                        request,
                        list.popup()
                                ? gettext("Select %s").formatted(state.shownName())
                                : Words.capFirst(state.shownNamePlural()),
                        state.label());
        variables.put("crumbs", PageParts.crumbs(site, admin));
        variables.put("model_name", state.shownName());
        variables.put("model_name_plural", state.shownNamePlural());
        variables.put("headers", ListView.headers(options, list));
        variables.put("lines", lines(rows, forms, 0));
        variables.put("columns", options.columns.size());
        variables.put("key_name", editing.keyName());
        variables.putAll(SavedFilterPages.of(site, admin, request, list));
        variables.put("forms", forms);
        variables.put("filters", ListView.filters(request, options, list));
        variables.put("facets_on", list.facets());
        variables.put("facets_fixed", options.facets);
        var facets = new HashMap<String, @Nullable Object>();
        facets.put(ChangeList.FACETS, list.facets() ? null : "True");
        variables.put("facets_url", list.link(facets));
        variables.put("clear_url", site.url(admin.mapping(), "changelist"));
        variables.put("narrowed", list.narrowed());
        variables.put("searchable", !options.search.isEmpty());
        variables.put("search", list.search());
        variables.put("search_help", options.searchHelp);
        variables.put("kept", kept(list));
        variables.put("date_steps", ListView.dates(list));
        ChangeList.Count count = list.count();
        variables.put("count", count.number());
        variables.put("count_how", count.how());
        variables.put("count_name", nameOf(count.number()));
        variables.put("full_count", list.fullCount());
        variables.put("pages", ListView.pages(list));
        variables.put("turns", ListView.turns(list));
        variables.put(
                "show_all_url",
                list.pages() > 1 && list.fewEnough() && !list.showsAll()
                        ? list.link(Map.of(ChangeList.ALL, ""))
                        : null);
        variables.put("actions", actions.offered(request));
        variables.put("more_than_page", count.number() > rows.size());
        variables.put("empty", options.empty);
        variables.put(
                "add_url",
                admin.hasAddPermission(request) ? site.url(admin.mapping(), "add") : null);
        variables.put("tools", admin.tools(request));
        variables.put(
                "import_url",
                ImportPage.offered(admin, request) ? site.url(admin.mapping(), "import") : null);
        variables.put("self_url", request.fullPath());
        return PageParts.render(request, state, "change_list.html", variables);
    }

    /// What the search form must keep of the address.
    private static List<Map.Entry<String, String>> kept(ChangeList<?> list) {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (String name : list.asked().names()) {
            if (!NOT_KEPT.contains(name)) {
                all.add(Map.entry(name, list.asked().get(name, "")));
            }
        }
        return all;
    }

    /// @param first the number of the first row's form
    private List<ListView.Line> lines(
            List<M> rows, @Nullable ModelFormSet<M, AdminForm<M>> forms, int first) {
        var byKey = new HashMap<String, AdminForm<M>>();
        var numbers = new HashMap<String, String>();
        if (forms != null) {
            int number = first;
            for (AdminForm<M> form : forms) {
                String key = RowKey.text(form.instance());
                byKey.put(key, form);
                numbers.put(key, String.valueOf(number++));
            }
        }
        var all = new ArrayList<ListView.Line>();
        for (M row : rows) {
            String key = RowKey.text(row);
            AdminForm<M> form = byKey.get(key);
            String url = site.changeUrl(row, admin.mapping());
            var cells = new ArrayList<ListView.Cell>();
            for (ShownColumn<M> column : options.columns) {
                boolean link = options.links(column, cells.isEmpty());
                BoundField field =
                        form != null && options.editable.contains(column.name())
                                ? form.get(column.name())
                                : null;
                cells.add(ListView.cell(column, row, link ? url : null, field));
            }
            all.add(
                    new ListView.Line(
                            key,
                            row.toString(),
                            cells,
                            form == null ? List.of() : form.hiddenFields(),
                            form == null || !form.isBound() ? null : form.nonFieldErrors(),
                            numbers.get(key)));
        }
        return all;
    }
}
