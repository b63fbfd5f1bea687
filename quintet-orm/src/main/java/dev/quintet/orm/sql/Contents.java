package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what is made of many rows, and what of the rows around.
@SuppressWarnings("BadInstanceof") // binds what may be null
final class Contents {

    private Contents() {}

    /// {@return whether an aggregate stands somewhere in it, subqueries and windows apart}
    static boolean aggregates(Select query, @Nullable Node node) {
        return switch (node) {
            case null -> false;
            case Node.Aggregate _ -> true;
            case Node.Window(
                            Node.Aggregate(var _, var args, var _, var _, var _, var _),
                            var by,
                            var order,
                            var _) ->
                    args.stream().anyMatch(arg -> aggregates(query, arg))
                            || by.stream().anyMatch(one -> aggregates(query, one))
                            || order.stream().anyMatch(one -> aggregates(query, one.by()));
            case Node.Ref(var name) -> aggregates(query, query.annotation(name));
            default -> anyPart(node, part -> aggregates(query, part));
        };
    }

    /// {@return whether a window stands somewhere in it}
    static boolean windows(Select query, @Nullable Node node) {
        return switch (node) {
            case null -> false;
            case Node.Window _ -> true;
            case Node.Ref(var name) -> windows(query, query.annotation(name));
            default -> anyPart(node, part -> windows(query, part));
        };
    }

    private static boolean anyPart(Node node, java.util.function.Predicate<Node> test) {
        boolean[] found = {false};
        node.map(part -> {
            found[0] = found[0] || test.test(part);
            return part;
        });
        return found[0];
    }

    /// {@return whether the rows of a query are groups of others}
    static boolean aggregates(Select query) {
        List<Select.Column> columns = query.columns();
        if (columns != null && columns.stream().anyMatch(c -> aggregates(query, c.value()))) {
            return true;
        }
        List<Ordering> order = query.order();
        if (order != null && order.stream().anyMatch(o -> aggregates(query, o.by()))) {
            return true;
        }
        for (Node step : query.steps()) {
            if (aggregates(query, step)) {
                return true;
            }
        }
        return false;
    }
}
