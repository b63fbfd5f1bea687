package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.ngettext;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.formats.Formats;
import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.web.messages.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What was done to many rows at once: how far it is, how it ended, and the way back.
///
/// @param <M> the model
final class RunPages<M extends Entity> {

    private static final int MOST_RUNS = 100;
    private static final int MOST_SHOWN = 50;

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    /// A bulk change, as pages show it.
    record Shown(BulkRun run, String label, String who, String url, int percent) {}

    /// A row that undoing is about.
    record Line(String name, Undo.Outlook outlook) {}

    RunPages(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    private BulkRun find(Request request, long id) {
        return own(request)
                .filter(BulkRuns.id.eq(id))
                .first()
                .orElseThrow(() -> new NotFound(gettext("There was no such bulk change.")));
    }

    /// Those of the visitor; all of this list for superusers. What was done tells of rows that
    /// others may not see.
    private QuerySet<BulkRun> own(Request request) {
        if (!admin.hasViewPermission(request, null)) {
            throw new PermissionDenied(gettext("You may not look at these rows."));
        }
        QuerySet<BulkRun> all =
                BulkRuns.filter(
                        BulkRuns.site.eq(site.name()),
                        BulkRuns.model.eq(admin.mapping().state().label()));
        return Staff.user(request).superuser()
                ? all
                : all.filter(BulkRuns.userId.eq(Staff.key(request)));
    }

    private static String label(BulkRun run) {
        String label =
                switch (run.label) {
                    case ListEditing.LABEL -> gettext("Changed in the list");
                    case ImportRun.LABEL -> gettext("Import");
                    default -> run.label;
                };
        return run.undoes == null ? label : gettext("Undo: %s").formatted(label);
    }

    private Shown shown(BulkRun run) {
        return new Shown(
                run,
                label(run),
                Journal.name(run.userId),
                site.url(admin.mapping(), "run", run.id),
                run.total == 0 ? 100 : (int) (100L * run.done / run.total));
    }

    Response list(Request request) {
        var state = admin.mapping().state();
        var variables = PageParts.of(site, request, gettext("Bulk changes"), state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(site, admin, new PageParts.Crumb(gettext("Bulk changes"), null)));
        variables.put(
                "runs", own(request).limit(MOST_RUNS).list().stream().map(this::shown).toList());
        return PageParts.render(request, state, "runs.html", variables);
    }

    Response show(Request request, long id) {
        BulkRun run = find(request, id);
        if (request.is("POST")) {
            if (!admin.hasChangePermission(request, null)) {
                throw new PermissionDenied(gettext("You may not change these rows."));
            }
            BulkRuns.filter(BulkRuns.id.eq(id)).update(BulkRuns.stopping.set(true));
            return Response.redirect(request.fullPath());
        }
        var state = admin.mapping().state();
        String title = label(run);
        var variables = PageParts.of(site, request, title, state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(site, admin, allRuns(), new PageParts.Crumb(title, null)));
        variables.put("shown", shown(run));
        variables.put("run", run);
        variables.put("changes", admin.hasChangePermission(request, null));
        variables.put("undo_url", undoUrl(run));
        variables.put("list_url", site.url(admin.mapping(), "changelist"));
        variables.put("self_url", request.fullPath());
        return PageParts.render(request, state, "run.html", variables);
    }

    private PageParts.Crumb allRuns() {
        return new PageParts.Crumb(gettext("Bulk changes"), site.url(admin.mapping(), "runs"));
    }

    private String undoUrl(BulkRun run) {
        return site.url(admin.mapping(), "run_undo", run.id);
    }

    Response undo(Request request, long id) {
        BulkRun run = find(request, id);
        if (!admin.hasChangePermission(request, null)) {
            throw new PermissionDenied(gettext("You may not change these rows."));
        }
        if (run.isRunning()) {
            Messages.warning(request, gettext("Stop it first, or wait until it is over."));
            return Response.redirect(site.url(admin.mapping(), "run", id));
        }
        if (request.is("POST")) {
            BulkRun undo = new BulkWork<>(site, admin, request).undo(run);
            return Response.redirect(site.url(admin.mapping(), "run", undo.id));
        }
        var state = admin.mapping().state();
        var variables = PageParts.of(site, request, gettext("Undo this change?"), state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(
                        site,
                        admin,
                        allRuns(),
                        new PageParts.Crumb(label(run), site.url(admin.mapping(), "run", id)),
                        new PageParts.Crumb(gettext("Undo"), null)));
        List<LogEntry> entries = BulkWork.entries(run, admin.mapping());
        variables.put("shown", shown(run));
        variables.put("run", run);
        variables.put("count", entries.size());
        variables.put("lines", lines(request, entries));
        variables.put("more", Math.max(0, entries.size() - MOST_SHOWN));
        variables.put("self_url", request.fullPath());
        variables.put("back_url", site.url(admin.mapping(), "run", id));
        return PageParts.render(request, state, "run_undo.html", variables);
    }

    /// What would be done to the first rows.
    private List<Line> lines(Request request, List<LogEntry> entries) {
        List<LogEntry> some = entries.subList(0, Math.min(entries.size(), MOST_SHOWN));
        var rows = new HashMap<String, M>();
        RowKey.among(
                        admin.queryset(request),
                        some.stream().map(entry -> String.valueOf(entry.objectId)).toList())
                .forEach(row -> rows.put(RowKey.text(row), row));
        var undo = new Undo<>(admin, request);
        var lines = new ArrayList<Line>();
        for (LogEntry entry : some) {
            M row = rows.get(String.valueOf(entry.objectId));
            lines.add(
                    row == null
                            ? new Line(
                                    entry.objectRepr,
                                    Undo.Outlook.no(gettext("There is no such row any more.")))
                            : new Line(row.toString(), undo.look(entry, row)));
        }
        return lines;
    }

    /// Tells on the next page what was done, and offers the way back.
    static void tell(AdminSite site, ModelAdmin<?> admin, Request request, BulkRun run) {
        var state = admin.mapping().state();
        String text =
                ngettext(
                                "%(count)s %(name)s was changed successfully.",
                                "%(count)s %(name)s were changed successfully.", run.changed)
                        .replace("%(count)s", Formats.active().number(run.changed))
                        .replace(
                                "%(name)s",
                                run.changed == 1 ? state.shownName() : state.shownNamePlural());
        Messages.success(
                request,
                run.changed == 0
                        ? gettext("Nothing was changed.")
                        : new SafeString(
                                Escape.html(text)
                                        + " <a href=\""
                                        + Escape.html(site.url(admin.mapping(), "run_undo", run.id))
                                        + "\">"
                                        + Escape.html(gettext("Undo"))
                                        + "</a>"));
    }
}
