package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.StateSql;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says how the indexes and constraints of a table are made. What the database cannot do is left
/// out here, and told by a check.
final class IndexSql {

    private final Dialect dialect;
    private final SchemaFeatures features;
    private final ModelState model;
    private final StateSql sql;
    private final Function<FieldState, SqlType> types;

    /// @param types the kinds of columns, those of keys looked up in other models
    IndexSql(Dialect dialect, ModelState model, Function<FieldState, SqlType> types) {
        this.dialect = dialect;
        this.features = SchemaFeatures.of(dialect);
        this.model = model;
        this.types = types;
        this.sql = StateSql.literal(dialect, this::field);
    }

    /// A field by the name that a constraint gives: that of the field, or of its column.
    private @Nullable FieldState field(String name) {
        FieldState found = model.find(name);
        if (found != null) {
            return found;
        }
        return model.columns().stream()
                .filter(one -> one.column().equals(name))
                .findFirst()
                .orElse(null);
    }

    String columnOf(String name) {
        return known(name).column();
    }

    private FieldState known(String name) {
        FieldState found = field(name);
        if (found == null) {
            throw new IllegalArgumentException(model.label() + " has no field " + name + ".");
        }
        return found;
    }

    /// {@return the statement that makes an index, or empty where the database has none of its
    /// kind}
    List<String> create(IndexState index) {
        boolean able =
                (index.condition() == null || features.partial())
                        && (index.plain() || features.expressions());
        if (!able) {
            return List.of();
        }
        return List.of(
                "CREATE INDEX "
                        + dialect.quote(name(index))
                        + " ON "
                        + dialect.quote(model.table())
                        + using(index.method())
                        + " ("
                        + parts(index.parts())
                        + ")"
                        + include(index.include())
                        + where(index.condition()));
    }

    /// {@return the name of an index: its own, or the one that Django would make}
    String name(IndexState index) {
        return index.name().isEmpty() ? DatabaseNames.of(model, index) : index.name();
    }

    private String using(String method) {
        return method.isEmpty() || !dialect.name().equals("postgresql") ? "" : " USING " + method;
    }

    private String parts(List<IndexState.Part> parts) {
        return parts.stream().map(this::part).collect(Collectors.joining(", "));
    }

    private String part(IndexState.Part part) {
        String field = part.field();
        List<String> texts =
                field != null
                        ? columnsOf(field)
                        : List.of("(" + sql.of(Objects.requireNonNull(part.expression())) + ")");
        boolean operators = !part.operators().isEmpty() && dialect.name().equals("postgresql");
        String behind =
                (operators ? " " + part.operators() : "") + (part.descending() ? " DESC" : "");
        return texts.stream().map(text -> text + behind).collect(Collectors.joining(", "));
    }

    /// {@return the columns of a field, quoted: several for a relation that is kept in several}
    private List<String> columnsOf(String name) {
        FieldState found = field(name);
        return found != null && ColumnSql.parted(found)
                ? ColumnSql.columns(model, found).stream().map(dialect::quote).toList()
                : List.of(dialect.quote(columnOf(name)));
    }

    private String include(List<String> fields) {
        return fields.isEmpty() || !features.including()
                ? ""
                : " INCLUDE (" + columns(fields) + ")";
    }

    private String columns(List<String> fields) {
        return fields.stream()
                .flatMap(name -> columnsOf(name).stream())
                .collect(Collectors.joining(", "));
    }

    private String where(@Nullable Node condition) {
        return condition == null ? "" : " WHERE " + sql.of(condition);
    }

    /// {@return the lines that a table's definition has for its constraints}
    List<String> inTable() {
        return model.constraints().stream().flatMap(one -> line(one).stream()).toList();
    }

    private List<String> line(ConstraintState constraint) {
        return switch (constraint) {
            case ConstraintState.Check check ->
                    List.of(named(check.name()) + "CHECK (" + sql.of(check.condition()) + ")");
            case ConstraintState.Unique unique when !unique.index() ->
                    List.of(named(unique.name()) + unique(unique));
            case ConstraintState.Exclusion exclusion when features.exclusions() ->
                    List.of(named(exclusion.name()) + exclusion(exclusion));
            case ConstraintState.Unique _, ConstraintState.Exclusion _ -> List.of();
        };
    }

    private String named(String name) {
        return "CONSTRAINT " + dialect.quote(name) + " ";
    }

    private String unique(ConstraintState.Unique unique) {
        return "UNIQUE"
                + nulls(unique)
                + " ("
                + columns(unique.fields())
                + ")"
                + deferral(unique.deferral());
    }

    private String nulls(ConstraintState.Unique unique) {
        Boolean distinct = unique.nullsDistinct();
        return distinct == null || !dialect.name().equals("postgresql")
                ? ""
                : " NULLS " + (distinct ? "DISTINCT" : "NOT DISTINCT");
    }

