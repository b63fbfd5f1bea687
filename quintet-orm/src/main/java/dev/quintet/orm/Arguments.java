package dev.quintet.orm;

import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the string form of queries takes as an argument, as a part of a tree.
final class Arguments {

    private Arguments() {}

    /// {@return an argument of a function: text is a field's name}
    static Node of(@Nullable Object argument) {
        return argument instanceof String name ? new Node.Named(Names.path(name)) : value(argument);
    }

    /// {@return a value: text is itself}
    static Node value(@Nullable Object argument) {
        return switch (argument) {
            case Selectable<?> expression -> expression.node();
            case Condition<?> condition -> new Node.Truth(condition.node());
            case Rows<?> rows -> new Node.Scalar(rows.tree());
            case Node node -> node;
            case null, default -> new Node.Value(argument);
        };
    }

    /// {@return what a lookup compares with: a list may hold expressions}
    static Node compared(@Nullable Object argument) {
        if (!(argument instanceof Collection<?> several)) {
            return value(argument);
        }
        List<@Nullable Object> parts = new ArrayList<>(several.size());
        for (Object one : several) {
            Node node = value(one);
            parts.add(node instanceof Node.Value(var plain, var _) ? plain : node);
        }
        return new Node.Value(parts);
    }

    static List<Node> all(@Nullable Object[] arguments) {
        List<Node> nodes = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            nodes.add(of(argument));
        }
        return nodes;
    }

    /// {@return an expression where a condition stands: columns of truths are asked whether they
    /// are true}
    static Node truth(Node node) {
        return switch (node) {
            case Node.Exists _,
                    Node.Truth _,
                    Node.Not _,
                    Node.And _,
                    Node.Or _,
                    Node.Xor _,
                    Node.Compare _,
                    Node.IsNull _,
                    Node.In _,
                    Node.InQuery _,
                    Node.Range _,
                    Node.NamedLookup _ ->
                    node;
            case Node.As(var value, var _) when value instanceof Node.Raw -> value;
            case Node.Raw _ -> node;
            default ->
                    new Node.Compare(dev.quintet.orm.tree.Lookup.EXACT, node, new Node.Value(true));
        };
    }
}
