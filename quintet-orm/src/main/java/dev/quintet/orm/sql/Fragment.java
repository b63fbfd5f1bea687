package dev.quintet.orm.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A piece of SQL and the values that its `?` stand for, in their order. Immutable.
record Fragment(String sql, List<ValueUse> values) {

    static final Fragment NEVER = of("1 = 0");
    static final Fragment ALWAYS = of("1 = 1");

    static Fragment of(String sql) {
        return new Fragment(sql, List.of());
    }

    static Fragment value(ValueUse use) {
        return new Fragment("?", List.of(use));
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    Fragment wrapped(String before, String after) {
        return new Fragment(before + sql + after, values);
    }

    static Fragment join(String between, List<Fragment> parts) {
        List<ValueUse> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.values));
        return new Fragment(
                parts.stream().map(Fragment::sql).collect(Collectors.joining(between)), all);
    }

    static Fragment concat(Fragment... parts) {
        return join("", List.of(parts));
    }
}
