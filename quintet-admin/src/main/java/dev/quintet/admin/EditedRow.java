package dev.quintet.admin;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelForm;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.Media;
import dev.quintet.http.Request;
import dev.quintet.kernel.json.Json;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A row while it is edited: its form, its inlines, and what the page shows of them. Belongs to one
/// request.
///
/// @param <M> the model
final class EditedRow<M extends Entity> {

    private final AdminSite site;
    private final ModelAdmin<M> admin;
    private final Request request;
    private final @Nullable M row;
    private final boolean editable;
    private final List<Fieldset> sets;
    private final Set<String> readonly;
    private final ModelForm<M> form;
    private final String seen;
    private final List<InlineRows<?, M>> inlines = new ArrayList<>();

    /// A field as the page shows it.
    ///
    /// @param field the control, or `null` where it cannot be edited
    /// @param truth the value, where it cannot be edited and is a truth value
    /// @param value the value, where it cannot be edited
    /// @param addUrl a form for a new row that the field may lead to
    /// @param changeUrl the form of the row that it leads to
    record Line(
            String name,
            CharSequence label,
            CharSequence help,
            @Nullable BoundField field,
            @Nullable Boolean truth,
            @Nullable Object value,
            @Nullable String addUrl,
            @Nullable String changeUrl,
            @Nullable String lookupUrl) {}

    /// Fields that stand together.
    record Section(
            @Nullable CharSequence title,
            @Nullable CharSequence description,
            boolean collapsed,
            boolean wrong,
            List<Line> lines) {}

    EditedRow(
            AdminSite site,
            ModelAdmin<M> admin,
            Request request,
            @Nullable M row,
            boolean editable) {
        this.site = site;
        this.admin = admin;
        this.request = request;
        this.row = row;
        this.editable = editable;
        this.readonly = new LinkedHashSet<>(admin.readonlyFor(request, row));
        FormOptions<M> options = admin.form;
        ModelForm<M> own = admin.formFor(request, row);
        this.sets = own == null ? sets(options) : setsOf(own, options);
        if (!editable) {
            sets.forEach(set -> readonly.addAll(set.fields()));
        }
        for (Fieldset set : sets) {
            for (String name : set.fields()) {
                // The key of a row that is there stays: with another it would be another row.
                boolean fixed = row != null && admin.mapping().isInKey(name);
                if (own == null
                        && (fixed || (!options.computed.containsKey(name) && !mayEdit(name)))) {
                    readonly.add(name);
                }
            }
        }
        this.form = own != null ? own : new AdminForm<>(admin.mapping().type(), names());
        if (own == null) {
            new FieldLooks(
                            site,
                            admin.mapping(),
                            options.autocomplete,
                            options.rawId,
                            options.radio,
                            options.widgets)
                    .dress(form, names());
        }
        // Read before the form puts what was submitted into the row.
        this.seen = row == null ? "" : Seen.of(admin.mapping(), row, names());
        if (row != null) {
            form.instance(row);
        } else {
            prefill();
        }
        admin.prepareForm(request, form, row);
        List<M> there = row == null ? List.of() : List.of(row);
        int number = 0;
        for (Inline<?, M> inline : options.inlines) {
            if (inline.concerns(request)) {
                inlines.add(level(inline, there, number++));
            }
        }
    }

    private <C extends Entity> InlineRows<C, M> level(
            Inline<C, M> inline, List<M> there, int number) {
        return new InlineLevel<>(site, inline, request, there, number, editable, true)
                .of(form.instance(), "");
    }

    private List<Fieldset> sets(FormOptions<M> options) {
        return options.fieldsets.isEmpty()
                ? List.of(
                        new Fieldset(
                                null,
                                FormFields.shown(
                                        admin.mapping(),
                                        List.of(),
                                        options.excluded,
                                        options.readonly),
                                null,
                                false))
                : options.fieldsets;
    }

    /// A form of the site's own has the fields that it has, in sections where they are the same.
    private List<Fieldset> setsOf(ModelForm<M> own, FormOptions<M> options) {
        var names = new ArrayList<String>();
        own.visibleFields().forEach(field -> names.add(field.name()));
        var told = new ArrayList<String>();
        options.fieldsets.forEach(set -> told.addAll(set.fields()));
        told.removeAll(readonly);
        if (!told.isEmpty() && names.containsAll(told)) {
            return options.fieldsets;
        }
        return List.of(new Fieldset(null, names, null, false));
    }

    private boolean mayEdit(String name) {
        return FormFields.editable(admin.mapping(), FieldAt.find(admin.mapping(), name).field());
    }

