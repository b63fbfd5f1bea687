package dev.quintet.orm.tree;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes comparisons of a side, a lookup and a value, and refuses values that a lookup cannot take.
public final class Comparing {

    private Comparing() {}

    /// {@return the comparison}
    ///
    /// @param asked how the user wrote it, for messages
    /// @param json whether the side is a JSON document or a value in one
    public static Node of(String asked, Node operand, Lookup how, Node value, boolean json) {
        Object plain = value instanceof Node.Value(var it, var _) ? it : null;
        boolean isNull = value instanceof Node.Value && plain == null;
        return switch (how) {
            case ISNULL -> {
                if (!(plain instanceof Boolean expected)) {
                    throw wrongValue(asked, "true or false");
                }
                yield new Node.IsNull(operand, expected);
            }
            case IN -> among(asked, operand, value, json);
            case RANGE -> {
                List<Node> ends = nodes(asked, plain);
                if (ends.size() != 2) {
                    throw wrongValue(asked, "a list of two values");
                }
                yield new Node.Range(operand, ends.getFirst(), ends.getLast());
            }
            case EXACT, IEXACT -> {
                if (isNull && !(json && how == Lookup.EXACT)) {
                    yield new Node.IsNull(operand, true);
                }
                yield new Node.Compare(how, operand, value);
            }
            default -> {
                if (isNull) {
                    throw wrongValue(asked, "a value");
                }
                yield new Node.Compare(how, operand, value);
            }
        };
    }

    private static Node among(String asked, Node operand, Node value, boolean json) {
        if (value instanceof Node.Scalar(var query)) {
            return new Node.InQuery(operand, query);
        }
        if (!(value instanceof Node.Value(Object plain, var _))) {
            throw wrongValue(asked, "a list or a query");
        }
        List<Object> values = new ArrayList<>();
        for (Node one : nodes(asked, plain)) {
            // NULL equals nothing, so that it may as well not be there; JSON has a null of its own.
            boolean nothing = one instanceof Node.Value(var it, var _) && it == null;
            if (!nothing || json) {
                values.add(one instanceof Node.Value(var it, var _) && it != null ? it : one);
            }
        }
        return new Node.In(operand, values);
    }

    private static List<Node> nodes(String asked, @Nullable Object plain) {
        Collection<?> all =
                switch (plain) {
                    case Collection<?> several -> several;
                    case Map<?, ?> map -> map.keySet();
                    case null, default -> throw wrongValue(asked, "a list");
                };
        List<Node> nodes = new ArrayList<>(all.size());
        for (Object one : all) {
            nodes.add(one instanceof Node node ? node : new Node.Value(one));
        }
        return nodes;
    }

    private static QueryException wrongValue(String lookup, String expected) {
        return new QueryException(
                Problem.of("orm.E048", "The lookup '" + lookup + "' takes " + expected + ".")
                        .fixedBy("For rows without a value ask __isnull with true."));
    }
}
