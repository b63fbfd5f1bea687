package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.forms.ModelForm;
import dev.quintet.forms.widget.FormData;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ProtectedException;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.StaleRowException;
import dev.quintet.orm.state.ModelState;
import dev.quintet.web.Shortcuts;
import dev.quintet.web.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form for a row, new or there, with the rows that belong to it.
///
/// @param <M> the model
final class EditPage<M extends Entity> {

    /// Where the list had been, so that one comes back to the same filters.
    static final String FILTERS = "_changelist_filters";

    private static final String SEEN = "_seen";

    private final AdminSite site;
    private final ModelAdmin<M> admin;

    EditPage(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
    }

    Response add(Request request) {
        if (!admin.hasAddPermission(request)) {
            throw new PermissionDenied(gettext("You may not add such rows."));
        }
        return answer(request, null);
    }

    Response change(Request request, String part) {
        M row = admin.found(request, part);
        if (row == null) {
            return Response.redirect(site.url("index"));
        }
        if (!admin.hasViewPermission(request, row)) {
            throw new PermissionDenied(gettext("You may not look at this row."));
        }
        boolean copies =
                request.is("POST")
                        && request.form().has("_saveasnew")
                        && admin.form.saveAsNew
                        && admin.hasAddPermission(request);
        return answer(request, copies ? null : row);
    }

    private Response answer(Request request, @Nullable M row) {
        boolean editable =
                row == null
                        ? admin.hasAddPermission(request)
                        : admin.hasChangePermission(request, row);
        var edited = new EditedRow<>(site, admin, request, row, editable);
        if (!request.is("POST")) {
            return page(request, edited);
        }
        if (!editable) {
            throw new PermissionDenied(gettext("You may not change this row."));
        }
        String was = row == null ? "" : edited.seen();
        // Read before the form puts what was submitted into the row.
        Map<String, @Nullable String> before =
                row == null ? Map.of() : Trace.of(admin.mapping(), row);
        edited.bind(data(request));
        if (row != null) {
            refuseStale(request, edited, was);
        }
        if (!edited.isValid()) {
            return page(request, edited);
        }
        try {
            save(request, edited, row == null ? null : before);
        } catch (StaleRowException | ProtectedException refused) {
            edited.form().addError(refused.problem().problem());
            return page(request, edited);
        }
        return saved(request, edited.form().instance(), row != null);
    }

    /// What was submitted; of a row that is saved as a new one, its inlines count as new too.
    private static FormData data(Request request) {
        FormData data = FormData.of(request);
        if (!request.form().has("_saveasnew")) {
            return data;
        }
        for (String name : request.form().names()) {
            if (name.endsWith("-INITIAL_FORMS")) {
                data = data.with(name, "0");
            }
        }
        return data;
    }

    private void refuseStale(Request request, EditedRow<M> edited, String is) {
        String shown = request.form().get(SEEN, "");
        List<String> changed = Seen.differences(shown, is);
        if (!changed.isEmpty() && edited.form().hasChanged()) {
            var labels = new ArrayList<String>();
            changed.forEach(name -> labels.add(FieldAt.find(admin.mapping(), name).label()));
            edited.form()
                    .addError(
                            gettext(
                                            "Somebody has changed this since you opened it: %s. Look"
                                                    + " at it again, or save once more to write yours"
                                                    + " over it.")
                                    .formatted(String.join(", ", labels)));
        }
    }

    /// @param before what the row held, or `null` for a new one
    private void save(
            Request request, EditedRow<M> edited, @Nullable Map<String, @Nullable String> before) {
        boolean change = before != null;
        atomic(() -> {
            ModelForm<M> form = edited.form();
            List<Map<String, ?>> message = change ? ChangeMessage.of(form) : ChangeMessage.added();
            M row = form.instance();
            admin.saveModel(request, row, change);
            form.saveRelations();
            message.addAll(edited.saveInlines());
            if (before != null) {
                Journal.changed(request, admin.mapping(), row, message, before, null);
            } else {
                Journal.added(request, row, message);
            }
        });
    }

    // ---- after it was saved

