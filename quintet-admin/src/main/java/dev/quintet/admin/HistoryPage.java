package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;

/// What was done to a row, and by whom.
///
/// @param <M> the model
final class HistoryPage<M extends Entity> {

    private static final int MOST = 200;

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    HistoryPage(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    Response answer(Request request, String part) {
        M row = admin.found(request, part);
        if (row == null) {
            return Response.redirect(site.url("index"));
        }
        if (!admin.hasViewPermission(request, row)) {
            throw new PermissionDenied(gettext("You may not look at this row."));
        }
        var state = admin.mapping().state();
        var variables =
                PageParts.of(
                        site,
                        request,
                        gettext("History of %s").formatted(row.toString()),
                        state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(
                        site,
                        admin,
                        new PageParts.Crumb(row.toString(), site.changeUrl(row, admin.mapping())),
                        new PageParts.Crumb(gettext("History"), null)));
        variables.put("entries", Journal.of(row, MOST));
        variables.put("self_url", request.path());
        variables.put("undoes", admin.hasChangePermission(request, row));
        return PageParts.render(request, state, "object_history.html", variables);
    }
}
