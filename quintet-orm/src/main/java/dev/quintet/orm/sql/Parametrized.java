package dev.quintet.orm.sql;

import dev.quintet.kernel.time.TimeZones;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Extras;
import dev.quintet.orm.tree.Grouping;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import dev.quintet.orm.tree.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A query with its values taken out: the shape, which plans are kept by, and the values.
///
/// In a shape, `limit` and `offset` are numbers of values, counted from 1, so that page 2 and page
/// 3 share one plan; and a list of many values is as long as the next power of two, its last value
/// said again, so that lists of any length share a few.
@SuppressWarnings("ReferenceEquality") // what did not change is told by identity
final class Parametrized {

    private static final int EXACT_LENGTHS = 8;
    private static final int COARSE_LENGTHS = 1_024;

    /// Marks a list of values that is bound as one array.
    static final FieldType ARRAY = FieldType.array(new SqlType.Text());

    private final boolean arrays;
    private final UnaryOperator<@Nullable Object> normalise;
    private @Nullable Object[] values = new Object[4];
    private int count;

    /// @param arrays whether the database takes a list of many values as one array
    /// @param normalise turns an object that stands for a row into its key
    Parametrized(boolean arrays, UnaryOperator<@Nullable Object> normalise) {
        this.arrays = arrays;
        this.normalise = normalise;
    }

    /// The values, by their numbers; there may be room behind them.
    @Nullable Object[] values() {
        return values;
    }

    Select select(Select query) {
        List<Node> steps = nodes(query.steps());
        List<Select.Column> columns = query.columns() == null ? null : columns(query.columns());
        List<Ordering> order = query.order();
        if (order != null && !order.isEmpty()) {
            order = orderings(order);
        }
        Long limit = query.limit() == null ? null : Long.valueOf(taken(query.limit()) + 1);
        long offset = query.offset() == 0 ? 0 : taken(query.offset()) + 1;
        return new Select(
                query.model(),
                steps,
                order,
                offset,
                limit,
                query.distinct(),
                query.joined(),
                columns,
                query.none(),
                query.extras() == Extras.NONE ? Extras.NONE : extras(query.extras()));
    }

    private Extras extras(Extras of) {
        Extras shape = of.distinctOn(nodes(of.distinctOn()));
        if (of.combined() != null) {
            List<Select> parts = new ArrayList<>();
            of.combined().parts().forEach(part -> parts.add(select(part)));
            shape = shape.combined(new Extras.Combined(of.combined().how(), parts));
        }
        if (of.group() != null && !of.group().by().isEmpty()) {
            shape = shape.grouped(new Grouping(of.group().whole(), nodes(of.group().by())));
        }
        return shape;
    }

    private List<Select.Column> columns(List<Select.Column> columns) {
        List<Select.Column> shapes = new ArrayList<>(columns.size());
        for (Select.Column column : columns) {
            Node to = node(column.value());
            shapes.add(to == column.value() ? column : new Select.Column(column.name(), to));
        }
        return shapes;
    }

    private List<Ordering> orderings(List<Ordering> order) {
        List<Ordering> shapes = new ArrayList<>(order.size());
        for (Ordering one : order) {
            Node to = node(one.by());
            shapes.add(to == one.by() ? one : new Ordering(to, one.descending(), one.nullsFirst()));
        }
        return shapes;
    }

