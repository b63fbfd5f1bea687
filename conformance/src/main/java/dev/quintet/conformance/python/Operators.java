package dev.quintet.conformance.python;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Operators between any two values.
public final class Operators {

    /// Those between truths that give a truth; all others take them for numbers.
    private static final Set<String> TRUTHS = Set.of("&", "|", "^");

    private Operators() {}

    private static boolean truth(String operator, boolean one, boolean other) {
        return switch (operator) {
            case "&" -> one && other;
            case "|" -> one || other;
            default -> one != other;
        };
    }

    static String symbol(String node) {
        return switch (node) {
            case "Add" -> "+";
            case "Sub" -> "-";
            case "Mult" -> "*";
            case "Div" -> "/";
            case "FloorDiv" -> "//";
            case "Mod" -> "%";
            case "Pow" -> "**";
            case "BitAnd" -> "&";
            case "BitOr" -> "|";
            case "BitXor" -> "^";
            case "LShift" -> "<<";
            case "RShift" -> ">>";
            default -> throw new UnsupportedOperationException("operator " + node);
        };
    }

    /// {@return `left operator right`}
    public static @Nullable Object binary(
            String operator, @Nullable Object left, @Nullable Object right) {
        Object result = PythonObject.MISSING;
        if (left instanceof PythonObject object) {
            result = object.binary(operator, right, false);
        }
        if (PythonObject.missing(result) && right instanceof PythonObject object) {
            result = object.binary(operator, left, true);
        }
        if (PythonObject.missing(result)) {
            result = plain(operator, left, right);
        }
        if (PythonObject.missing(result)) {
            throw PythonError.type(
                    "unsupported operand type(s) for "
                            + operator
                            + ": '"
                            + Values.typeName(left)
                            + "' and '"
                            + Values.typeName(right)
                            + "'");
        }
        return result;
    }

    private static @Nullable Object plain(
            String operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return PythonObject.MISSING;
        }
        if (left instanceof Boolean one
                && right instanceof Boolean other
                && TRUTHS.contains(operator)) {
            return truth(operator, one, other);
        }
        if (left instanceof String text && operator.equals("%")) {
            return Formatting.percent(text, right);
        }
        if (Numbers.is(left) && Numbers.is(right)) {
            return Numbers.binary(operator, left, right);
        }
        if (left instanceof Set<?> one && right instanceof Set<?> other) {
            return sets(operator, one, other);
        }
        if (left instanceof Map<?, ?> one
                && right instanceof Map<?, ?> other
                && operator.equals("|")) {
            Map<@Nullable Object, @Nullable Object> both = new LinkedHashMap<>(one);
            both.putAll(other);
            return both;
        }
        if (operator.equals("*")) {
            return left instanceof Long times
                    ? repeated(right, times)
                    : right instanceof Long times
                            ? repeated(left, times)
                            : Times.binary(operator, left, right);
        }
        if (operator.equals("+") && left instanceof String one && right instanceof String other) {
            return one + other;
        }
        if (operator.equals("+") && left instanceof List<?> one && right instanceof List<?> other) {
            List<@Nullable Object> both = new ArrayList<>(one);
            both.addAll(other);
            return left instanceof Tuple ? Tuple.copyOf(both) : both;
        }
        return Times.binary(operator, left, right);
    }

    private static Object sets(String operator, Set<?> left, Set<?> right) {
        Set<@Nullable Object> result = new LinkedHashSet<>(left);
        switch (operator) {
            case "|" -> result.addAll(right);
            case "&" -> result.retainAll(right);
            case "-" -> result.removeAll(right);
            case "^" -> {
                for (Object one : right) {
                    if (!result.add(one)) {
                        result.remove(one);
                    }
                }
            }
            default -> {
                return PythonObject.MISSING;
            }
        }
        return result;
    }

    private static Object repeated(Object value, long times) {
        int count = (int) Math.max(0, times);
        return switch (value) {
            case String text -> text.repeat(count);
            case Duration duration -> duration.multipliedBy(times);
            case List<?> list -> {
                List<@Nullable Object> all = new ArrayList<>();
                for (int round = 0; round < count; round++) {
                    all.addAll(list);
                }
                yield value instanceof Tuple ? Tuple.copyOf(all) : all;
            }
            default -> PythonObject.MISSING;
        };
    }

    /// {@return what `left operator= right` leaves on the left}
    static @Nullable Object inPlace(
            String operator, @Nullable Object left, @Nullable Object right) {
        if (operator.equals("+") && left instanceof ArrayList<?> && left instanceof List<?> list) {
            @SuppressWarnings("unchecked") // lists of this interpreter hold anything
            List<@Nullable Object> own = (List<@Nullable Object>) list;
            own.addAll(Values.list(right));
            return own;
        }
        return binary(operator, left, right);
    }

    /// {@return `operator value`}
    ///
    /// @param node kind of the operator's node
    static @Nullable Object unary(String node, @Nullable Object value) {
        if (node.equals("Not")) {
            return !Values.truth(value);
        }
        String operator =
                switch (node) {
                    case "USub" -> "-";
                    case "UAdd" -> "+";
                    default -> "~";
                };
        Object result =
                switch (value) {
                    case PythonObject object -> object.unary(operator);
                    case Duration duration when node.equals("USub") -> duration.negated();
                    case null -> PythonObject.MISSING;
                    default ->
                            !Numbers.is(value)
                                    ? PythonObject.MISSING
                                    : switch (node) {
                                        case "USub" -> Numbers.negate(value);
                                        case "UAdd" -> value;
                                        default -> Numbers.plain(Numbers.whole(value).not());
                                    };
                };
        if (PythonObject.missing(result)) {
            throw PythonError.type(
                    "bad operand type for unary "
                            + operator
                            + ": '"
                            + Values.typeName(value)
                            + "'");
        }
        return result;
    }
}
