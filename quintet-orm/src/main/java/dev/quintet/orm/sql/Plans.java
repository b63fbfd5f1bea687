package dev.quintet.orm.sql;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes statements from queries, once for all queries of one shape. Safe for many threads.
public final class Plans {

    private static final int MOST_PLANS = 4_000;

    private static final Map<Shape, Plan> KEPT = new ConcurrentHashMap<>();

    private Plans() {}

    /// What a statement is for.
    public enum Purpose {
        /// To load rows.
        SELECT,
        /// To count them.
        COUNT,
        /// To tell whether there are any.
        EXISTS,
        /// To change them.
        UPDATE,
        /// To delete them, whatever leads to them.
        DELETE
    }

    /// A statement and the values for its parameters.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Ready(Plan plan, @Nullable Object[] values) {}

    private record Shape(
            String dialect,
            Purpose purpose,
            Select query,
            List<FieldPath> set,
            List<Node> values) {}

    /// {@return the statement for a query}
    ///
    /// @param normalise turns an object that stands for a row into its key
    public static Ready plan(
            Dialect dialect,
            Purpose purpose,
            Select query,
            UnaryOperator<@Nullable Object> normalise) {
        return plan(dialect, purpose, query, List.of(), List.of(), normalise);
    }

    /// {@return the statement that changes the rows of a query}
    public static Ready update(
            Dialect dialect,
            Select query,
            List<FieldPath> fields,
            List<Node> values,
            UnaryOperator<@Nullable Object> normalise) {
        return plan(dialect, Purpose.UPDATE, query, fields, values, normalise);
    }

    private static Ready plan(
            Dialect dialect,
            Purpose purpose,
            Select query,
            List<FieldPath> fields,
            List<Node> values,
            UnaryOperator<@Nullable Object> normalise) {
        var taken = new Parametrized(normalise);
        List<Node> set = taken.nodes(values);
        Select shape = taken.select(query);
        var key = new Shape(dialect.name(), purpose, shape, fields, set);
        Plan plan = KEPT.get(key);
        if (plan == null) {
            plan = compile(dialect, key);
            if (KEPT.size() >= MOST_PLANS) {
                KEPT.clear();
            }
            KEPT.put(key, plan);
        }
        return new Ready(plan, plan.bindings(taken.values()));
    }

    private static Plan compile(Dialect dialect, Shape shape) {
        Select query = shape.query();
        if (shape.purpose() == Purpose.UPDATE || shape.purpose() == Purpose.DELETE) {
            return new Plan(dialect, change(dialect, shape), List.of());
        }
        var compiler = new SelectCompiler(dialect, Scope.of(query.model(), dialect));
        Fragment sql =
                switch (shape.purpose()) {
                    case COUNT -> compiler.count(query);
                    case EXISTS -> compiler.exists(query);
                    default -> compiler.select(query);
                };
        return new Plan(dialect, sql, compiler.outputs());
    }

    private static Fragment change(Dialect dialect, Shape shape) {
        Select query = shape.query();
        Scope own = Scope.ofTable(query.model(), dialect);
        String table = dialect.quote(query.model().state().table());
        Fragment head = Fragment.of("DELETE FROM " + table);
        if (shape.purpose() == Purpose.UPDATE) {
            head =
                    Fragment.concat(
                            Fragment.of("UPDATE " + table + " SET "),
                            assignments(dialect, own, shape));
        }
        return Fragment.concat(head, condition(dialect, query));
    }

    private static Fragment assignments(Dialect dialect, Scope own, Shape shape) {
        var conditions = new Conditions(own, dialect, Scope.NO_CALL);
        List<Fragment> all = new ArrayList<>();
        for (int i = 0; i < shape.set().size(); i++) {
            Scope.Place place = own.resolve(shape.set().get(i), Scope.NO_CALL);
            Fragment value =
                    conditions.value(shape.values().get(i), new Node.Field(shape.set().get(i)));
            all.add(value.wrapped(dialect.quote(place.field().column()) + " = ", ""));
        }
        return Fragment.join(", ", all);
    }

    /// Rows that are told by other tables, or by their number, are found first: the inner query is
    /// wrapped once more because MariaDB refuses to read the table that it changes.
    private static Fragment condition(Dialect dialect, Select query) {
        if (query.filters().isEmpty() && !query.sliced()) {
            return Fragment.of("");
        }
        Scope own = Scope.ofTable(query.model(), dialect);
        if (!query.sliced()) {
            var conditions = new Conditions(own, dialect, 1);
            List<Fragment> all =
                    query.filters().stream()
                            .map(filter -> {
                                Fragment one = conditions.condition(filter);
                                return filter instanceof Node.Or ? one.wrapped("(", ")") : one;
                            })
                            .toList();
            if (!own.hasJoins()) {
                return Fragment.join(" AND ", all).wrapped(" WHERE ", "");
            }
        }
        String key = dialect.quote(query.model().key().column());
        Fragment keys =
                new SelectCompiler(dialect, Scope.of(query.model(), dialect))
                        .subquery(query, false);
        return keys.wrapped(" WHERE " + key + " IN (SELECT * FROM (", ") found)");
    }
}
