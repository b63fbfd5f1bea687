package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import java.util.Arrays;
import java.util.List;

/// Functions, lookups and transforms of your own, typed: SQL that the program's author wrote, with
/// `?` for each argument and `??` for a question mark. Unsafe if it is made of a visitor's text;
/// what a visitor said goes in as an argument. Django: `Func`, `RawSQL`, custom lookups.
///
/// ```java
/// static <R> NumberExpression<R, Integer> levenshtein(Expression<R, String> text, String other) {
///     return OwnSql.number("levenshtein(?, ?)", FieldType.int32(), text, Expressions.value(other));
/// }
/// ```
public final class OwnSql {

    private OwnSql() {}

    private static Node raw(String sql, FieldType type, Expression<?, ?>... arguments) {
        List<Node> nodes = Arrays.stream(arguments).<Node>map(Expression::node).toList();
        return new Node.Raw(sql, nodes, type);
    }

    /// {@return a text}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> TextExpression<R> text(String sql, Expression<? super R, ?>... arguments) {
        return new TextExpression<>(raw(sql, FieldType.text(), arguments));
    }

    /// {@return a number}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R, V extends Number> NumberExpression<R, V> number(
            String sql, FieldType type, Expression<? super R, ?>... arguments) {
        return new NumberExpression<>(raw(sql, type, arguments));
    }

    /// {@return a value of any type}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R, V> ValueExpression<R, V> value(
            String sql, FieldType type, Expression<? super R, ?>... arguments) {
        return new ValueExpression<>(raw(sql, type, arguments));
    }

    /// {@return a condition: a lookup of your own}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> Condition<R> condition(String sql, Expression<? super R, ?>... arguments) {
        return new Condition<>(raw(sql, FieldType.bool(), arguments));
    }
}
