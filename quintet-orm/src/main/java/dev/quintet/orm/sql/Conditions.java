package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions and values of one scope as SQL.
final class Conditions {

    private final Scope scope;
    private final Dialect dialect;
    private final int call;

    Conditions(Scope scope, Dialect dialect, int call) {
        this.scope = scope;
        this.dialect = dialect;
        this.call = call;
    }

    /// {@return a condition that holds where the rows of joined tables must exist}
    Fragment required(Node node) {
        return condition(node, true, false);
    }

    Fragment condition(Node node) {
        return condition(node, false, false);
    }

    private Fragment condition(Node node, boolean required, boolean negated) {
        return switch (node) {
            case Node.And(var parts) -> joined(parts, " AND ", Fragment.ALWAYS, required, negated);
            case Node.Or(var parts) -> joined(parts, " OR ", Fragment.NEVER, false, negated);
            case Node.Not(var part) -> negation(part, !negated);
            case Node.Exists(var query) -> subquery(query, true).wrapped("EXISTS (", ")");
            default -> leaf(node, required, negated);
        };
    }

    private Fragment joined(
            List<Node> parts, String word, Fragment none, boolean required, boolean negated) {
        if (parts.isEmpty()) {
            return none;
        }
        List<Fragment> all = new ArrayList<>();
        for (Node part : parts) {
            Fragment one = condition(part, required, negated);
            boolean nested = part instanceof Node.And || part instanceof Node.Or;
            all.add(nested ? one.wrapped("(", ")") : one);
        }
        return all.size() == 1 ? all.getFirst() : Fragment.join(word, all);
    }

    /// What is unknown does not hold, so its negation does: `NOT` alone would lose those rows.
    private Fragment negation(Node part, boolean negated) {
        Fragment inside = condition(part, false, negated);
        return mayBeUnknown(part)
                ? inside.wrapped("(", ") IS NOT TRUE")
                : inside.wrapped("NOT (", ")");
    }

    private boolean mayBeUnknown(Node node) {
        return switch (node) {
            case Node.Field(var path) -> scope.resolve(path, call).mayBeNull();
            case Node.Param _, Node.Value _, Node.Exists _, Node.IsNull _ -> false;
            case Node.Compare(var _, var left, var right) ->
                    mayBeUnknown(left) || mayBeUnknown(right);
            case Node.In(var operand, var _) -> mayBeUnknown(operand);
            case Node.And(var parts) -> parts.stream().anyMatch(this::mayBeUnknown);
            case Node.Or(var parts) -> parts.stream().anyMatch(this::mayBeUnknown);
            case Node.Not(var part) -> mayBeUnknown(part);
            default -> true;
        };
    }

    private Fragment leaf(Node node, boolean required, boolean negated) {
        if (negated && operandOf(node) instanceof Node.Field(var path)) {
            int steps = scope.stepsToMany(path);
            if (steps >= 0 && !(node instanceof Node.IsNull)) {
                return anyRow(node, path, steps);
            }
        }
        return switch (node) {
            case Node.Compare(var lookup, var left, var right) ->
                    comparison(lookup, left, right, required);
            case Node.IsNull(var operand, var expected) ->
                    operand(operand, required && !expected)
                            .wrapped("", expected ? " IS NULL" : " IS NOT NULL");
            case Node.In(var operand, var values) -> among(operand, values, required);
            case Node.InQuery(var operand, var query) ->
                    Fragment.concat(
                            operand(operand, required),
                            subquery(query, false).wrapped(" IN (", ")"));
            case Node.Range(var operand, var low, var high) ->
                    Fragment.concat(
                            operand(operand, required),
                            value(low, operand).wrapped(" BETWEEN ", " AND "),
                            value(high, operand));
            default -> operand(node, required);
        };
    }

    private static @Nullable Node operandOf(Node leaf) {
        return switch (leaf) {
            case Node.Compare(var _, var left, var _) -> left;
            case Node.In(var operand, var _) -> operand;
            case Node.InQuery(var operand, var _) -> operand;
            case Node.Range(var operand, var _, var _) -> operand;
            default -> null;
        };
    }

