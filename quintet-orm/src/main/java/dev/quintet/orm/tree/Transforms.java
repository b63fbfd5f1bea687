package dev.quintet.orm.tree;

import dev.quintet.orm.OwnTransforms;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may stand between a field's name and a lookup: `published__year__gte`. Django: transforms.
final class Transforms {

    private static final Set<String> DATE_PARTS =
            Set.of(
                    "year",
                    "iso_year",
                    "quarter",
                    "month",
                    "day",
                    "week",
                    "week_day",
                    "iso_week_day");
    private static final Set<String> TIME_PARTS = Set.of("hour", "minute", "second");
    private static final Set<String> TEXT =
            Set.of("lower", "upper", "length", "trim", "ltrim", "rtrim", "reverse", "unaccent");
    private static final Set<String> NUMBERS =
            Set.of("abs", "ceil", "floor", "round", "sign", "sqrt");

    private static final Map<String, String> RANGES =
            Map.of(
                    "startswith", "range_lower",
                    "endswith", "range_upper",
                    "isempty", "range_isempty",
                    "lower_inc", "range_lower_inc",
                    "upper_inc", "range_upper_inc",
                    "lower_inf", "range_lower_inf",
                    "upper_inf", "range_upper_inf");

    private Transforms() {}

    static boolean known(String name) {
        return names().contains(name);
    }

    static List<String> names() {
        List<String> all = new ArrayList<>(DATE_PARTS.stream().sorted().toList());
        all.addAll(TIME_PARTS.stream().sorted().toList());
        all.addAll(List.of("date", "time"));
        all.addAll(TEXT.stream().sorted().toList());
        all.addAll(NUMBERS.stream().sorted().toList());
        all.addAll(OwnTransforms.names());
        return all;
    }

    /// {@return the transformed value, or `null` where the type has no such transform}
    static @Nullable Node of(String name, Node value, @Nullable ValueType type) {
        Node own = OwnTransforms.of(name, value);
        if (own != null) {
            return own;
        }
        if (type != null && type.sql() instanceof SqlType.ArrayOf) {
            return ofArray(name, value);
        }
        if (type != null && type.sql() instanceof SqlType.RangeOf) {
            String function = RANGES.get(name);
            return function == null ? null : new Node.Call(function, List.of(value));
        }
        boolean unknown = type == null;
        SqlType sql = type == null ? null : type.sql();
        boolean point = sql instanceof SqlType.Timestamp || sql instanceof SqlType.LocalTimestamp;
        boolean day = point || sql instanceof SqlType.Date;
        boolean clock = point || sql instanceof SqlType.Time;
        if (DATE_PARTS.contains(name)) {
            return unknown || day ? new Node.Extract(name, value, null) : null;
        }
        if (TIME_PARTS.contains(name)) {
            return unknown || clock ? new Node.Extract(name, value, null) : null;
        }
        if (name.equals("date") || name.equals("time")) {
            return unknown || point ? new Node.Trunc(name, value, null, null) : null;
        }
        boolean text = unknown || (type != null && type.text());
        if (TEXT.contains(name)) {
            return text ? new Node.Call(name, List.of(value)) : null;
        }
        boolean number =
                unknown
                        || (type != null
                                && (type.whole()
                                        || type.decimal()
                                        || sql instanceof SqlType.DoublePrecision));
        return NUMBERS.contains(name) && number ? new Node.Call(name, List.of(value)) : null;
    }

    /// `tags__0` is the first value, `tags__0_2` are the first two, `tags__len` is how many.
    private static @Nullable Node ofArray(String name, Node value) {
        if (name.equals("len")) {
            return new Node.Call("array_len", List.of(value));
        }
        if (name.matches("\\d{1,9}")) {
            return new Node.Call("array_at", List.of(value, place(Integer.parseInt(name) + 1)));
        }
        if (name.matches("\\d{1,9}_\\d{1,9}")) {
            int line = name.indexOf('_');
            Node from = place(Integer.parseInt(name.substring(0, line)) + 1);
            Node until = place(Integer.parseInt(name.substring(line + 1)));
            return new Node.Call("array_slice", List.of(value, from, until));
        }
        return null;
    }

    private static Node place(int number) {
        return new Node.Value(number, FieldType.int32());
    }

    /// {@return whether the name is a bound of a range, and not a lookup of texts}
    static boolean bound(String name, @Nullable ValueType type) {
        return type != null && type.sql() instanceof SqlType.RangeOf && RANGES.containsKey(name);
    }

    static @Nullable ValueType type(String name, @Nullable ValueType of) {
        if (of != null && of.sql() instanceof SqlType.ArrayOf(var element)) {
            return name.equals("len")
                    ? ValueType.INT
                    : name.indexOf('_') > 0 ? of : ValueType.of(FieldType.of("element", element));
        }
        if (of != null && of.sql() instanceof SqlType.RangeOf(var bound)) {
            return name.endsWith("with")
                    ? ValueType.of(FieldType.of("bound", bound))
                    : ValueType.BOOL;
        }
        return switch (name) {
            case "date" -> ValueType.DATE;
            case "time" -> ValueType.TIME;
            case "length" -> ValueType.INT;
            default -> DATE_PARTS.contains(name) || TIME_PARTS.contains(name) ? ValueType.INT : of;
        };
    }
}
