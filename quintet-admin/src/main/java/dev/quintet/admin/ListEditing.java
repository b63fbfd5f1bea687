package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.forms.widget.FormData;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Changes rows in the list itself. What somebody else has changed since the list was shown is
/// told, and not written over.
///
/// @param <M> the model
final class ListEditing<M extends Entity> {

    private final AdminSite site;
    private final ModelAdmin<M> admin;
    private final List<String> names;

    ListEditing(AdminSite site, ModelAdmin<M> admin) {
        this.site = site;
        this.admin = admin;
        this.names = admin.list.editable;
    }

    boolean offered(Request request) {
        return !names.isEmpty()
                && !request.query().has(ChangeList.POPUP)
                && admin.hasChangePermission(request, null);
    }

    /// {@return a form for each row of a page}
    ModelFormSet<M, AdminForm<M>> of(Request request, QuerySet<M> rows) {
        return ModelFormSet.of(() -> form(request), rows).extra(0);
    }

    private AdminForm<M> form(Request request) {
        var form = new AdminForm<>(admin.mapping().type(), names);
        var looks =
                new FieldLooks(
                        site,
                        admin.mapping(),
                        admin.form.autocomplete,
                        admin.form.rawId,
                        admin.form.radio,
                        admin.form.widgets);
        looks.dressRow(form, names);
        names.forEach(name -> form.get(name).field().showHiddenInitial());
        admin.prepareForm(request, form, null);
        return form;
    }

    /// {@return the forms of the rows that were submitted, whatever the list shows by now}
    ModelFormSet<M, AdminForm<M>> submitted(Request request) {
        String key = admin.mapping().key().name();
        var keys = new LinkedHashSet<String>();
        for (String name : request.form().names()) {
            if (name.matches("form-[0-9]+-" + key)) {
                keys.add(request.form().get(name, ""));
            }
        }
        QuerySet<M> rows = Keys.among(admin.queryset(request), keys);
        ModelFormSet<M, AdminForm<M>> set = of(request, rows);
        set.bind(FormData.of(request));
        List<AdminForm<M>> stale = stale(request.form(), set);
        for (AdminForm<M> form : stale) {
            if (form.hasChanged()) {
                form.addError(
                        gettext(
                                "Somebody has changed this since you opened the list. Open the list"
                                        + " again to see what it is now."));
            }
        }
        for (AdminForm<M> form : set) {
            if (form.hasChanged() && !admin.hasChangePermission(request, form.instance())) {
                form.addError(gettext("You may not change this row."));
            }
        }
        return set;
    }

    /// The rows that are not any more what the page had shown. Asked before the forms are checked,
    /// which puts what was submitted into the rows.
    private List<AdminForm<M>> stale(QueryParams form, ModelFormSet<M, AdminForm<M>> set) {
        var all = new ArrayList<AdminForm<M>>();
        for (AdminForm<M> row : set) {
            for (String name : names) {
                BoundField bound = row.get(name);
                String shown = form.get("initial-" + bound.htmlName());
                if (shown != null && bound.field().hasChanged(bound.initial(), shown)) {
                    all.add(row);
                    break;
                }
            }
        }
        return all;
    }

    /// Saves the rows that were changed, all or none.
    ///
    /// @return how many
    int save(Request request, ModelFormSet<M, AdminForm<M>> set) {
        return atomic(() -> {
            int changed = 0;
            for (AdminForm<M> form : set) {
                if (form.hasChanged()) {
                    admin.saveModel(request, form.instance(), true);
                    form.saveRelations();
                    Journal.changed(request, form.instance(), ChangeMessage.of(form));
                    changed++;
                }
            }
            return changed;
        });
    }
}
