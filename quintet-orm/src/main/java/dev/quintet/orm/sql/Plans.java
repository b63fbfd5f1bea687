package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.tree.Extras;
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
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
public final class Plans {

    private static final int MOST_PLANS = 4_000;

    private static final Map<Shape, Plan> KEPT = new ConcurrentHashMap<>();

    private Plans() {}

    /// What a statement is for.
    public enum Purpose {
        /// To load rows.
        SELECT,
        /// To tell whether there are any.
        EXISTS,
        /// To work out values over all of them.
        SUMMARY,
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

    /// Forgets all statements, so that nothing here keeps the classes of models that were replaced:
    /// for the developer's server.
    public static void forget() {
        KEPT.clear();
    }

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

    /// {@return the statement that works out values over all rows of a query}
    public static Ready summary(
            Dialect dialect,
            Select query,
            List<Node> aggregates,
            UnaryOperator<@Nullable Object> normalise) {
        return plan(dialect, Purpose.SUMMARY, query, List.of(), aggregates, normalise);
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
        var taken = new Parametrized(dialect.features().contains(Feature.ARRAYS), normalise);
        List<Node> set = purpose == Purpose.UPDATE ? taken.beside(values) : taken.nodes(values);
        Select shape = taken.select(query);
        var key = new Shape(dialect.name(), purpose, shape, fields, set);
        Plan plan = KEPT.get(key);
        if (plan == null) {
            plan = compile(dialect, key);
            refuseTooMany(dialect, plan);
            if (KEPT.size() >= MOST_PLANS) {
                KEPT.clear();
            }
            KEPT.put(key, plan);
        }
        return new Ready(plan, plan.bindings(taken.values()));
    }

    private static void refuseTooMany(Dialect dialect, Plan plan) {
        int values = plan.statement().parameters().size();
        if (values > dialect.mostParameters()) {
            throw new QueryException(
                    Problem.of("orm.E240", "A statement has " + values + " values.")
                            .because(
                                    "This database takes " + dialect.mostParameters() + " at most.")
                            .fixedBy(
                                    "Ask in parts: inBulk(values, \"field\") does; or compare with"
                                            + " a query instead of a list."));
        }
    }

    private static Plan compile(Dialect dialect, Shape shape) {
        Select query = shape.query();
        if (shape.purpose() == Purpose.UPDATE || shape.purpose() == Purpose.DELETE) {
            Fragment sql = change(dialect, shape);
            return new Plan(dialect, sql, List.of(), sql.never());
        }
        Multiplied.warn(query, shape.values());
        var compiler = new SelectCompiler(dialect, Scope.of(query, dialect));
        Fragment sql =
                switch (shape.purpose()) {
                    case SUMMARY -> compiler.summary(query, shape.values());
                    case EXISTS -> compiler.exists(query);
                    default -> compiler.select(query);
                };
        boolean empty = compiler.empty() || sql.never();
        Extras.PlanRequest explained = query.extras().explained();
        if (explained != null) {
            String words = dialect.words().explain(explained.analyze(), explained.format());
            sql = sql.wrapped(words, "");
        }
        return new Plan(dialect, sql, compiler.outputs(), empty);
    }

    private static Fragment change(Dialect dialect, Shape shape) {
        Select query = shape.query();
        String table = dialect.quote(query.model().state().table());
        Fragment head = Fragment.of("DELETE FROM " + table);
        if (shape.purpose() == Purpose.UPDATE) {
            head =
                    Fragment.concat(
                            Fragment.of("UPDATE " + table + " SET "), assignments(dialect, shape));
        }
        Fragment condition = Changes.condition(dialect, query);
        return condition.never() ? condition : Fragment.concat(head, condition);
    }

    private static Fragment assignments(Dialect dialect, Shape shape) {
        Scope own = Scope.ofTable(shape.query(), dialect);
        var operands = new Operands(own, null);
        own.refuseJoins();
        Changes.names(own, operands, shape.values());
        List<Fragment> all = new ArrayList<>();
        for (int i = 0; i < shape.set().size(); i++) {
            var field = new Node.Field(shape.set().get(i));
            List<Scope.Place> places = operands.place(field).all();
            Node value = shape.values().get(i);
            List<Fragment> parts =
                    places.size() == 1
                            ? List.of(operands.value(value, field))
                            : new CompositeKeys(operands).values(field, value);
            for (int part = 0; part < places.size(); part++) {
                String column = dialect.quote(places.get(part).column());
                all.add(parts.get(part).wrapped(column + " = ", ""));
            }
        }
        return Fragment.join(", ", all);
    }
}