    private Response saved(Request request, M row, boolean change) {
        QueryParams form = request.form();
        ModelState state = admin.mapping().state();
        if (form.has(ChangeList.POPUP)) {
            return Shortcuts.render(
                    request,
                    "admin/popup_response.html",
                    Map.of(
                            "popup_action",
                            change ? "change" : "add",
                            "popup_key",
                            RowKey.text(row),
                            "popup_label",
                            row.toString()));
        }
        String text =
                change
                        ? gettext("The %(name)s “%(row)s” was changed.")
                        : gettext("The %(name)s “%(row)s” was added.");
        Messages.success(
                request,
                text.replace("%(name)s", state.shownName()).replace("%(row)s", row.toString()));
        String filters = request.query().get(FILTERS, "");
        if (form.has("_continue") && change) {
            // With what the address says besides: the filters, the pages of inlines.
            String query = request.query().encode();
            String url = site.changeUrl(row, admin.mapping());
            return Response.redirect(query.isEmpty() ? url : url + "?" + query);
        }
        if (form.has("_continue") || form.has("_saveasnew")) {
            return Response.redirect(kept(site.changeUrl(row, admin.mapping()), filters));
        }
        if (form.has("_addanother")) {
            return Response.redirect(kept(site.url(admin.mapping(), "add"), filters));
        }
        return Response.redirect(listUrl(site, request, admin, filters));
    }

    static String listUrl(AdminSite site, Request request, ModelAdmin<?> admin, String filters) {
        if (!admin.hasViewPermission(request, null)) {
            return site.url("index");
        }
        String url = site.url(admin.mapping(), "changelist");
        return filters.isEmpty() ? url : url + "?" + QueryParams.parse(filters).encode();
    }

    static String kept(String url, String filters) {
        return filters.isEmpty()
                ? url
                : url + "?" + QueryParams.empty().with(FILTERS, filters).encode();
    }

    // ---- the page

    private Response page(Request request, EditedRow<M> edited) {
        ModelState state = admin.mapping().state();
        M row = edited.row();
        String filters = request.query().get(FILTERS, "");
        boolean change = row != null;
        String title =
                (change
                                ? edited.editable() ? gettext("Change %s") : gettext("View %s")
                                : gettext("Add %s"))
                        .formatted(state.shownName());
        var variables = PageParts.of(site, request, title, state.label());
        String name = row != null ? row.toString() : gettext("Add %s").formatted(state.shownName());
        variables.put("crumbs", PageParts.crumbs(site, admin, new PageParts.Crumb(name, null)));
        variables.put("list_url", listUrl(site, request, admin, filters));
        variables.put("subtitle", change ? name : "");
        variables.put("form", edited.form());
        variables.put("fieldsets", edited.fieldsets());
        variables.put("inlines", edited.inlines());
        variables.put("media", edited.media());
        variables.put("multipart", edited.isMultipart());
        variables.put(
                "has_errors", edited.form().isBound() && !edited.isValid() && !edited.wantsRow());
        variables.put("seen", change ? edited.seen() : "");
        variables.put("editable", edited.editable());
        variables.put("change", change);
        variables.put("save_on_top", admin.form.saveOnTop);
        variables.put(
                "save_as_new", change && admin.form.saveAsNew && admin.hasAddPermission(request));
        variables.put("save_and_add", admin.hasAddPermission(request));
        variables.put("prepopulated", edited.prepopulated());
        variables.put("self_url", request.fullPath());
        variables.put("model_name", state.shownName());
        variables.putAll(links(request, row, filters));
        return PageParts.render(request, state, "change_form.html", variables);
    }

    private Map<String, @Nullable Object> links(Request request, @Nullable M row, String filters) {
        var links = new LinkedHashMap<String, @Nullable Object>();
        if (row == null) {
            return links;
        }
        String key = KeyInAddress.quoted(RowKey.text(row));
        links.put("history_url", kept(site.url(admin.mapping(), "history", key), filters));
        if (admin.hasDeletePermission(request, row)) {
            links.put("delete_url", kept(site.url(admin.mapping(), "delete", key), filters));
        }
        var onSite = admin.form.viewOnSite;
        var own = new LinkedHashMap<String, String>();
        admin.links(request, row).forEach((label, url) -> own.put(label.toString(), url));
        links.put("own_links", own);
        links.put("site_row_url", onSite == null ? null : onSite.apply(row));
        return links;
    }
}
