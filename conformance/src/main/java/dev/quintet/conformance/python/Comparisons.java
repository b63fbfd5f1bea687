package dev.quintet.conformance.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Comparisons between any two values.
final class Comparisons {

    private Comparisons() {}

    /// {@return the answer; an expression of the ORM where one of them is one}
    ///
    /// @param node kind of the operator's node
    static @Nullable Object compare(String node, @Nullable Object left, @Nullable Object right) {
        return switch (node) {
            case "Is" -> same(left, right);
            case "IsNot" -> !same(left, right);
            case "In" -> contains(right, left);
            case "NotIn" -> !contains(right, left);
            case "Eq" -> equal(left, right);
            case "NotEq" -> !Values.truth(equal(left, right));
            default -> ordered(node, left, right);
        };
    }

    @SuppressWarnings("ReferenceEquality") // `is` asks for one and the same object
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left == right
                || (left instanceof Boolean && left.equals(right))
                || (left instanceof Long && left.equals(right));
    }

    private static @Nullable Object equal(@Nullable Object left, @Nullable Object right) {
        Object own = asked("==", left, right);
        if (!PythonObject.missing(own)) {
            return own;
        }
        if (left == null || right == null) {
            return same(left, right);
        }
        if (Numbers.is(left) && Numbers.is(right)) {
            return Numbers.compare(left, right) == 0;
        }
        return switch (left) {
            case byte[] bytes -> right instanceof byte[] other && Values.sameBytes(bytes, other);
            case List<?> list ->
                    right instanceof List<?> other
                            && left instanceof Tuple == right instanceof Tuple
                            && equal(list, other);
            case Map<?, ?> map -> right instanceof Map<?, ?> other && equal(map, other);
            case ZonedDateTime time ->
                    right instanceof ZonedDateTime other
                            && time.toInstant().equals(other.toInstant());
            default -> left.equals(right);
        };
    }

    private static boolean equal(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int index = 0; index < left.size(); index++) {
            if (!Values.equal(left.get(index), right.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream()
                        .allMatch(one ->
                                right.containsKey(one.getKey())
                                        && Values.equal(one.getValue(), right.get(one.getKey())));
    }

    private static @Nullable Object asked(
            String operator, @Nullable Object left, @Nullable Object right) {
        Object own = PythonObject.MISSING;
        if (left instanceof PythonObject object) {
            own = object.binary(operator, right, false);
        }
        if (PythonObject.missing(own) && right instanceof PythonObject object) {
            own = object.binary(operator, left, true);
        }
        return own;
    }

    private static @Nullable Object ordered(
            String node, @Nullable Object left, @Nullable Object right) {
        String operator =
                switch (node) {
                    case "Lt" -> "<";
                    case "LtE" -> "<=";
                    case "Gt" -> ">";
                    default -> ">=";
                };
        Object own = asked(operator, left, right);
        if (!PythonObject.missing(own)) {
            return own;
        }
        if (left instanceof Set<?> one && right instanceof Set<?> other) {
            return switch (node) {
                case "Lt" -> other.containsAll(one) && one.size() < other.size();
                case "LtE" -> other.containsAll(one);
                case "Gt" -> one.containsAll(other) && one.size() > other.size();
                default -> one.containsAll(other);
            };
        }
        int order = order(operator, left, right);
        return switch (node) {
            case "Lt" -> order < 0;
            case "LtE" -> order <= 0;
            case "Gt" -> order > 0;
            default -> order >= 0;
        };
    }

    /// {@return the order of two values, as `sorted` has them}
    static int order(@Nullable Object left, @Nullable Object right) {
        Object less = asked("<", left, right);
        if (!PythonObject.missing(less)) {
            return Values.truth(less) ? -1 : Values.equal(left, right) ? 0 : 1;
        }
        return order("<", left, right);
    }

    private static int order(String operator, @Nullable Object left, @Nullable Object right) {
        if (left != null && right != null) {
            if (Numbers.is(left) && Numbers.is(right)) {
                return Numbers.compare(left, right);
            }
            switch (left) {
                case String one when right instanceof String other -> {
                    return byCodePoints(one, other);
                }
                case LocalDate one when right instanceof LocalDate other -> {
                    return one.compareTo(other);
                }
                case LocalTime one when right instanceof LocalTime other -> {
                    return one.compareTo(other);
                }
                case LocalDateTime one when right instanceof LocalDateTime other -> {
                    return one.compareTo(other);
                }
                case ZonedDateTime one when right instanceof ZonedDateTime other -> {
                    return one.toInstant().compareTo(other.toInstant());
                }
                case Duration one when right instanceof Duration other -> {
                    return one.compareTo(other);
                }
                case List<?> one when right instanceof List<?> other -> {
                    return byElements(one, other);
                }
                case java.util.UUID one when right instanceof java.util.UUID other -> {
                    return one.toString().compareTo(other.toString());
                }
                case byte[] one when right instanceof byte[] other -> {
                    return java.util.Arrays.compareUnsigned(one, other);
                }
                default -> {
                    // falls through to the refusal
                }
            }
        }
        throw PythonError.type(
                "'"
                        + operator
                        + "' not supported between instances of '"
                        + Values.typeName(left)
                        + "' and '"
                        + Values.typeName(right)
                        + "'");
    }

    private static int byCodePoints(String left, String right) {
        return java.util.Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    private static int byElements(List<?> left, List<?> right) {
        for (int index = 0; index < Math.min(left.size(), right.size()); index++) {
            if (!Values.equal(left.get(index), right.get(index))) {
                return order(left.get(index), right.get(index));
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    static boolean contains(@Nullable Object all, @Nullable Object one) {
        return switch (all) {
            case PythonObject object -> {
                Object own = object.contains(one);
                yield !PythonObject.missing(own) ? Values.truth(own) : among(object.iterate(), one);
            }
            case String text -> text.contains(String.valueOf(one));
            case Map<?, ?> map -> map.containsKey(Values.key(one));
            case Set<?> set -> set.contains(Values.key(one));
            case null, default -> among(Values.iterate(all), one);
        };
    }

    private static boolean among(Iterable<@Nullable Object> all, @Nullable Object sought) {
        for (Object other : all) {
            if (Objects.equals(other, sought) || Values.equal(other, sought)) {
                return true;
            }
        }
        return false;
    }
}
