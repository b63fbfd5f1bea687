package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.MappingException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.StateExpression;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Conditions and expressions over one table as SQL: for constraints, indexes, defaults and columns
/// that the database makes, which cannot have parameters.
public final class StateSql {

    private final Dialect dialect;
    private final Function<String, @Nullable FieldState> fields;
    private final Words words;

    /// How columns and values are written.
    public interface Words {

        /// {@return a column of the table}
        String column(FieldState field);

        /// {@return a value}
        ///
        /// @param meets the field that it is compared with, or `null`
        String value(@Nullable Object value, @Nullable FieldState meets);
    }

    /// @param fields the table's fields by name; `null` for a name that it has not
    public StateSql(Dialect dialect, Function<String, @Nullable FieldState> fields, Words words) {
        this.dialect = dialect;
        this.fields = fields;
        this.words = words;
    }

    /// {@return SQL for statements without parameters, values written into it as literals}
    public static StateSql literal(Dialect dialect, Function<String, @Nullable FieldState> fields) {
        return new StateSql(
                dialect,
                fields,
                new Words() {
                    @Override
                    public String column(FieldState field) {
                        return dialect.quote(field.column());
                    }

                    @Override
                    public String value(@Nullable Object value, @Nullable FieldState meets) {
                        return Literals.of(dialect, value);
                    }
                });
    }

    /// {@return an expression}
    public String of(StateExpression expression) {
        return switch (expression) {
            case StateExpression.Raw(var sql) -> sql;
            case StateExpression.Tree(var node) -> of(node);
        };
    }

    /// {@return a condition or an expression}
    public String of(Node node) {
        return switch (node) {
            case Node.And(var parts) -> joined(parts, " AND ", "1 = 1");
            case Node.Or(var parts) -> joined(parts, " OR ", "1 = 0");
            case Node.Not(var part) -> "NOT (" + bare(part) + ")";
            case Node.Compare(var lookup, var left, var right) ->
                    dialect.compare(lookup, of(left), right(lookup, left, right));
            case Node.IsNull(var operand, var expected) ->
                    of(operand) + (expected ? " IS NULL" : " IS NOT NULL");
            case Node.In(var operand, var values) -> in(operand, values);
            case Node.Range(var operand, var low, var high) ->
                    of(operand) + " BETWEEN " + met(low, operand) + " AND " + met(high, operand);
            case Node.Field(var path) -> words.column(field(path.names()));
            case Node.Value(var value, var _) -> words.value(value, null);
            case Node.Arithmetic(var operator, var left, var right) ->
                    PlainSql.arithmetic(dialect, operator, of(left), met(right, left));
            case Node.Call(var function, var args) ->
                    dialect.call(function, args.stream().map(this::of).toList());
            case Node.Truth(var condition) -> of(condition);
            case Node.Cast(var value, var type) -> PlainSql.cast(dialect, of(value), type);
            case Node.As(var value, var _) -> of(value);
            case Node.Collate(var value, var collation) ->
                    of(value) + " COLLATE " + dialect.quote(collation);
            case Node.Raw(var sql, var args, var _) ->
                    PlainSql.raw(sql, args.stream().map(this::of).toList());
            case Node.Case(var branches, var otherwise) -> choice(branches, otherwise);
            default -> throw impossible(node);
        };
    }

    private String bare(Node node) {
        String sql = of(node);
        boolean wrapped = node instanceof Node.And || node instanceof Node.Or;
        return wrapped && sql.startsWith("(") ? sql.substring(1, sql.length() - 1) : sql;
    }

    private String joined(List<Node> parts, String word, String none) {
        if (parts.isEmpty()) {
            return none;
        }
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.add(of(part)));
        return all.size() == 1 ? all.getFirst() : "(" + String.join(word, all) + ")";
    }

    private String right(Lookup lookup, Node left, Node right) {
        boolean search =
                switch (lookup) {
                    case EXACT, LT, LTE, GT, GTE -> false;
                    default -> true;
                };
        if (search && right instanceof Node.Value(var value, var _)) {
            return words.value(dialect.searched(lookup, String.valueOf(value)), null);
        }
        return met(right, left);
    }

    private String met(Node node, Node meets) {
        return node instanceof Node.Value(var value, var _)
                ? words.value(value, fieldOf(meets))
                : of(node);
    }

    private @Nullable FieldState fieldOf(Node node) {
        return node instanceof Node.Field(var path) ? field(path.names()) : null;
    }

    private String in(Node operand, List<? extends Object> values) {
        if (values.isEmpty()) {
            return "1 = 0";
        }
        List<String> all = new ArrayList<>();
        values.forEach(value -> all.add(words.value(value, fieldOf(operand))));
        return of(operand) + " IN (" + String.join(", ", all) + ")";
    }

    private String choice(List<Node.When> branches, @Nullable Node otherwise) {
        var sql = new StringBuilder("CASE");
        for (Node.When branch : branches) {
            sql.append(" WHEN ")
                    .append(of(branch.condition()))
                    .append(" THEN ")
                    .append(of(branch.result()));
        }
        if (otherwise != null) {
            sql.append(" ELSE ").append(of(otherwise));
        }
        return sql.append(" END").toString();
    }

    /// A key of another row may be named with its own field behind: `artist` and `artist__id` are
    /// one column.
    private FieldState field(List<String> names) {
        FieldState found = names.isEmpty() ? null : fields.apply(names.getFirst());
        boolean key = names.size() == 2 && found != null && found.relation() != null;
        if (found == null || (names.size() != 1 && !key)) {
            throw new MappingException(
                    Problem.of(
                                    "orm.E155",
                                    "'"
                                            + String.join("__", names)
                                            + "' is no column of the table that a constraint, index or default is for.")
                            .because("These see one row of one table only.")
                            .fixedBy("Use fields of the model itself."));
        }
        return found;
    }

    private static MappingException impossible(Node node) {
        return new MappingException(
                Problem.of(
                                "orm.E156",
                                "A constraint, index or default cannot hold a "
                                        + node.getClass().getSimpleName()
                                        + ".")
                        .because("The database works these out for one row alone.")
                        .fixedBy("Use comparisons, arithmetic, functions and Case."));
    }
}
