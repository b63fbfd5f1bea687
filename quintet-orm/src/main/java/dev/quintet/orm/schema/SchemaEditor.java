package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Literals;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says how tables are made and dropped, from models as values. Django: `SchemaEditor`.
///
/// Immutable. It knows the models that relations lead to by their labels.
public final class SchemaEditor {

    private final Dialect dialect;
    private final ColumnSql columns;

    /// An editor for one kind of database.
    ///
    /// @param models all models that relations of the edited ones lead to, and these themselves
    public SchemaEditor(Dialect dialect, Collection<ModelState> models) {
        this.dialect = dialect;
        this.columns = new ColumnSql(dialect, models);
    }

    /// {@return the statements that make a model's table, its indexes, and the tables between it
    /// and others; none for a proxy, which has no table of its own}
    public List<String> create(ModelState model) {
        return createAll(List.of(model));
    }

    /// {@return the statements that make the tables of several models, in an order of its own: keys
    /// that run in a circle are added when all tables stand, and tables between two come last}
    public List<String> createAll(Collection<ModelState> together) {
        List<ModelState> tables = new ArrayList<>();
        for (ModelState model : inOrder(together)) {
            if (!model.options().proxy()) {
                tables.add(model);
            }
        }
        List.copyOf(tables).forEach(model -> tables.addAll(columns.between(model)));
        List<String> statements = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (ModelState model : tables) {
            statements.add(table(model, model.table()));
            keys.addAll(foreignKeys(model));
        }
        statements.addAll(keys);
        for (ModelState model : tables) {
            statements.addAll(indexes(model).behindTable());
            statements.addAll(comments(model));
        }
        return statements;
    }

    /// {@return the statements that make the indexes of a model's table, those of unique
    /// constraints that are kept as indexes among them}
    public List<String> indexStatements(ModelState model) {
        return indexes(model).behindTable();
    }

    ColumnSql columns() {
        return columns;
    }

    IndexSql indexes(ModelState model) {
        return new IndexSql(dialect, model, columns::sqlType);
    }

    /// {@return the statement that makes a model's table}
    ///
    /// @param name what the table is called
    String table(ModelState model, String name) {
        List<String> lines = new ArrayList<>();
        model.columns().forEach(field -> lines.add(columns.inTable(model, field)));
        if (model.key().size() > 1) {
            lines.add(
                    "PRIMARY KEY ("
                            + names(model.key().stream().map(FieldState::column).toList())
                            + ")");
        }
        if (columns.keysInline()) {
            model.fields().forEach(field -> lines.addAll(columns.guard(model, field)));
        }
        lines.addAll(indexes(model).inTable());
        String comment = model.options().comment();
        return "CREATE TABLE "
                + dialect.quote(name)
                + " (\n    "
                + String.join(",\n    ", lines)
                + "\n)"
                + (comment.isEmpty() || !dialect.name().equals("mariadb")
                        ? ""
                        : " COMMENT " + Literals.text(dialect, comment));
    }

    /// {@return the statements that drop a model's table and the tables between it and others}
    public List<String> drop(ModelState model) {
        List<String> statements = new ArrayList<>();
        for (ModelState table : columns.between(model)) {
            statements.add("DROP TABLE " + dialect.quote(table.table()));
        }
        if (!model.options().proxy()) {
            statements.add("DROP TABLE " + dialect.quote(model.table()));
        }
        return statements;
    }

    /// {@return the models in an order in which each stands behind those that it leads to, circles
    /// apart}
    public static List<ModelState> inOrder(Collection<ModelState> models) {
        Map<String, ModelState> open = new LinkedHashMap<>();
        models.forEach(model -> open.put(model.label(), model));
        List<ModelState> ordered = new ArrayList<>();
        for (ModelState model : models) {
            place(model, open, ordered);
        }
        return ordered;
    }

    private static void place(
            ModelState model, Map<String, ModelState> open, List<ModelState> ordered) {
        if (open.remove(model.label()) == null) {
            return;
        }
        for (String base : model.bases()) {
            placeNamed(base, open, ordered);
        }
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            if (relation != null) {
                placeNamed(relation.target(), open, ordered);
            }
        }
        ordered.add(model);
    }

    private static void placeNamed(
            String label, Map<String, ModelState> open, List<ModelState> ordered) {
        ModelState found = open.get(label);
        if (found != null) {
            place(found, open, ordered);
        }
    }

    private List<String> foreignKeys(ModelState model) {
        return model.fields().stream()
                .flatMap(field -> columns.foreignKey(model, field).stream())
                .toList();
    }

    List<String> comments(ModelState model) {
        if (!dialect.name().equals("postgresql")) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        String table = dialect.quote(model.table());
        if (!model.options().comment().isEmpty()) {
            statements.add(
                    "COMMENT ON TABLE "
                            + table
                            + " IS "
                            + Literals.text(dialect, model.options().comment()));
        }
        for (FieldState field : model.columns()) {
            if (!field.comment().isEmpty()) {
                statements.add(
                        "COMMENT ON COLUMN "
                                + table
                                + "."
                                + dialect.quote(field.column())
                                + " IS "
                                + Literals.text(dialect, field.comment()));
            }
        }
        return statements;
    }

    private String names(List<String> names) {
        return names.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
