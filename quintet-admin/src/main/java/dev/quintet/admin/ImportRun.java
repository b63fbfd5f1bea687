package dev.quintet.admin;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.admin.table.TableException;
import dev.quintet.admin.table.TableRow;
import dev.quintet.forms.FormErrors;
import dev.quintet.http.Request;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.RowKey;
import dev.quintet.orm.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Rows of a file held against a model, by the rules of its forms: what would be new, what would
/// change, what is wrong. Nothing is written before {@link #save}. Belongs to one request.
///
/// @param <M> the model
final class ImportRun<M extends Entity> {

    /// What was done, in the words of the sources.
    static final String LABEL = "Import";

    private static final int CHUNK = 500;

    private final ModelAdmin<M> admin;
    private final ModelMapping<M> mapping;
    private final Request request;
    private final List<String> key;
    private final List<String> names;
    private final List<Line<M>> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int same;

    /// A field that changes.
    record Change(CharSequence field, @Nullable String from, @Nullable String to) {}

    /// A row that is to be written.
    ///
    /// @param before what it holds, to undo the import by
    record Line<M extends Entity>(
            int number,
            String name,
            boolean isNew,
            List<Change> changes,
            AdminForm<M> form,
            Map<String, @Nullable String> before) {

        Line {
            changes = List.copyOf(changes);
        }
    }

    /// What is wrong with a row.
    ///
    /// @param field empty for the row as a whole
    record Fault(int line, CharSequence field, String what) {}

