package dev.quintet.orm.schema;

import dev.quintet.orm.OnDelete;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Literals;
import dev.quintet.orm.sql.StateSql;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Says how tables are made and dropped, from models as values. Django: `SchemaEditor`.
///
/// Immutable. It knows the models that relations lead to by their labels.
public final class SchemaEditor {

    private final Dialect dialect;
    private final SchemaFeatures features;
    private final Map<String, ModelState> models = new LinkedHashMap<>();

    /// An editor for one kind of database.
    ///
    /// @param models all models that relations of the edited ones lead to, and these themselves
    public SchemaEditor(Dialect dialect, Collection<ModelState> models) {
        this.dialect = dialect;
        this.features = SchemaFeatures.of(dialect);
        models.forEach(model -> this.models.put(model.label(), model));
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
        List.copyOf(tables).forEach(model -> tables.addAll(between(model)));
        List<String> statements = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (ModelState model : tables) {
            statements.add(table(model));
            keys.addAll(foreignKeys(model));
        }
        statements.addAll(keys);
        for (ModelState model : tables) {
            statements.addAll(indexes(model).behindTable());
            statements.addAll(comments(model));
        }
        return statements;
    }

    private IndexSql indexes(ModelState model) {
        return new IndexSql(dialect, model, this::sqlType);
    }

