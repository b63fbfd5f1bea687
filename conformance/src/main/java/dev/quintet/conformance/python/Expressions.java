package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Works out expressions.
final class Expressions {

    private final UnaryOperator<@Nullable Object> decoder;
    private final Targets targets = new Targets(this);
    private final Comprehensions comprehensions = new Comprehensions(this);

    Expressions(UnaryOperator<@Nullable Object> decoder) {
        this.decoder = decoder;
    }

    Targets targets() {
        return targets;
    }

    boolean truth(Node node, Variables names) {
        return Values.truth(value(node, names));
    }

    @Nullable Object value(Node node, Variables names) {
        return switch (node.kind()) {
            case "Constant" -> decoder.apply(node.get("value"));
            case "Name" -> names.get(node.text("id"));
            case "Attribute" ->
                    Attributes.get(value(node.child("value"), names), node.text("attr"));
            case "Call" -> call(node, names);
            case "Subscript" ->
                    Subscripts.get(
                            value(node.child("value"), names), value(node.child("slice"), names));
            case "Slice" ->
                    new Slice(
                            bound(node, "lower", names),
                            bound(node, "upper", names),
                            bound(node, "step", names));
            case "Tuple" -> Tuple.copyOf(elements(node.children("elts"), names));
            case "List" -> elements(node.children("elts"), names);
            case "Set" -> {
                Set<@Nullable Object> set = new LinkedHashSet<>();
                elements(node.children("elts"), names).forEach(one -> set.add(Values.key(one)));
                yield set;
            }
            case "Dict" -> dict(node, names);
            case "BinOp" ->
                    Operators.binary(
                            Operators.symbol(node.child("op").kind()),
                            value(node.child("left"), names),
                            value(node.child("right"), names));
            case "UnaryOp" ->
                    Operators.unary(node.child("op").kind(), value(node.child("operand"), names));
            case "BoolOp" -> either(node, names);
            case "Compare" -> compare(node, names);
            case "IfExp" ->
                    value(node.child(truth(node.child("test"), names) ? "body" : "orelse"), names);
            case "Lambda" -> lambda(node, names);
            case "ListComp", "GeneratorExp" -> comprehensions.list(node, names);
            case "SetComp" -> {
                Set<@Nullable Object> set = new LinkedHashSet<>();
                comprehensions.list(node, names).forEach(one -> set.add(Values.key(one)));
                yield set;
            }
            case "DictComp" -> comprehensions.dict(node, names);
            case "JoinedStr" -> joined(node, names);
            case "FormattedValue" -> formatted(node, names);
            case "NamedExpr" -> {
                Object value = value(node.child("value"), names);
                targets.assign(node.child("target"), value, names);
                yield value;
            }
            default -> throw new UnsupportedOperationException("expression " + node.kind());
        };
    }

    private @Nullable Object bound(Node slice, String name, Variables names) {
        return slice.has(name) ? value(slice.child(name), names) : null;
    }

    private List<@Nullable Object> elements(List<Node> nodes, Variables names) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Node node : nodes) {
            if (node.kind().equals("Starred")) {
                values.addAll(Values.list(value(node.child("value"), names)));
            } else {
                values.add(value(node, names));
            }
        }
        return values;
    }

    private Map<@Nullable Object, @Nullable Object> dict(Node node, Variables names) {
        Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
        List<?> keys = (List<?>) java.util.Objects.requireNonNull(node.get("keys"));
        List<Node> values = node.children("values");
        for (int index = 0; index < values.size(); index++) {
            Object value = value(values.get(index), names);
            Object key = keys.get(index);
            if (key != null) {
                dict.put(Values.key(value(Node.of(key), names)), value);
            } else if (value instanceof Map<?, ?> merged) {
                merged.forEach(dict::put);
            }
        }
        return dict;
    }

    private @Nullable Object call(Node node, Variables names) {
        Object called = value(node.child("func"), names);
        List<@Nullable Object> positional = elements(node.children("args"), names);
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (Node keyword : node.children("keywords")) {
            Object value = value(keyword.child("value"), names);
            if (keyword.has("arg")) {
                named.put(keyword.text("arg"), value);
            } else if (value instanceof Map<?, ?> merged) {
                merged.forEach((name, one) -> named.put(String.valueOf(name), one));
            }
        }
        return Values.call(called, new Arguments(positional, named));
    }

    private @Nullable Object either(Node node, Variables names) {
        boolean and = node.child("op").kind().equals("And");
        Object value = null;
        for (Node one : node.children("values")) {
            value = value(one, names);
            if (Values.truth(value) != and) {
                return value;
            }
        }
        return value;
    }

    private @Nullable Object compare(Node node, Variables names) {
        Object left = value(node.child("left"), names);
        List<Node> operators = node.children("ops");
        List<Node> others = node.children("comparators");
        Object result = true;
        for (int index = 0; index < operators.size(); index++) {
            Object right = value(others.get(index), names);
            result = Comparisons.compare(operators.get(index).kind(), left, right);
            if (!Values.truth(result)) {
                return result;
            }
            left = right;
        }
        return result;
    }

    private Function lambda(Node node, Variables names) {
        Parameters parameters = parameters(node.child("args"), names);
        return arguments -> value(node.child("body"), parameters.bind(arguments, names.within()));
    }

    Parameters parameters(Node arguments, Variables names) {
        return Parameters.of(arguments, one -> value(one, names));
    }

    private String joined(Node node, Variables names) {
        var text = new StringBuilder();
        for (Node part : node.children("values")) {
            text.append(Values.text(value(part, names)));
        }
        return text.toString();
    }

    private String formatted(Node node, Variables names) {
        Object value = value(node.child("value"), names);
        int conversion = node.get("conversion") instanceof Number number ? number.intValue() : -1;
        Object converted =
                switch (conversion) {
                    case 'r', 'a' -> Texts.debug(value);
                    case 's' -> Values.text(value);
                    default -> value;
                };
        String spec =
                node.has("format_spec") ? Values.text(value(node.child("format_spec"), names)) : "";
        return Formatting.format(converted, spec);
    }
}