    /// @throws TableException when the file has columns that the model has not, or none at all
    ImportRun(ModelAdmin<M> admin, Request request, List<TableRow> rows) throws TableException {
        this.admin = admin;
        this.mapping = admin.mapping();
        this.request = request;
        this.key = Export.key(mapping);
        this.names = names(rows);
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<TableRow> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            Map<String, M> there = there(chunk);
            chunk.forEach(row -> look(row, there));
        }
    }

    /// The fields of the file that a form can set; what only the database sets may be there, and is
    /// passed over.
    private List<String> names(List<TableRow> rows) throws TableException {
        var told = new LinkedHashSet<String>();
        rows.forEach(row -> told.addAll(row.values().keySet()));
        if (told.isEmpty()) {
            throw new TableException(gettext("The file has no rows."));
        }
        Set<String> known = new LinkedHashSet<>(Export.names(mapping));
        var editable = new ArrayList<String>();
        for (String name : told) {
            if (!known.contains(name)) {
                String nearest = Nearest.to(name, known);
                String missing = gettext("There is no field '%s'.").formatted(name);
                throw new TableException(
                        nearest == null
                                ? missing
                                : missing + " " + gettext("Did you mean '%s'?").formatted(nearest));
            }
            boolean set =
                    FormFields.editable(mapping, FieldAt.find(mapping, name).field())
                            && !admin.readonlyFor(request, null).contains(name);
            if (set) {
                editable.add(name);
            }
        }
        if (editable.isEmpty()) {
            throw new TableException(gettext("The file has no field that you may change."));
        }
        return editable;
    }

    private Map<String, M> there(List<TableRow> chunk) {
        List<String> keys =
                chunk.stream().map(this::keyOf).filter(text -> !text.isEmpty()).toList();
        var there = new HashMap<String, M>();
        if (!keys.isEmpty()) {
            RowKey.among(admin.queryset(request), keys)
                    .forEach(row -> there.put(RowKey.text(row), row));
        }
        return there;
    }

    /// The key of a row of the file, as we write keys; empty where the file leaves it open.
    private String keyOf(TableRow row) {
        var texts = new ArrayList<String>();
        for (String name : key) {
            String text = row.values().getOrDefault(name, "");
            if (text.isEmpty()) {
                return "";
            }
            // What a relation leads to is written as a key already.
            boolean one = mapping.hasCompositeKey() && mapping.relation(name) == null;
            texts.add(one ? RowKey.text(List.of(text)) : text);
        }
        String told = String.join("~", texts);
        Object read = RowKey.read(mapping, told);
        return read == null ? told : RowKey.text(read);
    }

    private void look(TableRow row, Map<String, M> there) {
        String text = keyOf(row);
        M known = there.get(text);
        String refused = refusal(text, known);
        if (refused != null) {
            faults.add(new Fault(row.line(), "", refused));
            return;
        }
        var form = new AdminForm<M>(mapping.type(), names);
        if (known != null) {
            form.instance(known);
        }
        admin.prepareForm(request, form, known);
        var values = new LinkedHashMap<String, String>();
        names.forEach(name -> values.put(name, row.values().getOrDefault(name, "")));
        form.bind(values);
        // Read before the form is checked, which puts what the file says into the row.
        List<String> changed = form.changedFields();
        Map<String, @Nullable String> held =
                known == null || changed.isEmpty() ? Map.of() : Trace.of(mapping, known);
        Map<String, String> before = texts(known, changed);
        if (!form.isValid()) {
            form.errors()
                    .asMap()
                    .forEach((field, errors) ->
                            errors.messages()
                                    .forEach(what ->
                                            faults.add(new Fault(row.line(), label(field), what))));
            return;
        }
        List<Change> changes = changes(form, changed, before);
        if (known != null && changes.isEmpty()) {
            same++;
        } else {
            lines.add(
                    new Line<>(
                            row.line(),
                            form.instance().toString(),
                            known == null,
                            changes,
                            form,
                            held));
        }
    }

    private @Nullable String refusal(String text, @Nullable M known) {
        if (known != null) {
            return admin.hasChangePermission(request, known)
                    ? null
                    : gettext("You may not change this row.");
        }
        if (!text.isEmpty() && !names.containsAll(key)) {
            return gettext("There is no row %s; leave the key empty for a new one.")
                    .formatted(text);
        }
        return admin.hasAddPermission(request) ? null : gettext("You may not add rows.");
    }

    private Map<String, String> texts(@Nullable M row, List<String> fields) {
        var texts = new LinkedHashMap<String, String>();
        for (String name : fields) {
            Object value =
                    row == null ? null : Export.stored(mapping, name, mapping.read(row, name));
            texts.put(name, value == null ? "" : value.toString());
        }
        return texts;
    }

    private List<Change> changes(
            AdminForm<M> form, List<String> changed, Map<String, String> before) {
        Map<String, String> after = texts(form.instance(), changed);
        return changed.stream()
                .map(name -> new Change(label(name), before.get(name), after.get(name)))
                .toList();
    }

    private CharSequence label(String field) {
        return field.equals(FormErrors.WHOLE) ? "" : FieldAt.find(mapping, field).label();
    }

    /// {@return what is to be written}
    List<Line<M>> lines() {
        return lines;
    }

    /// {@return what is wrong; then nothing can be saved}
    List<Fault> faults() {
        return faults;
    }

    /// {@return how many rows the file has as the database has them}
    int same() {
        return same;
    }

    /// Writes all rows, or none.
    ///
    /// @throws TableException when the database refuses one, or none was written because of it
    void save() throws TableException {
        var at = new StringJoiner(", ");
        try {
            Transaction.atomic(() -> {
                BulkRun run = BulkRun.begin(admin.site(), admin, request, LABEL, lines.size());
                for (Line<M> line : lines) {
                    at.add(String.valueOf(line.number()));
                    admin.saveModel(request, line.form().instance(), !line.isNew());
                    if (line.isNew()) {
                        Journal.added(request, line.form().instance(), ChangeMessage.added());
                    } else {
                        run.did(
                                Journal.changed(
                                        request,
                                        mapping,
                                        line.form().instance(),
                                        ChangeMessage.of(line.form()),
                                        line.before(),
                                        run.id));
                    }
                }
                run.end(BulkRun.State.DONE);
            });
        } catch (QuintetException refused) {
            String all = at.toString();
            throw new TableException(
                    gettext("Line %s: %s Nothing was imported.")
                            .formatted(
                                    all.substring(all.lastIndexOf(' ') + 1),
                                    refused.problem().problem()));
        }
    }
}
