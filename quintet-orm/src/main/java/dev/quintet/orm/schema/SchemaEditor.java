package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Says how tables are made and dropped, from models as values. Django: `SchemaEditor`.
///
/// Immutable. It knows the models that relations lead to by their labels.
public final class SchemaEditor {

    private static final int LONGEST_NAME = 60;

    private final Dialect dialect;
    private final Map<String, ModelState> models = new LinkedHashMap<>();

    /// An editor for one kind of database.
    ///
    /// @param models all models that relations of the edited ones lead to, and these themselves
    public SchemaEditor(Dialect dialect, Collection<ModelState> models) {
        this.dialect = dialect;
        models.forEach(model -> this.models.put(model.label(), model));
    }

    /// {@return the statements that make a model's table, its indexes, and the tables between it
    /// and others}
    public List<String> create(ModelState model) {
        List<String> statements = table(model, Set.of());
        statements.addAll(between(model));
        return statements;
    }

    /// {@return the statements that make the tables of several models, in an order of its own: keys
    /// that run in a circle are added when all tables stand, and tables between two come last}
    public List<String> createAll(Collection<ModelState> together) {
        List<ModelState> ordered = inOrder(together);
        Set<String> later = new HashSet<>();
        ordered.forEach(model -> later.add(model.label()));
        List<String> statements = new ArrayList<>();
        List<String> putOff = new ArrayList<>();
        for (ModelState model : ordered) {
            later.remove(model.label());
            Set<String> missing = dialect.addsForeignKeys() ? later : Set.of();
            statements.addAll(table(model, missing));
            for (FieldState field : model.columns()) {
                RelationState relation = field.relation();
                if (relation != null && missing.contains(relation.target())) {
                    putOff.add(
                            "ALTER TABLE "
                                    + dialect.quote(model.table())
                                    + " ADD "
                                    + foreignKey(field.column(), target(relation)));
                }
            }
        }
        statements.addAll(putOff);
        ordered.forEach(model -> statements.addAll(between(model)));
        return statements;
    }

    /// @param later labels of models whose tables do not stand yet: no key is laid to them
    private List<String> table(ModelState model, Set<String> later) {
        List<String> statements = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        model.columns().forEach(field -> lines.add(column(model, field)));
        if (!inlineKey(model)) {
            lines.add(
                    "PRIMARY KEY ("
                            + names(model.key().stream().map(FieldState::column).toList())
                            + ")");
        }
        for (FieldState field : model.columns()) {
            RelationState relation = field.relation();
            if (relation != null && !later.contains(relation.target())) {
                lines.add(foreignKey(field.column(), target(relation)));
            }
        }
        statements.add(
                "CREATE TABLE "
                        + dialect.quote(model.table())
                        + " (\n    "
                        + String.join(",\n    ", lines)
                        + "\n)");
        statements.addAll(indexes(model));
        return statements;
    }

    private List<String> between(ModelState model) {
        return model.fields().stream()
                .filter(field -> !field.hasColumn())
                .flatMap(field -> between(model, field).stream())
                .toList();
    }