    private String deferral(ConstraintState.Deferral deferral) {
        if (!features.deferring()) {
            return "";
        }
        return switch (deferral) {
            case NEVER -> "";
            case IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private String exclusion(ConstraintState.Exclusion exclusion) {
        String against =
                exclusion.parts().stream()
                        .map(one -> part(one.part()) + " WITH " + one.operator())
                        .collect(Collectors.joining(", "));
        String condition =
                exclusion.condition() == null
                        ? ""
                        : " WHERE (" + sql.of(exclusion.condition()) + ")";
        return "EXCLUDE USING "
                + exclusion.method()
                + " ("
                + against
                + ")"
                + condition
                + deferral(exclusion.deferral());
    }

    /// {@return the statements that make what stands behind a table: its indexes}
    List<String> behindTable() {
        List<String> statements = new ArrayList<>();
        for (List<String> together : model.uniqueTogether()) {
            statements.add(uniqueTogether(together));
        }
        for (ConstraintState constraint : model.constraints()) {
            if (constraint instanceof ConstraintState.Unique unique && unique.index()) {
                statements.addAll(uniqueIndex(unique));
            }
        }
        for (FieldState field : model.fields()) {
            statements.addAll(ofField(field));
        }
        model.indexes().forEach(index -> statements.addAll(create(index)));
        return statements;
    }

    /// {@return the name of what holds rows apart by these fields}
    String uniqueName(List<String> fields) {
        List<String> columns =
                fields.stream()
                        .flatMap(name -> ColumnSql.columns(model, known(name)).stream())
                        .toList();
        return DatabaseNames.of(model.table(), columns, "_uniq", features.longestName());
    }

    String uniqueTogether(List<String> fields) {
        String name = uniqueName(fields);
        return features.keysInline()
                ? "CREATE UNIQUE INDEX "
                        + dialect.quote(name)
                        + " ON "
                        + dialect.quote(model.table())
                        + " ("
                        + columns(fields)
                        + ")"
                : "ALTER TABLE "
                        + dialect.quote(model.table())
                        + " ADD "
                        + named(name)
                        + "UNIQUE ("
                        + columns(fields)
                        + ")";
    }

    private List<String> uniqueIndex(ConstraintState.Unique unique) {
        boolean expressions = unique.fields().size() < unique.parts().size();
        boolean able =
                (unique.condition() == null || features.partial())
                        && (!expressions || features.expressions());
        if (!able) {
            return List.of();
        }
        return List.of(
                "CREATE UNIQUE INDEX "
                        + dialect.quote(unique.name())
                        + " ON "
                        + dialect.quote(model.table())
                        + " ("
                        + parts(unique.parts())
                        + ")"
                        + include(unique.include())
                        + nulls(unique)
                        + where(unique.condition()));
    }

    /// {@return the statements that make the indexes that a field asks for by itself}
    List<String> ofField(FieldState field) {
        List<String> statements = new ArrayList<>();
        if (!field.hasColumn() && !ColumnSql.parted(field)) {
            return statements;
        }
        boolean guarded = ColumnSql.guarded(field);
        boolean indexed =
                field.index()
                        && !field.unique()
                        && !field.primaryKey()
                        && !(guarded && features.indexesKeys());
        if (indexed) {
            statements.add(plain(field, "", ""));
        }
        if (!field.hasColumn()) {
            if (field.unique()) {
                statements.add(plain(field, "_uniq", "").replaceFirst("INDEX", "UNIQUE INDEX"));
            }
            return statements;
        }
        boolean searched = field.index() || field.unique() || field.primaryKey();
        if (searched && features.likeIndexes()) {
            String operators = operators(field);
            if (!operators.isEmpty()) {
                statements.add(plain(field, "_like", " " + operators));
            }
        }
        return statements;
    }

    private String plain(FieldState field, String ending, String operators) {
        String name = plainName(field, ending);
        return "CREATE INDEX "
                + dialect.quote(name)
                + " ON "
                + dialect.quote(model.table())
                + " ("
                + ColumnSql.columns(model, field).stream()
                        .map(dialect::quote)
                        .collect(Collectors.joining(", "))
                + operators
                + ")";
    }

    /// {@return the name of an index of a field alone}
    ///
    /// @param ending `_like` for the one that compares letter by letter, else empty
    String plainName(FieldState field, String ending) {
        return DatabaseNames.of(
                model.table(), ColumnSql.columns(model, field), ending, features.longestName());
    }

    /// {@return the statement that holds the rows of a table that exists to a constraint; none
    /// where the database has none of its kind}
    List<String> add(ConstraintState constraint) {
        if (constraint instanceof ConstraintState.Unique unique && unique.index()) {
            return uniqueIndex(unique);
        }
        return line(constraint).stream()
                .map(line -> "ALTER TABLE " + dialect.quote(model.table()) + " ADD " + line)
                .toList();
    }

    /// {@return the statement that takes a constraint away again}
    List<String> remove(ConstraintState constraint) {
        if (constraint instanceof ConstraintState.Unique unique && unique.index()) {
            return uniqueIndex(unique).isEmpty() ? List.of() : List.of(drop(unique.name()));
        }
        return line(constraint).isEmpty()
                ? List.of()
                : List.of(
                        "ALTER TABLE "
                                + dialect.quote(model.table())
                                + " DROP CONSTRAINT "
                                + dialect.quote(constraint.name()));
    }

    /// {@return the statement that drops an index}
    String drop(String index) {
        return "DROP INDEX "
                + dialect.quote(index)
                + (dialect.name().equals("mariadb") ? " ON " + dialect.quote(model.table()) : "");
    }

    /// {@return the names of indexes, out of the statements that make them}
    List<String> names(List<String> creations) {
        char quote = dialect.quote("x").charAt(0);
        return creations.stream()
                .map(statement -> statement.substring(statement.indexOf(quote) + 1))
                .map(rest -> rest.substring(0, rest.indexOf(quote)))
                .toList();
    }

    /// A search by the beginning of a text needs an index that compares letter by letter.
    private String operators(FieldState field) {
        return switch (types.apply(field)) {
            case SqlType.VarChar _ -> "varchar_pattern_ops";
            case SqlType.Text _ -> "text_pattern_ops";
            default -> "";
        };
    }
}