    List<Node> nodes(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return nodes;
        }
        if (nodes.size() == 1) {
            return List.of(node(nodes.getFirst()));
        }
        var shapes = new ArrayList<Node>(nodes.size());
        for (Node node : nodes) {
            shapes.add(node(node));
        }
        return shapes;
    }

    /// {@return values that columns tell the types of}
    List<Node> beside(List<Node> nodes) {
        List<Node> shapes = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            shapes.add(beside(node));
        }
        return shapes;
    }

    /// A value in the place where something else tells what it is bound as.
    private Node beside(Node node) {
        return switch (node) {
            case Node.Value(var value, var type) -> new Node.Param(taken(value), type);
            case Node.Case(var branches, var otherwise) when told(branches) -> {
                List<Node.When> shapes = new ArrayList<>(branches.size());
                for (Node.When one : branches) {
                    Node condition = node(one.condition());
                    shapes.add(new Node.When(condition, beside(one.result())));
                }
                yield new Node.Case(shapes, otherwise == null ? null : beside(otherwise));
            }
            default -> node(node);
        };
    }

    /// Results that are all plain values are bound as what they meet.
    private static boolean told(List<Node.When> branches) {
        return branches.stream().allMatch(one -> one.result() instanceof Node.Value);
    }

    Node node(Node node) {
        return switch (node) {
            case Node.Field _, Node.Outer _, Node.Param _, Node.Ref _ -> node;
            case Node.Value(var value, var type) -> {
                FieldType told = type == null ? Types.ofValue(value) : type;
                Codec<?> codec = type == null ? EnumCodecs.of(value) : null;
                yield new Node.Param(taken(value), told, codec);
            }
            case Node.Compare(var lookup, var left, var right) ->
                    new Node.Compare(lookup, node(left), named(lookup) ? right : beside(right));
            case Node.In(var operand, var among) -> in(operand, among);
            case Node.InQuery(var operand, var query) ->
                    new Node.InQuery(node(operand), select(query));
            case Node.Range(var operand, var low, var high) ->
                    new Node.Range(node(operand), beside(low), beside(high));
            case Node.Exists(var query) -> new Node.Exists(select(query));
            case Node.Scalar(var query) -> new Node.Scalar(select(query));
            case Node.As(Node.Value(var value, var _), var type) ->
                    new Node.Param(taken(value), type);
            case Node.Extract(var part, var value, var zone) ->
                    new Node.Extract(part, node(value), zone == null ? TimeZones.active() : zone);
            case Node.Trunc(var unit, var value, var zone, var type) ->
                    new Node.Trunc(
                            unit, node(value), zone == null ? TimeZones.active() : zone, type);
            case Node.Aggregate aggregate -> aggregate(aggregate);
            case Node.And(var parts) -> new Node.And(nodes(parts));
            case Node.Or(var parts) -> new Node.Or(nodes(parts));
            case Node.Not(var part) -> new Node.Not(node(part));
            default -> node.map(this::node);
        };
    }

    /// Keys of documents are part of the shape.
    private static boolean named(Lookup lookup) {
        return switch (lookup) {
            case HAS_KEY, HAS_KEYS, HAS_ANY_KEYS -> true;
            default -> false;
        };
    }

    private Node aggregate(Node.Aggregate aggregate) {
        Node otherwise = aggregate.otherwise();
        if (!(otherwise instanceof Node.Value)) {
            return aggregate.map(this::node);
        }
        Node rest =
                new Node.Aggregate(
                                aggregate.function(),
                                aggregate.args(),
                                aggregate.distinct(),
                                aggregate.filter(),
                                aggregate.order(),
                                null)
                        .map(this::node);
        var shape = (Node.Aggregate) rest;
        return new Node.Aggregate(
                shape.function(),
                shape.args(),
                shape.distinct(),
                shape.filter(),
                shape.order(),
                beside(otherwise));
    }

    private Node in(Node operand, List<? extends Object> among) {
        Node left = node(operand);
        int length = among.size();
        boolean plain =
                left instanceof Node.Field && among.stream().noneMatch(Node.class::isInstance);
        if (arrays && length > COARSE_LENGTHS && plain) {
            List<@Nullable Object> all = new ArrayList<>(length);
            among.forEach(value -> all.add(normalise.apply(value)));
            return new Node.In(left, List.of(new Node.Param(added(all), ARRAY)));
        }
        if (length > COARSE_LENGTHS) {
            length = (length + COARSE_LENGTHS - 1) / COARSE_LENGTHS * COARSE_LENGTHS;
        } else if (length > EXACT_LENGTHS) {
            length = Integer.highestOneBit(length - 1) << 1;
        }
        var numbers = new ArrayList<Node>(length);
        for (Object value : among) {
            numbers.add(
                    value instanceof Node part ? beside(part) : new Node.Param(taken(value), null));
        }
        while (numbers.size() < length) {
            numbers.add(
                    numbers.getLast() instanceof Node.Param(int number, var type, var codec)
                            ? new Node.Param(again(number), type, codec)
                            : numbers.getLast());
        }
        return new Node.In(left, numbers);
    }

    private int again(int number) {
        return added(values[number]);
    }

    private int taken(@Nullable Object value) {
        return added(normalise.apply(value));
    }

    private int added(@Nullable Object value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count] = value;
        return count++;
    }
}
