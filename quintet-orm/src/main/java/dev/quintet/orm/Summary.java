package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.sql.Plan;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values over all rows of a query.
@SuppressWarnings("BadInstanceof") // binds what may be null
final class Summary {

    private static final Node ROWS = new Node.Aggregate("count", List.of());

    private Summary() {}

    static long count(Database database, Select tree) {
        Object counted = of(database, tree, List.of(ROWS))[0];
        return counted instanceof Number number ? number.longValue() : 0;
    }

    static @Nullable Object[] of(Database database, Select tree, List<Node> aggregates) {
        Plans.Ready ready = Plans.summary(database.dialect(), tree, aggregates, Loading::keyOf);
        Plan plan = ready.plan();
        if (plan.empty()) {
            return aggregates.stream().map(Summary::ofNothing).toArray();
        }
        return database.query(
                plan.statement(),
                ready.values(),
                (result, row) -> {
                    var values = new @Nullable Object[aggregates.size()];
                    boolean found = result.next();
                    for (int i = 0; found && i < values.length; i++) {
                        values[i] = plan.outputs().get(i).read(database.dialect(), row, i + 1);
                    }
                    return values;
                });
    }

    /// What an aggregate is where it is known that there are no rows.
    private static @Nullable Object ofNothing(Node node) {
        return switch (node) {
            case Node.Aggregate aggregate when aggregate.function().equals("count") -> 0L;
            case Node.Aggregate aggregate ->
                    aggregate.otherwise() instanceof Node.Value(var value, var _) ? value : null;
            case Node.As(var value, var _) -> ofNothing(value);
            case Node.Value(var value, var _) -> value;
            case Node.Call(var function, var args) when function.equals("coalesce") -> {
                Object first = null;
                for (Node arg : args) {
                    first = first == null ? ofNothing(arg) : first;
                }
                yield first;
            }
            default -> null;
        };
    }

    /// {@return a value with the names of earlier ones replaced by what they mean}
    static Node inlined(Node node, Map<String, Node> before) {
        Node meant = node instanceof Node.Ref(var name) ? before.get(name) : null;
        if (meant != null) {
            return meant;
        }
        return before.isEmpty() ? node : node.map(part -> inlined(part, before));
    }

    static List<Node> named(Select tree, String name, Node value) {
        List<Node> steps = new ArrayList<>(tree.steps());
        steps.add(new Node.Annotate(name, value, false));
        return steps;
    }
}
