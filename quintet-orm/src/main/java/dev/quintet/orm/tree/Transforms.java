package dev.quintet.orm.tree;

import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
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
        return all;
    }

    /// {@return the transformed value, or `null` where the type has no such transform}
    static @Nullable Node of(String name, Node value, @Nullable ValueType type) {
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

    static @Nullable ValueType type(String name, @Nullable ValueType of) {
        return switch (name) {
            case "date" -> ValueType.DATE;
            case "time" -> ValueType.TIME;
            case "length" -> ValueType.INT;
            default -> DATE_PARTS.contains(name) || TIME_PARTS.contains(name) ? ValueType.INT : of;
        };
    }
}
