package dev.quintet.admin;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.Media;
import dev.quintet.http.Request;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of an inline on a page. Belongs to one request.
///
/// @param <C> the model of these rows
/// @param <P> the model that they lead to
final class InlineRows<C extends Entity, P extends Entity> {

    private final AdminSite site;
    private final Inline<C, P> inline;
    private final Request request;
    private final ModelFormSet<C, AdminForm<C>> rows;
    private final List<String> names;
    private final List<String> edited = new ArrayList<>();
    private final boolean changes;
    private final boolean adds;

    /// A row as the page shows it.
    record Line(
            @Nullable String key,
            String name,
            boolean fresh,
            boolean deleted,
            List<EditedRow.Line> fields,
            List<BoundField> hidden,
            @Nullable BoundField delete,
            @Nullable String changeUrl,
            @Nullable Object errors) {}

    InlineRows(
            AdminSite site,
            Inline<C, P> inline,
            Request request,
            P parent,
            int number,
            boolean parentEditable) {
        this.site = site;
        this.inline = inline;
        this.request = request;
        this.names = inline.shown();
        this.changes = parentEditable && inline.hasChangePermission(request);
        this.adds = parentEditable && inline.hasAddPermission(request);
        for (String name : names) {
            boolean can =
                    FormFields.editable(
                            inline.mapping(), FieldAt.find(inline.mapping(), name).field());
            if (can && !inline.readonly.contains(name)) {
                edited.add(name);
            }
        }
        this.rows =
                ModelFormSet.<C, P, AdminForm<C>>inline(this::form, inline.parent(), parent)
                        .extra(adds ? inline.extra : 0)
                        .min(adds ? inline.min : 0)
                        .max(inline.max);
        if (number > 0) {
            rows.prefix(
                    inline.mapping().state().name().toLowerCase(java.util.Locale.ROOT)
                            + "_set-"
                            + (number + 1));
        }
        if (inline.min > 0) {
            rows.validateMin();
        }
        rows.validateMax();
        if (inline.canDelete && parentEditable && inline.hasDeletePermission(request)) {
            rows.canDelete();
        }
    }

    private AdminForm<C> form() {
        var form = new AdminForm<>(inline.mapping().type(), edited);
        new FieldLooks(
                        site,
                        inline.mapping(),
                        inline.autocomplete,
                        Set.of(),
                        Set.of(),
                        inline.widgets)
                .dressRow(form, edited);
        return form;
    }

    void bind(FormData data) {
        rows.bind(data);
        for (AdminForm<C> form : rows) {
            boolean mine = form.isAboutExisting() ? changes : adds;
            if (!mine && form.hasChanged()) {
                form.addError(
                        dev.quintet.kernel.i18n.Gettext.gettext("You may not change this row."));
            }
        }
    }

    boolean wantsRow() {
        return rows.wantsAnotherRow();
    }

    boolean isValid() {
        return rows.isValid();
    }

    /// Saves what was changed. Called in the transaction of the parent, after it was saved.
    ///
    /// @return what is to be said of it
    List<Map<String, ?>> save() {
        var changed = ChangeMessage.changes(rows);
        return ChangeMessage.of(rows.save(), changed);
    }

    Media media() {
        return rows.media();
    }

    boolean isMultipart() {
        return rows.isMultipart();
    }

    // ---- what the template asks for

    /// {@return what people read above the rows}
    public CharSequence title() {
        CharSequence own = inline.title;
        return own != null ? own : Words.capFirst(inline.mapping().state().shownNamePlural());
    }

    /// {@return what people read for one row}
    public String name() {
        return inline.mapping().state().shownName();
    }

    /// {@return whether each row is one line}
    public boolean tabular() {
        return inline.tabular();
    }

    /// {@return the set of forms}
    public ModelFormSet<C, AdminForm<C>> set() {
        return rows;
    }

    /// {@return whether rows can be added}
    public boolean adds() {
        return adds;
    }

    /// {@return the labels of the columns}
    public List<CharSequence> labels() {
        var all = new ArrayList<CharSequence>();
        names.forEach(name -> all.add(FieldAt.find(inline.mapping(), name).label()));
        return all;
    }

    /// {@return the rows}
    public List<Line> lines() {
        var all = new ArrayList<Line>();
        for (AdminForm<C> form : rows) {
            all.add(line(form));
        }
        return all;
    }

    /// {@return the row that a script copies}
    public Line emptyLine() {
        return line(rows.emptyForm());
    }

    private Line line(AdminForm<C> form) {
        boolean there = form.isAboutExisting();
        C row = form.instance();
        var fields = new ArrayList<EditedRow.Line>();
        for (String name : names) {
            boolean control = edited.contains(name) && (there ? changes : adds);
            fields.add(control ? control(form, name) : shown(row, name, there));
        }
        BoundField delete = null;
        for (BoundField field : form) {
            if (field.name().equals("DELETE")) {
                delete = field;
            }
        }
        ModelMapping<C> mapping = inline.mapping();
        ModelAdmin<C> own = site.admin(mapping);
        boolean leads =
                there && inline.changeLink && own != null && own.hasViewPermission(request, row);
        return new Line(
                there ? Keys.text(row) : null,
                there ? row.toString() : "",
                !there,
                rows.deletes(form),
                fields,
                form.hiddenFields(),
                delete,
                leads ? site.changeUrl(row, mapping) : null,
                form.isBound() && !rows.deletes(form) ? form.nonFieldErrors() : null);
    }

    private static EditedRow.Line control(AdminForm<?> form, String name) {
        BoundField field = form.get(name);
        return new EditedRow.Line(
                name, field.label(), field.helpText(), field, null, null, null, null, null);
    }

    private EditedRow.Line shown(C row, String name, boolean there) {
        ShownColumn<C> column = ShownColumn.of(inline.mapping(), name);
        Object value = there ? column.value(row) : null;
        return value instanceof Boolean truth
                ? new EditedRow.Line(name, column.label(), "", null, truth, null, null, null, null)
                : new EditedRow.Line(name, column.label(), "", null, null, value, null, null, null);
    }
}
