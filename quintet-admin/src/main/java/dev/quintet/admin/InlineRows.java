package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.forms.BoundField;
import dev.quintet.forms.ModelFormSet;
import dev.quintet.forms.widget.FormData;
import dev.quintet.forms.widget.Media;
import dev.quintet.kernel.text.Words;
import dev.quintet.orm.Entity;
import dev.quintet.orm.RowKey;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of an inline on a page that lead to one row, with what is below each of them. Belongs
/// to one request.
///
/// @param <C> the model of these rows
/// @param <P> the model that they lead to
final class InlineRows<C extends Entity, P extends Entity> {

    private final InlineLevel<C, P> level;
    private final ModelFormSet<C, AdminForm<C>> rows;
    private final IdentityHashMap<AdminForm<C>, List<InlineRows<?, C>>> below =
            new IdentityHashMap<>();
    private boolean sent;

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
            @Nullable Object errors,
            List<InlineRows<?, ?>> below) {}

    InlineRows(InlineLevel<C, P> level, ModelFormSet<C, AdminForm<C>> rows) {
        this.level = level;
        this.rows = rows;
    }

    private List<InlineRows<?, C>> below(AdminForm<C> form) {
        return below.computeIfAbsent(form, _ -> level.below(form, form.prefix()));
    }

    /// Takes what was submitted. A page that shows no such set changes nothing in it.
    void bind(FormData data) {
        if (!InlineLevel.sent(data, prefix())) {
            return;
        }
        sent = true;
        rows.bind(data);
        for (AdminForm<C> form : rows) {
            boolean mine = form.isAboutExisting() ? level.changes() : level.adds();
            if (!mine && form.hasChanged()) {
                form.addError(gettext("You may not change this row."));
            }
            for (InlineRows<?, C> one : below(form)) {
                one.bind(data);
                if (!form.isAboutExisting() && one.hasChanged()) {
                    rows.need(form);
                }
            }
        }
    }

    private String prefix() {
        return rows.prefix();
    }

    boolean hasChanged() {
        return sent
                && (rows.hasChanged()
                        || below.values().stream()
                                .flatMap(List::stream)
                                .anyMatch(InlineRows::hasChanged));
    }

    boolean wantsRow() {
        return rows.wantsAnotherRow()
                || below.values().stream().flatMap(List::stream).anyMatch(InlineRows::wantsRow);
    }

    boolean isValid() {
        if (!sent) {
            return true;
        }
        boolean valid = rows.isValid();
        for (AdminForm<C> form : rows) {
            if (!rows.deletes(form)) {
                for (InlineRows<?, C> one : below(form)) {
                    valid &= one.isValid();
                }
            }
        }
        return valid;
    }

    /// Saves what was changed, and then what is below it. Called in the transaction of the parent,
    /// after it was saved.
    ///
    /// @return what is to be said of it
    List<Map<String, ?>> save() {
        if (!sent) {
            return List.of();
        }
        var changed = ChangeMessage.changes(rows);
        var said = new ArrayList<>(ChangeMessage.of(rows.save(), changed));
        for (AdminForm<C> form : rows) {
            if (!rows.deletes(form)) {
                below(form).forEach(one -> said.addAll(one.save()));
            }
        }
        return said;
    }

    Media media() {
        Media all = rows.media();
        for (InlineRows<?, C> one : below(rows.emptyForm())) {
            all = all.and(one.media());
        }
        return all;
    }

    boolean isMultipart() {
        return rows.isMultipart()
                || below(rows.emptyForm()).stream().anyMatch(InlineRows::isMultipart);
    }

    // ---- what the template asks for

    /// {@return what people read above the rows}
    public CharSequence title() {
        CharSequence own = level.inline().title;
        return own != null ? own : Words.capFirst(level.mapping().state().shownNamePlural());
    }

    /// {@return what people read for one row}
    public String name() {
        return level.mapping().state().shownName();
    }

    /// {@return whether each row is one line}
    public boolean tabular() {
        return level.inline().tabular();
    }

    /// {@return the set of forms}
    public ModelFormSet<C, AdminForm<C>> set() {
        return rows;
    }

    /// {@return whether rows can be added}
    public boolean adds() {
        return level.adds();
    }

    /// {@return whether there are rows below these}
    public boolean nests() {
        return level.nests();
    }

    /// {@return the links to its pages; none where it has but one}
    public List<PageLink> pages() {
        InlinePages pages = level.pages();
        return pages == null ? List.of() : pages.links();
    }

    /// {@return how many rows all pages have}
    public long total() {
        InlinePages pages = level.pages();
        return pages == null ? rows.initialCount() : pages.total();
    }

    /// {@return the labels of the columns}
    public List<CharSequence> labels() {
        var all = new ArrayList<CharSequence>();
        level.names().forEach(name -> all.add(FieldAt.find(level.mapping(), name).label()));
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
        for (String name : level.names()) {
            boolean control = level.edits(name) && (there ? level.changes() : level.adds());
            fields.add(control ? control(form, name) : shown(row, name, there));
        }
        BoundField delete = null;
        for (BoundField field : form) {
            if (field.name().equals("DELETE")) {
                delete = field;
            }
        }
        ModelAdmin<C> own = level.site().admin(level.mapping());
        boolean leads =
                there
                        && level.inline().changeLink
                        && own != null
                        && own.hasViewPermission(level.request(), row);
        return new Line(
                there ? RowKey.text(row) : null,
                there ? row.toString() : "",
                !there,
                rows.deletes(form),
                fields,
                form.hiddenFields(),
                delete,
                leads ? level.site().changeUrl(row, level.mapping()) : null,
                form.isBound() && !rows.deletes(form) ? form.nonFieldErrors() : null,
                List.copyOf(below(form)));
    }

    private static EditedRow.Line control(AdminForm<?> form, String name) {
        BoundField field = form.get(name);
        return new EditedRow.Line(
                name, field.label(), field.helpText(), field, null, null, null, null, null);
    }

    private EditedRow.Line shown(C row, String name, boolean there) {
        ShownColumn<C> column = ShownColumn.of(level.mapping(), name);
        Object value = there ? column.value(row) : null;
        return value instanceof Boolean truth
                ? new EditedRow.Line(name, column.label(), "", null, truth, null, null, null, null)
                : new EditedRow.Line(name, column.label(), "", null, null, value, null, null, null);
    }
}
