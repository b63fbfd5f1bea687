package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.kernel.i18n.Gettext.ngettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.admin.table.TableFormat;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ProtectedException;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.web.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people do to the rows that they have ticked.
///
/// @param <M> the model
final class Actions<M extends Entity> {

    static final String SELECTED = "_selected_action";
    private static final String DELETE = "delete_selected";
    private static final String EXPORT = "export_";
    private static final int MOST_NAMED = 100;

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    Actions(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    /// An action as the page offers it.
    record Offer(String name, CharSequence label) {}

    /// {@return what this visitor may do}
    List<Offer> offered(Request request) {
        var all = new ArrayList<Offer>();
        if (request.query().has(ChangeList.POPUP)) {
            return all;
        }
        for (AdminAction<M> action : admin.list.actions.values()) {
            if (may(request, action.permission())) {
                all.add(new Offer(action.name(), action.label()));
            }
        }
        for (TableFormat format : TableFormat.all()) {
            all.add(
                    new Offer(
                            EXPORT + format.extension(),
                            gettext("Export as %s").formatted(format.name())));
        }
        if (deletes(request)) {
            all.add(new Offer(DELETE, gettextLazy("Delete")));
        }
        return all;
    }

    private boolean deletes(Request request) {
        return admin.list.deletes && admin.hasDeletePermission(request, null);
    }

    private boolean may(Request request, @Nullable Access access) {
        return switch (access) {
            case null -> true;
            case ADD -> admin.hasAddPermission(request);
            case CHANGE -> admin.hasChangePermission(request, null);
            case DELETE -> admin.hasDeletePermission(request, null);
            case VIEW -> admin.hasViewPermission(request, null);
        };
    }

    /// {@return the action's page, or `null` for the list again}
    @Nullable Response run(Request request, ChangeList<M> list) {
        QueryParams form = request.form();
        String name = form.get("action", "");
        List<String> keys = form.all(SELECTED);
        boolean all = "1".equals(form.get("select_across"));
        if (keys.isEmpty() && !all) {
            Messages.warning(
                    request, gettext("Tick the rows first to which you want to do something."));
            return null;
        }
        if (name.isEmpty()) {
            Messages.warning(request, gettext("Choose what to do with the rows."));
            return null;
        }
        QuerySet<M> rows = all ? list.found() : RowKey.among(admin.queryset(request), keys);
        if (name.equals(DELETE) && deletes(request)) {
            return delete(request, rows, keys, all);
        }
        for (TableFormat format : TableFormat.all()) {
            if (name.equals(EXPORT + format.extension())) {
                return Export.of(admin, rows, format);
            }
        }
        AdminAction<M> action = admin.list.actions.get(name);
        if (action == null || !may(request, action.permission())) {
            Messages.error(request, gettext("There is no such thing to do here."));
            return null;
        }
        CharSequence question = action.question();
        if (question != null && !form.has("post")) {
            return confirmation(request, action, question, rows, keys, all);
        }
        return switch (action.kind()) {
            case PAGE -> action.run(request, rows);
            case NOW -> now(request, action, rows);
            case BEHIND -> behind(request, action, rows);
        };
    }

    private @Nullable Response now(Request request, AdminAction<M> action, QuerySet<M> rows) {
        BulkRun run = new BulkWork<>(site, admin, request).now(action, rows);
        if (run != null) {
            RunPages.tell(site, admin, request, run);
        } else {
            Messages.warning(
                    request,
                    gettext(
                                    "These were more than %s rows: what was done to each is not"
                                            + " written down, and cannot be undone.")
                            .formatted(Formats.active().number(BulkWork.MOST_TRACED)));
        }
        return null;
    }

    private @Nullable Response behind(Request request, AdminAction<M> action, QuerySet<M> rows) {
        List<String> keys = RowKey.all(rows).stream().map(RowKey::text).toList();
        if (keys.size() <= BulkWork.PART) {
            return now(request, action, rows);
        }
        BulkRun run = new BulkWork<>(site, admin, request).behind(action, keys);
        return Response.redirect(site.url(admin.mapping(), "run", run.id));
    }

    private Response confirmation(
            Request request,
            AdminAction<M> action,
            CharSequence question,
            QuerySet<M> rows,
            List<String> keys,
            boolean all) {
        var state = admin.mapping().state();
        var variables = PageParts.of(site, request, action.label(), state.label());
        variables.put(
                "crumbs", PageParts.crumbs(site, admin, new PageParts.Crumb(action.label(), null)));
        variables.put("question", question);
        variables.put("action", action.name());
        variables.put("keys", keys);
        variables.put("across", all);
        variables.put("count", rows.count());
        variables.put(
                "named", rows.limit(MOST_NAMED).list().stream().map(Object::toString).toList());
        variables.put("back_url", request.fullPath());
        return PageParts.render(request, state, "action_confirmation.html", variables);
    }

    private @Nullable Response delete(
            Request request, QuerySet<M> rows, List<String> keys, boolean all) {
        var state = admin.mapping().state();
        if (request.form().has("post")) {
            return deleted(request, rows);
        }
        DeletionView view = DeletionView.of(site, request, rows);
        long count = rows.count();
        var variables = PageParts.of(site, request, gettext("Are you sure?"), state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(
                        site, admin, new PageParts.Crumb(gettext("Delete several"), null)));
        variables.put("deletion", view);
        variables.put("action", DELETE);
        variables.put("keys", keys);
        variables.put("across", all);
        variables.put("count", count);
        variables.put("model_name", count == 1 ? state.shownName() : state.shownNamePlural());
        variables.put("back_url", request.fullPath());
        return PageParts.render(request, state, "delete_selected_confirmation.html", variables);
    }

    private @Nullable Response deleted(Request request, QuerySet<M> rows) {
        var state = admin.mapping().state();
        DeletionView view = DeletionView.of(site, request, rows);
        if (!view.allowed()) {
            Messages.error(request, gettext("You may not delete all of these rows."));
            return null;
        }
        try {
            long count =
                    atomic(() -> {
                        List<M> going = rows.list();
                        going.forEach(row -> Journal.deleted(request, row));
                        admin.deleteQueryset(request, rows);
                        return (long) going.size();
                    });
            Messages.success(
                    request,
                    ngettext(
                                    "%(count)s %(name)s was deleted.",
                                    "%(count)s %(name)s were deleted.", count)
                            .replace("%(count)s", Formats.active().number(count))
                            .replace(
                                    "%(name)s",
                                    count == 1 ? state.shownName() : state.shownNamePlural()));
        } catch (ProtectedException kept) {
            Messages.error(request, kept.problem().problem());
        }
        return null;
    }
}
