package dev.quintet.template.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Equality, order and membership as templates mean them: numbers by value whatever their types,
/// text by its characters, an enum constant also by its name.
public final class Compare {

    private Compare() {}

    /// {@return whether both mean the same}
    @SuppressWarnings("ReferenceEquality") // the same object is equal to itself, whatever it is
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return a.intValue() == b.intValue();
        }
        Object a = bare(left);
        Object b = bare(right);
        if (a == b) {
            return !(a instanceof Double d && d.isNaN());
        }
        if (a == null || b == null) {
            return false;
        }
        if (a instanceof CharSequence || b instanceof CharSequence) {
            return equalTexts(a, b);
        }
        Number x = Numeric.of(a);
        Number y = Numeric.of(b);
        if (x != null && y != null) {
            return !isNaN(x) && !isNaN(y) && Numeric.compare(x, y) == 0;
        }
        if (a instanceof Object[] one && b instanceof Object[] other) {
            return equalLists(Arrays.asList(one), Arrays.asList(other));
        }
        if (a instanceof List<?> one && b instanceof List<?> other) {
            return equalLists(one, other);
        }
        return a.equals(b);
    }

    /// {@return the order of both, or `null` when they have none}
    public static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return Integer.compare(a, b);
        }
        Object a = bare(left);
        Object b = bare(right);
        Number x = Numeric.of(a);
        Number y = Numeric.of(b);
        if (x != null && y != null) {
            return isNaN(x) || isNaN(y) ? null : Numeric.compare(x, y);
        }
        if (a instanceof CharSequence one && b instanceof CharSequence other) {
            return codePoints(one.toString(), other.toString());
        }
        if (a instanceof Object[] one && b instanceof Object[] other) {
            return orderLists(Arrays.asList(one), Arrays.asList(other));
        }
        if (a instanceof List<?> one && b instanceof List<?> other) {
            return orderLists(one, other);
        }
        if (a instanceof Comparable<?> one && b != null && one.getClass() == b.getClass()) {
            return orderSame(one, b);
        }
        return null;
    }

    /// {@return whether `container` has `item`: a part of a text, a key of a map, an item of the
    /// rest; `null` when it cannot have any}
    public static @Nullable Boolean contains(@Nullable Object container, @Nullable Object item) {
        Object inner = bare(container);
        if (inner instanceof CharSequence text) {
            return item instanceof CharSequence part ? text.toString().contains(part) : null;
        }
        if (inner instanceof Map<?, ?> map) {
            return contains(map.keySet(), item);
        }
        if (inner instanceof Collection<?> many && holds(many, item)) {
            return true;
        }
        List<@Nullable Object> items = Items.of(inner);
        if (items == null) {
            return null;
        }
        for (Object each : items) {
            if (equal(each, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Collection<?> many, @Nullable Object item) {
        try {
            return item != null && many.contains(item);
        } catch (ClassCastException | NullPointerException unfit) {
            return false; // a sorted set of another type says so by throwing
        }
    }

    private static boolean equalTexts(Object a, Object b) {
        if (a instanceof Enum<?> constant) {
            return isNamed(constant, b.toString());
        }
        if (b instanceof Enum<?> constant) {
            return isNamed(constant, a.toString());
        }
        boolean texts =
                (a instanceof CharSequence || a instanceof Character)
                        && (b instanceof CharSequence || b instanceof Character);
        return texts && a.toString().equals(b.toString());
    }

    private static boolean isNamed(Enum<?> constant, String text) {
        return constant.name().equals(text) || constant.toString().equals(text);
    }

    private static boolean equalLists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        var other = b.iterator();
        for (Object item : a) {
            if (!equal(item, other.next())) {
                return false;
            }
        }
        return true;
    }

    /// Texts in the order of their code points, which those of two `char`s would upset.
    private static int codePoints(String a, String b) {
        int least = Math.min(a.length(), b.length());
        for (int i = 0; i < least; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean mixed = Character.isSurrogate(x) != Character.isSurrogate(y);
                return mixed ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static @Nullable Integer orderLists(List<?> a, List<?> b) {
        var other = b.iterator();
        for (Object item : a) {
            if (!other.hasNext()) {
                return 1;
            }
            Object counterpart = other.next();
            if (!equal(item, counterpart)) {
                return order(item, counterpart);
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class, which compares to itself
    private static int orderSame(Comparable one, Object other) {
        return one.compareTo(other);
    }

    private static boolean isNaN(Number number) {
        return (number instanceof Double d && d.isNaN())
                || (number instanceof Float f && f.isNaN());
    }

    private static @Nullable Object bare(@Nullable Object value) {
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }
}
