package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The models before and after a change, and what says how each side's tables are made. Immutable.
final class States {

    private final Dialect dialect;
    private final Map<String, ModelState> before;
    private final Map<String, ModelState> after;
    private final SchemaEditor beforeEditor;
    private final SchemaEditor afterEditor;

    States(Dialect dialect, Collection<ModelState> before, Collection<ModelState> after) {
        this.dialect = dialect;
        this.before = byLabel(before);
        this.after = byLabel(after);
        this.beforeEditor = new SchemaEditor(dialect, before);
        this.afterEditor = new SchemaEditor(dialect, after);
    }

    private static Map<String, ModelState> byLabel(Collection<ModelState> models) {
        var byLabel = new LinkedHashMap<String, ModelState>();
        models.forEach(model -> byLabel.put(key(model.label()), model));
        return byLabel;
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private static ModelState get(Map<String, ModelState> models, String label) {
        ModelState found = models.get(key(label));
        if (found == null) {
            throw new IllegalArgumentException("There is no model " + label + ".");
        }
        return found;
    }

    Dialect dialect() {
        return dialect;
    }

    ModelState before(String label) {
        return get(before, label);
    }

    ModelState after(String label) {
        return get(after, label);
    }

    SchemaEditor beforeEditor() {
        return beforeEditor;
    }

    SchemaEditor afterEditor() {
        return afterEditor;
    }

    ColumnSql beforeColumns() {
        return beforeEditor.columns();
    }

    ColumnSql afterColumns() {
        return afterEditor.columns();
    }

    /// {@return what the database calls the rule that no two rows of a table, as it was, agree in
    /// all of these fields}
    String together(ModelState model, List<String> fields, TableRules rules) {
        List<String> columns =
                fields.stream()
                        .map(name -> {
                            FieldState field = model.find(name);
                            return field == null ? name : field.column();
                        })
                        .toList();
        return rules.together(
                model.table(), columns, beforeEditor.indexes(model).uniqueName(fields));
    }

    Collection<ModelState> allAfter() {
        return after.values();
    }

    /// {@return all tables as they will be, those between two models among them}
    List<ModelState> tablesAfter() {
        List<ModelState> tables = new ArrayList<>();
        for (ModelState model : after.values()) {
            if (!model.options().proxy() && model.managed()) {
                tables.add(model);
                tables.addAll(afterColumns().between(model));
            }
        }
        return tables;
    }

    String quote(String name) {
        return dialect.quote(name);
    }

    /// {@return the statements that make the table of a relation, with all that belongs to it}
    List<String> createBetween(ModelState model, FieldState field) {
        return afterColumns().between(model, field).stream()
                .flatMap(table -> afterEditor.create(table).stream())
                .toList();
    }

    /// {@return the statements that drop the table of a relation}
    List<String> dropBetween(ModelState model, FieldState field) {
        return beforeColumns().between(model, field).stream()
                .map(table -> "DROP TABLE " + quote(table.table()))
                .toList();
    }
}
