package dev.quintet.admin;

import dev.quintet.forms.ModelFormSet;
import dev.quintet.forms.widget.FormData;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An inline on a page, for all rows that its rows may lead to: what the visitor may do with them,
/// and the rows themselves, read in one statement, as are those of each inline below it. Belongs to
/// one request.
///
/// @param <C> the model of its rows
/// @param <P> the model that they lead to
final class InlineLevel<C extends Entity, P extends Entity> {

    private final AdminSite site;
    private final Inline<C, P> inline;
    private final Request request;
    private final String stem;
    private final List<String> names;
    private final List<String> edited = new ArrayList<>();
    private final boolean changes;
    private final boolean adds;
    private final boolean deletes;
    private final Map<String, List<C>> byParent = new HashMap<>();
    private final List<InlineLevel<?, C>> below = new ArrayList<>();
    private final @Nullable InlinePages pages;
    private @Nullable ModelFormSet<C, AdminForm<C>> first;

    /// @param parents the rows that are there already
    /// @param number of the inline among those of the same level
    /// @param top whether it is below the row of the page itself
    InlineLevel(
            AdminSite site,
            Inline<C, P> inline,
            Request request,
            List<? extends P> parents,
            int number,
            boolean editable,
            boolean top) {
        this.site = site;
        this.inline = inline;
        this.request = request;
        String model = mapping().state().name().toLowerCase(Locale.ROOT) + "_set";
        this.stem = number == 0 ? model : model + "-" + (number + 1);
        this.names = inline.shown();
        this.changes = editable && inline.hasChangePermission(request);
        this.adds = editable && inline.hasAddPermission(request);
        this.deletes = editable && inline.canDelete && inline.hasDeletePermission(request);
        for (String name : names) {
            boolean can = FormFields.editable(mapping(), FieldAt.find(mapping(), name).field());
            if (can && !inline.readonly.contains(name)) {
                edited.add(name);
            }
        }
        var all = new ArrayList<C>();
        InlinePages found = null;
        if (!parents.isEmpty() && inline.hasViewPermission(request)) {
            QuerySet<C> rows = inline.leadingTo(inline.queryset(request), parents);
            all.addAll((top ? rows.limit(inline.perPage + 1L) : rows).list());
            if (top && all.size() > inline.perPage) {
                found = InlinePages.of(request, stem, rows, inline.perPage);
                all.clear();
                all.addAll(rows(rows, found).list());
            }
            all.forEach(row ->
                    byParent.computeIfAbsent(inline.parentOf(row), _ -> new ArrayList<>())
                            .add(row));
        }
        this.pages = found;
        int next = 0;
        for (Inline<?, C> one : inline.below) {
            if (one.concerns(request)) {
                below.add(new InlineLevel<>(site, one, request, all, next, editable, false));
            }
            next++;
        }
    }

    /// The rows of the page that is shown; of a page that was sent, those that it had, wherever
    /// they stand by now.
    private QuerySet<C> rows(QuerySet<C> rows, InlinePages at) {
        if (!request.is("POST")) {
            return at.of(rows);
        }
        QueryParams form = request.form();
        var keys = new ArrayList<String>();
        String key = ModelFormSet.keyName(mapping(), edited);
        for (int i = 0; i < inline.perPage; i++) {
            String sent = form.get(stem + "-" + i + "-" + key, "");
            if (!sent.isEmpty()) {
                keys.add(sent);
            }
        }
        return RowKey.among(rows, keys);
    }

    /// {@return the rows of one parent}
    ///
    /// @param above what stands before the names of its controls; empty for the page's own row
    InlineRows<C, P> of(P parent, String above) {
        ModelFormSet<C, AdminForm<C>> set =
                inline.forms(this::form, parent)
                        .rows(byParent.getOrDefault(inline.asParent(parent), List.of()))
                        .extra(adds ? inline.extra : 0)
                        .min(adds ? inline.min : 0)
                        .max(Math.max(0, inline.max - (pages == null ? 0 : pages.elsewhere())))
                        .validateMax()
                        .prefix(above.isEmpty() ? stem : above + "-" + stem);
        if (inline.min > 0) {
            set.validateMin();
        }
        if (deletes) {
            set.canDelete();
        }
        ModelFormSet<C, AdminForm<C>> leader = first;
        if (leader == null) {
            first = set;
        } else {
            set.sharingWith(leader);
        }
        return new InlineRows<>(this, set);
    }

    private AdminForm<C> form() {
        var form = new AdminForm<>(mapping().type(), edited);
        new FieldLooks(site, mapping(), inline.autocomplete, Set.of(), Set.of(), inline.widgets)
                .dressRow(form, edited);
        return form;
    }

    /// {@return what is below a row of it}
    List<InlineRows<?, C>> below(AdminForm<C> form, String prefix) {
        var all = new ArrayList<InlineRows<?, C>>();
        for (InlineLevel<?, C> level : below) {
            all.add(level.of(form.target(), prefix));
        }
        return all;
    }

    /// {@return whether a page says how many rows of a set there are: else it had no such set}
    static boolean sent(FormData data, String prefix) {
        return data.has(prefix + "-TOTAL_FORMS");
    }

    AdminSite site() {
        return site;
    }

    Request request() {
        return request;
    }

    Inline<C, P> inline() {
        return inline;
    }

    ModelMapping<C> mapping() {
        return inline.mapping();
    }

    List<String> names() {
        return names;
    }

    boolean edits(String name) {
        return edited.contains(name);
    }

    boolean changes() {
        return changes;
    }

    boolean adds() {
        return adds;
    }

    boolean nests() {
        return !below.isEmpty();
    }

    @Nullable InlinePages pages() {
        return pages;
    }
}