    /// A negated condition on a relation to many rows speaks of all of them: none may meet it.
    private Fragment anyRow(Node leaf, FieldPath path, int steps) {
        List<String> names = path.names();
        FieldPath near = FieldPath.of(names.subList(0, steps + 1));
        FieldPath far = FieldPath.of(names.subList(steps + 1, names.size()));
        var owner = FieldPath.of(names.subList(0, steps));
        Scope.Place key = scope.resolve(owner, Scope.NO_CALL);
        Scope inner = scope.inner(key.model());
        var inside = new Conditions(inner, dialect, 1);
        FieldPath rest =
                FieldPath.of(
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(near.names().getLast()),
                                        far.names().stream())
                                .toList());
        Fragment met = inside.condition(withOperand(leaf, new Node.Field(rest)), true, false);
        Scope.Place innerKey = inner.resolve(FieldPath.ROOT, Scope.NO_CALL);
        String tie = inner.sql(innerKey) + " = " + scope.sql(key);
        return met.wrapped("EXISTS (SELECT 1" + inner.from() + " WHERE " + tie + " AND ", ")");
    }

    private static Node withOperand(Node leaf, Node operand) {
        return switch (leaf) {
            case Node.Compare(var lookup, var _, var right) ->
                    new Node.Compare(lookup, operand, right);
            case Node.In(var _, var values) -> new Node.In(operand, values);
            case Node.InQuery(var _, var query) -> new Node.InQuery(operand, query);
            case Node.Range(var _, var low, var high) -> new Node.Range(operand, low, high);
            default -> throw new IllegalArgumentException(leaf + " has no operand.");
        };
    }

    private Fragment comparison(Lookup lookup, Node left, Node right, boolean required) {
        Fragment leftSql = operand(left, required);
        Fragment rightSql =
                right instanceof Node.Param(int number)
                        ? Fragment.value(use(number, left, lookup))
                        : value(right, left);
        var values = new ArrayList<>(leftSql.values());
        values.addAll(rightSql.values());
        return new Fragment(dialect.compare(lookup, leftSql.sql(), rightSql.sql()), values);
    }

    private ValueUse use(int number, Node meets, Lookup lookup) {
        boolean text =
                switch (lookup) {
                    case EXACT, LT, LTE, GT, GTE, IN, RANGE, ISNULL -> false;
                    default -> true;
                };
        ValueUse plain = useFor(number, meets);
        return text ? new ValueUse(number, null, plain.codec(), lookup, plain.secret()) : plain;
    }

    private ValueUse useFor(int number, Node meets) {
        if (meets instanceof Node.Field(var path)) {
            Scope.Place place = scope.resolve(path, call);
            return new ValueUse(number, place.type(), place.codec(), null, place.field().secret());
        }
        return ValueUse.plain(number);
    }

    private Fragment among(Node operand, List<? extends Object> values, boolean required) {
        if (values.isEmpty()) {
            return Fragment.NEVER;
        }
        List<Fragment> each = new ArrayList<>();
        for (Object value : values) {
            each.add(Fragment.value(useFor(((Node.Param) value).number(), operand)));
        }
        return Fragment.concat(
                operand(operand, required), Fragment.join(", ", each).wrapped(" IN (", ")"));
    }

    /// {@return a value as SQL, bound as what it meets}
    Fragment value(Node node, Node meets) {
        return node instanceof Node.Param(int number)
                ? Fragment.value(useFor(number, meets))
                : operand(node, false);
    }

    Fragment operand(Node node, boolean required) {
        return switch (node) {
            case Node.Field(var path) -> {
                Scope.Place place = scope.resolve(path, call);
                if (required) {
                    place.require();
                }
                yield Fragment.of(scope.sql(place));
            }
            case Node.Outer(var path) -> {
                Scope outer = scope.outer();
                if (outer == null) {
                    throw new QueryException(
                            Problem.of("orm.E042", "outer(" + path + ") stands in no subquery."));
                }
                yield Fragment.of(outer.sql(outer.resolve(path, Scope.NO_CALL)));
            }
            case Node.Param(int number) -> Fragment.value(ValueUse.plain(number));
            case Node.Arithmetic(var operator, var left, var right) ->
                    Fragment.concat(
                                    operand(left, required),
                                    value(right, left).wrapped(" " + operator.sql() + " ", ""))
                            .wrapped("(", ")");
            case Node.Call(var function, var args) -> call(function, args);
            case Node.Aggregate aggregate -> aggregate(aggregate);
            case Node.Scalar(var query) -> subquery(query, false).wrapped("(", ")");
            case Node.Case(var branches, var otherwise) -> choice(branches, otherwise);
            case Node.Value _ -> throw new IllegalStateException("Values are taken out before.");
            default -> condition(node, false, false).wrapped("(", ")");
        };
    }

    private Fragment call(String function, List<Node> args) {
        List<Fragment> parts = args.stream().map(arg -> operand(arg, false)).toList();
        Fragment all = Fragment.join("", parts);
        return new Fragment(
                dialect.call(function, parts.stream().map(Fragment::sql).toList()), all.values());
    }

    private Fragment aggregate(Node.Aggregate aggregate) {
        var outside = new Conditions(scope, dialect, Scope.NO_CALL);
        Node counted = aggregate.operand();
        Fragment operand = counted == null ? Fragment.of("*") : outside.operand(counted, false);
        Node filter = aggregate.filter();
        if (filter != null) {
            Fragment met = outside.condition(filter);
            Fragment taken = counted == null ? Fragment.of("1") : operand;
            operand =
                    Fragment.concat(met.wrapped("CASE WHEN ", " THEN "), taken.wrapped("", " END"));
        }
        String inside = (aggregate.distinct() ? "DISTINCT " : "") + operand.sql();
        return new Fragment(dialect.call(aggregate.function(), List.of(inside)), operand.values());
    }

    private Fragment choice(List<Node.When> branches, @Nullable Node otherwise) {
        List<Fragment> parts = new ArrayList<>();
        for (Node.When branch : branches) {
            parts.add(condition(branch.condition()).wrapped(" WHEN ", " THEN "));
            parts.add(operand(branch.result(), false));
        }
        if (otherwise != null) {
            parts.add(operand(otherwise, false).wrapped(" ELSE ", ""));
        }
        return Fragment.join("", parts).wrapped("CASE", " END");
    }

    private Fragment subquery(Select query, boolean onlyWhether) {
        return new SelectCompiler(dialect, scope.inner(query.model())).subquery(query, onlyWhether);
    }
}
