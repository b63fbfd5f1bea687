package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ProtectedException;
import dev.quintet.web.messages.Messages;
import java.util.List;

/// Asks whether a row shall go, with all that goes with it, and deletes it.
///
/// @param <M> the model
final class DeletePage<M extends Entity> {

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    DeletePage(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    Response answer(Request request, String part) {
        M row = admin.found(request, part);
        if (row == null) {
            return Response.redirect(site.url("index"));
        }
        if (!admin.hasDeletePermission(request, row)) {
            throw new PermissionDenied(gettext("You may not delete this row."));
        }
        DeletionView deletion = DeletionView.of(site, request, admin.mapping(), List.of(row));
        if (request.is("POST") && deletion.allowed()) {
            return deleted(request, row);
        }
        if (request.is("POST")) {
            throw new PermissionDenied(gettext("You may not delete all that goes with this row."));
        }
        var state = admin.mapping().state();
        String filters = request.query().get(EditPage.FILTERS, "");
        var variables = PageParts.of(site, request, gettext("Are you sure?"), state.label());
        variables.put(
                "crumbs",
                PageParts.crumbs(
                        site,
                        admin,
                        new PageParts.Crumb(
                                row.toString(),
                                EditPage.kept(site.changeUrl(row, admin.mapping()), filters)),
                        new PageParts.Crumb(gettext("Delete"), null)));
        variables.put("deletion", deletion);
        variables.put("name", row.toString());
        variables.put("model_name", state.shownName());
        variables.put("self_url", request.fullPath());
        variables.put("back_url", EditPage.kept(site.changeUrl(row, admin.mapping()), filters));
        return PageParts.render(request, state, "delete_confirmation.html", variables);
    }

    private Response deleted(Request request, M row) {
        var state = admin.mapping().state();
        String name = row.toString();
        try {
            atomic(() -> {
                Journal.deleted(request, row);
                admin.deleteModel(request, row);
            });
        } catch (ProtectedException kept) {
            Messages.error(request, kept.problem().problem());
            return Response.redirect(request.fullPath());
        }
        Messages.success(
                request,
                gettext("The %(name)s “%(row)s” was deleted.")
                        .replace("%(name)s", state.shownName())
                        .replace("%(row)s", name));
        String filters = request.query().get(EditPage.FILTERS, "");
        return Response.redirect(EditPage.listUrl(site, request, admin, filters));
    }
}
