package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A query with its values taken out: the shape, which plans are kept by, and the values.
///
/// In a shape, `limit` and `offset` are numbers of values, counted from 1, so that page 2 and page
/// 3 share one plan.
final class Parametrized {

    private final UnaryOperator<@Nullable Object> normalise;
    private final List<@Nullable Object> values = new ArrayList<>();

    /// @param normalise turns an object that stands for a row into its key
    Parametrized(UnaryOperator<@Nullable Object> normalise) {
        this.normalise = normalise;
    }

    @Nullable Object[] values() {
        return values.toArray();
    }

    Select select(Select query) {
        List<Node> columns = query.columns() == null ? null : nodes(query.columns());
        List<Select.Annotation> annotations =
                query.annotations().isEmpty()
                        ? List.of()
                        : query.annotations().stream()
                                .map(a -> new Select.Annotation(a.name(), node(a.value())))
                                .toList();
        List<Node> filters = nodes(query.filters());
        List<Ordering> order = query.order();
        if (order != null && !order.isEmpty()) {
            order = orderings(order);
        }
        Long limit = query.limit() == null ? null : Long.valueOf(taken(query.limit()) + 1);
        long offset = query.offset() == 0 ? 0 : taken(query.offset()) + 1;
        return new Select(
                query.model(),
                filters,
                order,
                offset,
                limit,
                query.distinct(),
                query.joined(),
                columns,
                annotations,
                query.none(),
                query.locked());
    }

    private List<Ordering> orderings(List<Ordering> order) {
        List<Ordering> shapes = new ArrayList<>(order.size());
        for (Ordering one : order) {
            shapes.add(new Ordering(node(one.by()), one.descending(), one.nullsFirst()));
        }
        return shapes;
    }

    List<Node> nodes(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return nodes;
        }
        var shapes = new ArrayList<Node>(nodes.size());
        for (Node node : nodes) {
            shapes.add(node(node));
        }
        return shapes;
    }

    Node node(Node node) {
        return switch (node) {
            case Node.Field _, Node.Outer _, Node.Param _ -> node;
            case Node.Value(var value) -> new Node.Param(taken(value));
            case Node.Compare(var lookup, var left, var right) ->
                    new Node.Compare(lookup, node(left), node(right));
            case Node.IsNull(var operand, var expected) -> new Node.IsNull(node(operand), expected);
            case Node.In(var operand, var among) -> {
                Node left = node(operand);
                var numbers = new ArrayList<Node>(among.size());
                for (Object value : among) {
                    numbers.add(new Node.Param(taken(value)));
                }
                yield new Node.In(left, numbers);
            }
            case Node.InQuery(var operand, var query) ->
                    new Node.InQuery(node(operand), select(query));
            case Node.Range(var operand, var low, var high) ->
                    new Node.Range(node(operand), node(low), node(high));
            case Node.And(var parts) -> new Node.And(nodes(parts));
            case Node.Or(var parts) -> new Node.Or(nodes(parts));
            case Node.Not(var part) -> new Node.Not(node(part));
            case Node.Exists(var query) -> new Node.Exists(select(query));
            case Node.Scalar(var query) -> new Node.Scalar(select(query));
            case Node.Arithmetic(var operator, var left, var right) ->
                    new Node.Arithmetic(operator, node(left), node(right));
            case Node.Call(var function, var args) -> new Node.Call(function, nodes(args));
            case Node.Aggregate(var function, var operand, var distinct, var filter) ->
                    new Node.Aggregate(
                            function,
                            operand == null ? null : node(operand),
                            distinct,
                            filter == null ? null : node(filter));
            case Node.Case(var branches, var otherwise) ->
                    new Node.Case(
                            branches.stream()
                                    .map(w -> new Node.When(node(w.condition()), node(w.result())))
                                    .toList(),
                            otherwise == null ? null : node(otherwise));
        };
    }

    private int taken(@Nullable Object value) {
        values.add(normalise.apply(value));
        return values.size() - 1;
    }
}