    /// The names of the fields that can be edited.
    private List<String> names() {
        var names = new ArrayList<String>();
        for (Fieldset set : sets) {
            for (String name : set.fields()) {
                if (!readonly.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /// What the address says of a new row: `?artist=3`.
    private void prefill() {
        var initial = new HashMap<String, Object>();
        for (String name : names()) {
            String text = request.query().get(name);
            if (text != null) {
                initial.put(name, text);
            }
        }
        form.initial(initial);
    }

    @Nullable M row() {
        return row;
    }

    boolean editable() {
        return editable;
    }

    ModelForm<M> form() {
        return form;
    }

    List<InlineRows<?, M>> inlines() {
        return inlines;
    }

    /// {@return what the row holds in the database, in short}
    String seen() {
        return seen;
    }

    // ---- what was submitted

    void bind(FormData data) {
        form.bind(data);
        inlines.forEach(rows -> rows.bind(data));
    }

    boolean wantsRow() {
        return inlines.stream().anyMatch(InlineRows::wantsRow);
    }

    boolean isValid() {
        boolean valid = form.isValid();
        for (InlineRows<?, M> rows : inlines) {
            valid &= rows.isValid();
        }
        return valid;
    }

    /// {@return what is to be said of the rows}
    List<Map<String, ?>> saveInlines() {
        var said = new ArrayList<Map<String, ?>>();
        inlines.forEach(rows -> said.addAll(rows.save()));
        return said;
    }

    // ---- what the page shows

    Media media() {
        Media all = form.media();
        for (InlineRows<?, M> rows : inlines) {
            all = all.and(rows.media());
        }
        return all;
    }

    boolean isMultipart() {
        return form.isMultipart() || inlines.stream().anyMatch(InlineRows::isMultipart);
    }

    /// {@return which fields fill which, for the page's script; empty once the row is there}
    String prepopulated() {
        var all = new LinkedHashMap<String, List<String>>();
        if (row == null && editable) {
            admin.form.prepopulated.forEach((name, sources) -> {
                if (!readonly.contains(name)) {
                    all.put(id(name), sources.stream().map(this::id).toList());
                }
            });
        }
        return all.isEmpty() ? "" : Json.text(all);
    }

    private String id(String name) {
        return form.get(name).autoId();
    }

    List<Section> fieldsets() {
        var all = new ArrayList<Section>();
        for (Fieldset set : sets) {
            var lines = new ArrayList<Line>();
            boolean wrong = false;
            for (String name : set.fields()) {
                Line line = line(name);
                wrong |= line.field() != null && !line.field().errors().isEmpty();
                lines.add(line);
            }
            all.add(
                    new Section(
                            set.title(),
                            set.description(),
                            set.collapsed() && !wrong,
                            wrong,
                            lines));
        }
        return all;
    }

    private Line line(String name) {
        if (readonly.contains(name)) {
            return shown(name);
        }
        BoundField field = form.get(name);
        String add = null;
        String change = null;
        String lookup = null;
        ModelRelation relation = admin.mapping().relation(name);
        if (relation != null) {
            ModelMapping<?> target = relation.target().get();
            ModelAdmin<?> other = site.admin(target.state().label());
            if (other != null && other.hasAddPermission(request)) {
                add = site.url(target, "add") + "?" + ChangeList.POPUP + "=1";
            }
            Object key = relation.many() ? null : field.shown();
            if (other != null
                    && key != null
                    && !key.toString().isEmpty()
                    && other.hasViewPermission(request, null)) {
                change =
                        site.url(target, "change", KeyInAddress.quoted(key.toString()))
                                + "?"
                                + ChangeList.POPUP
                                + "=1";
            }
            if (other != null && admin.form.rawId.contains(name)) {
                lookup =
                        site.url(target, "changelist")
                                + "?"
                                + ChangeList.POPUP
                                + "=1&"
                                + ChangeList.FOR
                                + "="
                                + new OfferedRows(admin.mapping(), relation).name();
            }
        }
        return new Line(
                name, field.label(), field.helpText(), field, null, null, add, change, lookup);
    }

    private Line shown(String name) {
        ListColumn<M> computed = admin.form.computed.get(name);
        M of = row != null ? row : form.instance();
        ShownColumn<M> column =
                computed != null
                        ? new ShownColumn<>(name, computed.label(), null, null, computed)
                        : ShownColumn.of(admin.mapping(), name);
        Object value = many(name, of) ? rows(name, of) : column.value(of);
        CharSequence help = column.at() == null ? "" : column.at().field().helpText();
        return value instanceof Boolean truth
                ? new Line(name, column.label(), help, null, truth, null, null, null, null)
                : new Line(name, column.label(), help, null, null, value, null, null, null);
    }

    private boolean many(String name, M of) {
        ModelRelation relation = admin.mapping().relation(name);
        return relation != null && relation.many() && RowKey.of(of) != null;
    }

    /// The rows that a relation to many leads to, one after the other.
    private @Nullable Object rows(String name, M of) {
        if (row == null) {
            return null;
        }
        var names = new ArrayList<String>();
        if (admin.mapping().place(of, name) instanceof Iterable<?> rows) {
            rows.forEach(one -> names.add(String.valueOf(one)));
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }
}
