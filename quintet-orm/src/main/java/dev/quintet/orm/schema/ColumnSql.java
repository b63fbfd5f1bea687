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

/// Says how columns are made, and the tables between two models. It knows the models that relations
/// lead to by their labels. Immutable.
final class ColumnSql {

    private final Dialect dialect;
    private final SchemaFeatures features;
    private final Map<String, ModelState> models = new LinkedHashMap<>();

    ColumnSql(Dialect dialect, Collection<ModelState> models) {
        this.dialect = dialect;
        this.features = SchemaFeatures.of(dialect);
        models.forEach(model -> this.models.put(key(model.label()), model));
    }

    private static String key(String label) {
        return label.toLowerCase(java.util.Locale.ROOT);
    }

    /// {@return a column with all that may stand beside it in a table's definition}
    String inTable(ModelState model, FieldState field) {
        SqlType type = sqlType(field);
        boolean key = isKey(model, field);
        if (key && field.type().auto() && dialect.autoKeyInline()) {
            return dialect.quote(field.column()) + " " + dialect.columnType(field, type);
        }
        var sql = new StringBuilder(bare(model, field));
        if (key) {
            sql.append(" PRIMARY KEY");
        } else if (field.unique()) {
            sql.append(" UNIQUE");
        }
        if (field.type().auto()) {
            sql.append(dialect.columnType(field, type).substring(type(field).length()));
        }
        sql.append(check(field));
        if (features.keysInline() && field.relation() != null && field.relation().constraint()) {
            sql.append(' ').append(references(field));
        }
        if (!field.comment().isEmpty() && dialect.name().equals("mariadb")) {
            sql.append(" COMMENT ").append(Literals.text(dialect, field.comment()));
        }
        return sql.toString();
    }

    /// {@return a column with its type, its default and whether it takes NULL}
    String bare(ModelState model, FieldState field) {
        var sql = new StringBuilder(dialect.quote(field.column())).append(' ').append(type(field));
        if (field.generated() != null) {
            boolean kept = field.generated().stored() || !features.virtual();
            return sql.append(" GENERATED ALWAYS AS (")
                    .append(expressions(model).of(field.generated().expression()))
                    .append(") ")
                    .append(kept ? "STORED" : "VIRTUAL")
                    .toString();
        }
        String initial = initial(model, field);
        if (!initial.isEmpty()) {
            sql.append(" DEFAULT ").append(initial);
        }
        return sql.append(field.nullable() ? " NULL" : " NOT NULL").toString();
    }

    /// {@return a column as MariaDB's `MODIFY` wants it: all that is not a rule of its own}
    String modified(ModelState model, FieldState field) {
        String auto = dialect.columnType(field, sqlType(field)).substring(bareType(field).length());
        return bare(model, field)
                + auto
                + (field.comment().isEmpty()
                        ? ""
                        : " COMMENT " + Literals.text(dialect, field.comment()));
    }

    private String bareType(FieldState field) {
        return dialect.columnType(FieldState.of(field.name(), FieldType.text()), sqlType(field));
    }

    /// {@return whether relations are guarded where their table is made, and nowhere else}
    boolean keysInline() {
        return features.keysInline();
    }

    static boolean isKey(ModelState model, FieldState field) {
        return field.primaryKey() && model.key().size() == 1;
    }

    String type(FieldState field) {
        String name = bareType(field);
        FieldType kept = field.relation() == null ? field.type() : kept(field.relation()).type();
        return kept.positive() && features.unsigned() ? name + " unsigned" : name;
    }

    /// {@return what the database fills in, or empty for nothing}
    String initial(ModelState model, FieldState field) {
        if (field.initial() == null) {
            return "";
        }
        String value = expressions(model).of(field.initial());
        boolean bare = value.matches("'(?:[^']|'')*'|-?[0-9.]+|NULL|true|false");
        return bare || dialect.name().equals("postgresql") ? value : "(" + value + ")";
    }

    StateSql expressions(ModelState model) {
        return StateSql.literal(dialect, model::find);
    }

    /// {@return the condition that a column is held to, with its keyword, or empty}
    String check(FieldState field) {
        String column = dialect.quote(field.column());
        if (field.type().positive()) {
            return " CHECK (" + column + " >= 0)";
        }
        boolean json = sqlType(field) instanceof SqlType.Json && dialect.name().equals("sqlite");
        return json ? " CHECK ((JSON_VALID(" + column + ") OR " + column + " IS NULL))" : "";
    }

