package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Operator;
import java.util.List;

/// Operators and casts in a database's own words, over pieces that are SQL already: for what is no
/// query, such as constraints and defaults of columns.
public final class PlainSql {

    private PlainSql() {}

    /// {@return two values combined}
    public static String arithmetic(Dialect dialect, Operator operator, String left, String right) {
        return dialect.words()
                .arithmetic(operator, Fragment.of(left), Fragment.of(right), null, null)
                .sql();
    }

    /// {@return a value as one of another type}
    public static String cast(Dialect dialect, String value, FieldType type) {
        return dialect.words().cast(Fragment.of(value), type, null).sql();
    }

    /// {@return SQL of the program's author, its `?` filled in their order}
    public static String raw(String sql, List<String> args) {
        var text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < sql.length(); i++) {
            boolean mark = sql.charAt(i) == '?';
            boolean doubled = mark && i + 1 < sql.length() && sql.charAt(i + 1) == '?';
            if (doubled) {
                text.append('?');
                i++;
            } else if (mark && next < args.size()) {
                text.append(args.get(next++));
            } else {
                text.append(sql.charAt(i));
            }
        }
        return text.toString();
    }
}
