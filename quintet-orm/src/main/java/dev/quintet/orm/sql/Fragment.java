package dev.quintet.orm.sql;

import java.util.ArrayList;
import java.util.List;

/// A piece of SQL and the values that its `?` stand for, in their order. Immutable.
record Fragment(String sql, List<ValueUse> values) {

    /// What never holds, and what always does: told by identity, so that what is made of them can
    /// be left out.
    static final Fragment NEVER = of("1 = 0");

    static final Fragment ALWAYS = of("1 = 1");

    static Fragment of(String sql) {
        return new Fragment(sql, List.of());
    }

    /// {@return whether it is known to hold never}
    @SuppressWarnings("ReferenceEquality") // the constant, and not what a user may have written
    boolean never() {
        return this == NEVER;
    }

    /// {@return whether it is known to hold always}
    @SuppressWarnings("ReferenceEquality") // the constant, and not what a user may have written
    boolean always() {
        return this == ALWAYS;
    }

    static Fragment value(ValueUse use) {
        return new Fragment("?", List.of(use));
    }

    Fragment wrapped(String before, String after) {
        return new Fragment(before + sql + after, values);
    }

    static Fragment join(String between, List<Fragment> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var sql = new StringBuilder();
        List<ValueUse> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sql.append(i == 0 ? "" : between).append(parts.get(i).sql);
            all.addAll(parts.get(i).values);
        }
        return new Fragment(sql.toString(), all);
    }

    static Fragment concat(Fragment... parts) {
        return join("", List.of(parts));
    }

    /// Puts arguments into a template: `{0}` is the first, `{*}` all of them with commas between.
    /// An argument may stand several times, and in any order; its values follow it.
    static Fragment fill(String template, List<Fragment> args) {
        var sql = new StringBuilder();
        List<ValueUse> all = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            if (open < 0) {
                sql.append(template, at, template.length());
                break;
            }
            int close = template.indexOf('}', open);
            sql.append(template, at, open);
            String name = template.substring(open + 1, close);
            Fragment part = name.equals("*") ? join(", ", args) : args.get(Integer.parseInt(name));
            if (!(name.equals("*") && args.isEmpty())) {
                sql.append(part.sql);
                all.addAll(part.values);
            }
            at = close + 1;
        }
        return new Fragment(sql.toString(), all);
    }

    static Fragment fill(String template, Fragment... args) {
        return fill(template, List.of(args));
    }
}
