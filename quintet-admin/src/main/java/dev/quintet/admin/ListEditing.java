package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.orm.Transaction.atomic;

import dev.quintet.auth.adminlog.LogEntry;
import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.forms.widget.FormData;
import dev.quintet.http.QueryParams;
import dev.quintet.http.Request;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes rows in the list itself. What somebody else has changed since the list was shown is
/// told, and not written over.
///
/// @param <M> the model
final class ListEditing<M extends Entity> {

    /// What was done, in the words of the sources.
    static final String LABEL = "Changed in the list";

    /// Says which row of the page is to be saved alone.
    private static final String ONLY = "_only";

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
        String key = keyName();
        var keys = new LinkedHashSet<String>();
        for (String name : request.form().names()) {
            if (name.matches("form-[0-9]+-" + key)) {
                keys.add(request.form().get(name, ""));
            }
        }
        QuerySet<M> rows = RowKey.among(admin.queryset(request), keys);
        return bound(request, of(request, rows), FormData.of(request));
    }

    /// {@return the name of the hidden control that says which row a form is about}
    String keyName() {
        return ModelFormSet.keyName(admin.mapping(), names);
    }

    /// {@return the number on the page of the one row that is to be saved as soon as it was
    /// changed; -1 where all are}
    static int only(Request request) {
        String number = request.form().get(ONLY, "");
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : -1;
    }

    /// {@return the form of one row of a page that was submitted}
    ModelFormSet<M, AdminForm<M>> submitted(Request request, int number) {
        String key = request.form().get("form-" + number + "-" + keyName(), "");
        return bound(
                request,
                of(request, RowKey.among(admin.queryset(request), List.of(key))).numberFrom(number),
                FormData.of(request).with("form-TOTAL_FORMS", "1").with("form-INITIAL_FORMS", "1"));
    }

    /// {@return the form of a row as it is by now, under the number that it has on a page}
    ModelFormSet<M, AdminForm<M>> again(Request request, M row, int number) {
        return of(request, RowKey.among(admin.queryset(request), List.of(RowKey.text(row))))
                .numberFrom(number);
    }

    private ModelFormSet<M, AdminForm<M>> bound(
            Request request, ModelFormSet<M, AdminForm<M>> set, FormData data) {
        set.bind(data);
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
    /// @return what was done, or `null` where nothing was
    @Nullable BulkRun save(Request request, ModelFormSet<M, AdminForm<M>> set) {
        // What the rows held: the forms have put what was submitted into them.
        var changed = new LinkedHashMap<String, AdminForm<M>>();
        for (AdminForm<M> form : set) {
            if (form.hasChanged()) {
                changed.put(RowKey.text(form.target()), form);
            }
        }
        if (changed.isEmpty()) {
            return null;
        }
        return atomic(() -> {
            var before = new HashMap<String, Map<String, @Nullable String>>();
            RowKey.among(QuerySet.of(admin.mapping()), changed.keySet())
                    .forEach(row -> before.put(RowKey.text(row), Trace.of(admin.mapping(), row)));
            BulkRun run = BulkRun.begin(site, admin, request, LABEL, changed.size());
            changed.forEach((key, form) -> {
                admin.saveModel(request, form.target(), true);
                form.saveRelations();
                LogEntry entry =
                        Journal.changed(
                                request,
                                admin.mapping(),
                                form.target(),
                                ChangeMessage.of(form),
                                before.getOrDefault(key, Map.of()),
                                run.id);
                run.did(entry);
            });
            run.end(BulkRun.State.DONE);
            return run;
        });
    }
}
