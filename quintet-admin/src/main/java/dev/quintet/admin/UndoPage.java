package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.auth.adminlog.LogEntries;
import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import dev.quintet.web.messages.Messages;

/// Asks whether one change of a row shall be undone, and undoes it.
///
/// @param <M> the model
final class UndoPage<M extends Entity> {

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    UndoPage(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    Response answer(Request request, String part, long number) {
        M row = admin.found(request, part);
        if (row == null) {
            return Response.redirect(site.url("index"));
        }
        if (!admin.hasChangePermission(request, row)) {
            throw new PermissionDenied(gettext("You may not change this row."));
        }
        // Only an entry of this very row: the number alone is no key to others.
        LogEntry entry = LogEntry.of(row).filter(LogEntries.id.eq(number)).first().orElse(null);
        if (entry == null) {
            throw new NotFound(gettext("The log has no such entry."));
        }
        return request.is("POST") ? undone(request, entry, part) : page(request, entry, row);
    }

    private Response page(Request request, LogEntry entry, M row) {
        var state = admin.mapping().state();
        var variables = PageParts.of(site, request, gettext("Undo this change?"), state.label());
        String history =
                site.url(admin.mapping(), "history", KeyInAddress.quoted(RowKey.text(row)));
        variables.put(
                "crumbs",
                PageParts.crumbs(
                        site,
                        admin,
                        new PageParts.Crumb(row.toString(), site.changeUrl(row, admin.mapping())),
                        new PageParts.Crumb(gettext("History"), history),
                        new PageParts.Crumb(gettext("Undo"), null)));
        variables.put("name", row.toString());
        variables.put("outlook", new Undo<>(admin, request).look(entry, row));
        variables.put("entry", Journal.one(entry));
        variables.put("self_url", request.fullPath());
        variables.put("back_url", history);
        return PageParts.render(request, state, "undo.html", variables);
    }

    private Response undone(Request request, LogEntry entry, String part) {
        String refused =
                atomic(() -> {
                    // Read again, and kept from others until it is written.
                    M row =
                            RowKey.find(
                                    QuerySet.of(admin.mapping()).selectForUpdate(),
                                    KeyInAddress.unquoted(part));
                    return row == null
                            ? gettext("There is no such row any more.")
                            : new Undo<>(admin, request).carryOut(entry, row, null);
                });
        if (refused == null) {
            Messages.success(request, gettext("The change was undone."));
        } else {
            Messages.error(request, gettext("Nothing was undone. %s").formatted(refused));
        }
        return Response.redirect(site.url(admin.mapping(), "history", part));
    }
}