    /// {@return the statements that drop a model's table and the tables between it and others}
    public List<String> drop(ModelState model) {
        List<String> statements = new ArrayList<>();
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            if (relation != null && relation.through() != null) {
                statements.add("DROP TABLE " + dialect.quote(relation.through().table()));
            }
        }
        statements.add("DROP TABLE " + dialect.quote(model.table()));
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
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            ModelState target = relation == null ? null : open.get(relation.target());
            if (target != null) {
                place(target, open, ordered);
            }
        }
        ordered.add(model);
    }

    private boolean inlineKey(ModelState model) {
        List<FieldState> key = model.key();
        return key.size() == 1 && key.getFirst().type().auto() && dialect.autoKeyInline();
    }

    private String column(ModelState model, FieldState field) {
        var sql = new StringBuilder(dialect.quote(field.column()));
        sql.append(' ').append(dialect.columnType(field, sqlType(field)));
        boolean inline = field.primaryKey() && inlineKey(model);
        if (!inline) {
            if (field.initial() != null) {
                sql.append(" DEFAULT ").append(field.initial());
            }
            sql.append(field.nullable() ? " NULL" : " NOT NULL");
        }
        if (field.unique() && !field.primaryKey()) {
            sql.append(" UNIQUE");
        }
        return sql.toString();
    }

    private SqlType sqlType(FieldState field) {
        RelationState relation = field.relation();
        if (relation == null || !(field.type().sql() instanceof SqlType.TargetKey)) {
            return field.type().sql();
        }
        return sqlType(target(relation).key().getFirst());
    }

    private ModelState target(RelationState relation) {
        ModelState target = models.get(relation.target());
        if (target == null) {
            throw new IllegalArgumentException(
                    "The editor was not told of the model " + relation.target() + ".");
        }
        return target;
    }

    private String foreignKey(String column, ModelState target) {
        return "FOREIGN KEY ("
                + dialect.quote(column)
                + ") REFERENCES "
                + dialect.quote(target.table())
                + " ("
                + dialect.quote(target.key().getFirst().column())
                + ")"
                + dialect.deferrable();
    }

    private List<String> indexes(ModelState model) {
        List<String> statements = new ArrayList<>();
        for (FieldState field : model.columns()) {
            if (field.index() && !field.unique() && !field.primaryKey()) {
                statements.add(index(model, new IndexState("", List.of(field.name()), false)));
            }
        }
        model.indexes().forEach(index -> statements.add(index(model, index)));
        return statements;
    }

    private String index(ModelState model, IndexState index) {
        List<String> columns = new ArrayList<>();
        for (String name : index.fields()) {
            boolean down = name.startsWith("-");
            FieldState field = model.find(down ? name.substring(1) : name);
            if (field == null) {
                throw new IllegalArgumentException(
                        model.label() + " has no field " + name + " to index.");
            }
            columns.add(dialect.quote(field.column()) + (down ? " DESC" : ""));
        }
        return "CREATE "
                + (index.unique() ? "UNIQUE " : "")
                + "INDEX "
                + dialect.quote(indexName(model, index))
                + " ON "
                + dialect.quote(model.table())
                + " ("
                + String.join(", ", columns)
                + ")";
    }

    /// A name that is the same each time and differs where the table or the columns differ.
    private static String indexName(ModelState model, IndexState index) {
        if (!index.name().isEmpty()) {
            return index.name();
        }
        String words = model.table() + "_" + String.join("_", index.fields()).replace("-", "");
        String full = words + (index.unique() ? "_uniq" : "_idx");
        if (full.length() <= LONGEST_NAME) {
            return full;
        }
        String hash = String.format(java.util.Locale.ROOT, "%08x", full.hashCode());
        return full.substring(0, LONGEST_NAME - hash.length() - 1) + "_" + hash;
    }

    private List<String> between(ModelState model, FieldState field) {
        RelationState relation = field.relation();
        RelationState.Through through = relation == null ? null : relation.through();
        if (relation == null || through == null) {
            return List.of();
        }
        ModelState target = target(relation);
        ModelState table =
                ModelState.of(model.app(), model.name() + "_" + field.name())
                        .inTable(through.table())
                        .with(
                                FieldState.of("id", dev.quintet.orm.state.FieldType.bigAuto())
                                        .asKey())
                        .with(side("from", through.from(), model))
                        .with(side("to", through.to(), target))
                        .with(new IndexState("", List.of("from", "to"), true));
        return create(table);
    }

    private static FieldState side(String name, String column, ModelState target) {
        return FieldState.of(name, dev.quintet.orm.state.FieldType.foreignKey())
                .inColumn(column)
                .indexed()
                .leadingTo(RelationState.to(target.label(), dev.quintet.orm.OnDelete.CASCADE));
    }

    private String names(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