    private String table(ModelState model) {
        List<String> lines = new ArrayList<>();
        model.columns().forEach(field -> lines.add(column(model, field)));
        if (model.key().size() > 1) {
            lines.add(
                    "PRIMARY KEY ("
                            + names(model.key().stream().map(FieldState::column).toList())
                            + ")");
        }
        lines.addAll(indexes(model).inTable());
        String comment = model.options().comment();
        return "CREATE TABLE "
                + dialect.quote(model.table())
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
        for (ModelState table : between(model)) {
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

    private String column(ModelState model, FieldState field) {
        SqlType type = sqlType(field);
        boolean key = field.primaryKey() && model.key().size() == 1;
        var sql = new StringBuilder(dialect.quote(field.column())).append(' ');
        boolean inlineKey = key && field.type().auto() && dialect.autoKeyInline();
        if (inlineKey) {
            return sql.append(dialect.columnType(field, type)).toString();
        }
        sql.append(type(field, type));
        if (field.generated() != null) {
            boolean kept = field.generated().stored() || !features.virtual();
            sql.append(" GENERATED ALWAYS AS (")
                    .append(expressions(model).of(field.generated().expression()))
                    .append(") ")
                    .append(kept ? "STORED" : "VIRTUAL");
        } else {
            initial(sql, model, field);
            sql.append(field.nullable() ? " NULL" : " NOT NULL");
        }
        if (key) {
            sql.append(" PRIMARY KEY");
        } else if (field.unique()) {
            sql.append(" UNIQUE");
        }
        if (field.type().auto()) {
            sql.append(dialect.columnType(field, type).substring(type(field, type).length()));
        }
        sql.append(check(field, type));
        if (features.keysInline() && field.relation() != null && field.relation().constraint()) {
            sql.append(' ').append(references(field));
        }
        if (!field.comment().isEmpty() && dialect.name().equals("mariadb")) {
            sql.append(" COMMENT ").append(Literals.text(dialect, field.comment()));
        }
        return sql.toString();
    }

    private String type(FieldState field, SqlType type) {
        String name = dialect.columnType(FieldState.of(field.name(), FieldType.text()), type);
        FieldType kept = field.relation() == null ? field.type() : kept(field.relation()).type();
        return kept.positive() && features.unsigned() ? name + " unsigned" : name;
    }

    private void initial(StringBuilder sql, ModelState model, FieldState field) {
        if (field.initial() != null) {
            String value = expressions(model).of(field.initial());
            boolean bare = value.matches("'(?:[^']|'')*'|-?[0-9.]+|NULL|true|false");
            boolean wrapped = !bare && !dialect.name().equals("postgresql");
            sql.append(" DEFAULT ").append(wrapped ? "(" + value + ")" : value);
        }
    }

    private StateSql expressions(ModelState model) {
        return StateSql.literal(dialect, model::find);
    }

    private String check(FieldState field, SqlType type) {
        String column = dialect.quote(field.column());
        if (field.type().positive()) {
            return " CHECK (" + column + " >= 0)";
        }
        boolean json = type instanceof SqlType.Json && dialect.name().equals("sqlite");
        return json ? " CHECK ((JSON_VALID(" + column + ") OR " + column + " IS NULL))" : "";
    }

    private List<String> foreignKeys(ModelState model) {
        List<String> statements = new ArrayList<>();
        for (FieldState field : model.columns()) {
            RelationState relation = field.relation();
            if (relation != null && relation.constraint() && !features.keysInline()) {
                FieldState kept = kept(relation);
                String ending = "_fk_" + target(relation).table() + "_" + kept.column();
                String name =
                        DatabaseNames.of(
                                model.table(),
                                List.of(field.column()),
                                ending,
                                features.longestName());
                statements.add(
                        "ALTER TABLE "
                                + dialect.quote(model.table())
                                + " ADD CONSTRAINT "
                                + dialect.quote(name)
                                + " FOREIGN KEY ("
                                + dialect.quote(field.column())
                                + ") "
                                + references(field));
            }
        }
        return statements;
    }

    private String references(FieldState field) {
        RelationState relation = Objects.requireNonNull(field.relation());
        ModelState target = target(relation);
        return "REFERENCES "
                + dialect.quote(target.table())
                + " ("
                + dialect.quote(kept(relation).column())
                + ")"
                + onDelete(relation.onDelete())
                + dialect.deferrable();
    }

    private static String onDelete(OnDelete rule) {
        return switch (rule) {
            case DB_CASCADE -> " ON DELETE CASCADE";
            case DB_SET_NULL -> " ON DELETE SET NULL";
            case DB_SET_DEFAULT -> " ON DELETE SET DEFAULT";
            default -> "";
        };
    }

    private List<String> comments(ModelState model) {
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

    private SqlType sqlType(FieldState field) {
        RelationState relation = field.relation();
        return relation == null || !(field.type().sql() instanceof SqlType.TargetKey)
                ? field.type().sql()
                : sqlType(kept(relation));
    }

    /// The target's field whose value a key keeps.
    private FieldState kept(RelationState relation) {
        ModelState target = target(relation);
        String named = relation.toField();
        FieldState found = named == null ? null : target.find(named);
        return found == null ? target.key().getFirst() : found;
    }

    /// The model whose table a relation leads to: that of a proxy is the one that it shows.
    private ModelState target(RelationState relation) {
        ModelState target = models.get(relation.target());
        while (target != null && target.options().proxy() && !target.bases().isEmpty()) {
            target = models.get(target.bases().getFirst());
        }
        if (target == null) {
            throw new IllegalArgumentException(
                    "The editor was not told of the model " + relation.target() + ".");
        }
        return target;
    }

    /// The tables that a model's relations make by themselves.
    private List<ModelState> between(ModelState model) {
        List<ModelState> tables = new ArrayList<>();
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            RelationState.Through through = relation == null ? null : relation.through();
            if (relation != null && through != null && through.model() == null) {
                tables.add(between(model, field, relation, through));
            }
        }
        return tables;
    }

    private ModelState between(
            ModelState model,
            FieldState field,
            RelationState relation,
            RelationState.Through through) {
        return ModelState.of(model.app(), model.name() + "_" + field.name())
                .inTable(through.table())
                .with(FieldState.of("id", FieldType.bigAuto()).asKey())
                .with(side("from", through.from(), model, relation))
                .with(side("to", through.to(), target(relation), relation))
                .uniqueTogether("from", "to");
    }

    private static FieldState side(
            String name, String column, ModelState target, RelationState relation) {
        RelationState key = RelationState.to(target.label(), OnDelete.CASCADE);
        return FieldState.of(name, FieldType.foreignKey())
                .inColumn(column)
                .indexed()
                .leadingTo(relation.constraint() ? key : key.unguarded());
    }

    private String names(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