    /// {@return the statement that guards a relation, where that does not stand with its column}
    List<String> foreignKey(ModelState model, FieldState field) {
        if (!guarded(field) || features.keysInline()) {
            return List.of();
        }
        return List.of(
                "ALTER TABLE "
                        + dialect.quote(model.table())
                        + " ADD CONSTRAINT "
                        + dialect.quote(foreignKeyName(model, field))
                        + " FOREIGN KEY ("
                        + quoted(columns(model, field))
                        + ") "
                        + references(field));
    }

    /// {@return whether the database guards what a field leads to}
    static boolean guarded(FieldState field) {
        RelationState relation = field.relation();
        return relation != null && relation.through() == null && relation.constraint();
    }

    /// {@return the line of a table's definition that guards a relation of several columns}
    List<String> guard(ModelState model, FieldState field) {
        return parted(field) && guarded(field)
                ? List.of(
                        "FOREIGN KEY (" + quoted(columns(model, field)) + ") " + references(field))
                : List.of();
    }

    /// {@return whether a field leads by several columns, which are fields of their own}
    static boolean parted(FieldState field) {
        return field.relation() != null && !field.relation().parts().isEmpty();
    }

    /// {@return the columns that keep what a field leads by}
    static List<String> columns(ModelState model, FieldState field) {
        RelationState relation = field.relation();
        if (relation == null || relation.parts().isEmpty()) {
            return List.of(field.column());
        }
        List<String> columns = new ArrayList<>();
        for (String part : relation.parts()) {
            FieldState found = model.find(part);
            if (found == null) {
                throw new IllegalArgumentException(
                        model.label() + "." + field.name() + " has lost its column " + part + ".");
            }
            columns.add(found.column());
        }
        return columns;
    }

    private String quoted(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }

    String foreignKeyName(ModelState model, FieldState field) {
        RelationState relation = Objects.requireNonNull(field.relation());
        String ending =
                "_fk_" + target(relation).table() + "_" + String.join("_", targets(relation));
        return DatabaseNames.of(
                model.table(), columns(model, field), ending, features.longestName());
    }

    String references(FieldState field) {
        RelationState relation = Objects.requireNonNull(field.relation());
        return "REFERENCES "
                + dialect.quote(target(relation).table())
                + " ("
                + quoted(targets(relation))
                + ")"
                + onDelete(relation.onDelete())
                + dialect.deferrable();
    }

    /// The target's columns whose values a key keeps.
    private List<String> targets(RelationState relation) {
        return relation.parts().isEmpty()
                ? List.of(kept(relation).column())
                : target(relation).key().stream().map(FieldState::column).toList();
    }

    private static String onDelete(OnDelete rule) {
        return switch (rule) {
            case DB_CASCADE -> " ON DELETE CASCADE";
            case DB_SET_NULL -> " ON DELETE SET NULL";
            case DB_SET_DEFAULT -> " ON DELETE SET DEFAULT";
            default -> "";
        };
    }

    SqlType sqlType(FieldState field) {
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
        ModelState target = models.get(key(relation.target()));
        while (target != null && target.options().proxy() && !target.bases().isEmpty()) {
            target = models.get(key(target.bases().getFirst()));
        }
        if (target == null) {
            throw new IllegalArgumentException(
                    "The editor was not told of the model " + relation.target() + ".");
        }
        return target;
    }

    /// {@return the tables that a model's relations make by themselves}
    List<ModelState> between(ModelState model) {
        List<ModelState> tables = new ArrayList<>();
        model.fields().forEach(field -> tables.addAll(between(model, field)));
        return tables;
    }

    /// {@return the table that a relation makes by itself, if it does}
    List<ModelState> between(ModelState model, FieldState field) {
        RelationState relation = field.relation();
        RelationState.Through through = relation == null ? null : relation.through();
        if (relation == null || through == null || through.model() != null) {
            return List.of();
        }
        return List.of(
                ModelState.of(model.app(), model.name() + "_" + field.name())
                        .inTable(through.table())
                        .with(FieldState.of("id", FieldType.bigAuto()).asKey())
                        .with(side("from", through.from(), model, relation))
                        .with(side("to", through.to(), target(relation), relation))
                        .uniqueTogether("from", "to"));
    }

    private static FieldState side(
            String name, String column, ModelState target, RelationState relation) {
        RelationState key = RelationState.to(target.label(), OnDelete.CASCADE);
        return FieldState.of(name, FieldType.foreignKey())
                .inColumn(column)
                .indexed()
                .leadingTo(relation.constraint() ? key : key.unguarded());
    }
}
