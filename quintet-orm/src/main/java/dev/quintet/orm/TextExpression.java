package dev.quintet.orm;

import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;

/// An expression whose values are text. In what it looks for, `%` and `_` stand for themselves.
///
/// @param <R> the model that it starts from
public class TextExpression<R> extends OrderedExpression<R, String> {

    /// Wraps a part of a tree.
    public TextExpression(Node node) {
        super(node);
    }

    /// {@return whether it equals `text`, whatever the case of letters}
    public final Condition<R> iexact(String text) {
        return compare(Lookup.IEXACT, text);
    }

    /// {@return whether it holds `text`}
    public final Condition<R> contains(String text) {
        return compare(Lookup.CONTAINS, text);
    }

    /// {@return whether it holds `text`, whatever the case of letters}
    public final Condition<R> icontains(String text) {
        return compare(Lookup.ICONTAINS, text);
    }

    /// {@return whether it begins with `text`}
    public final Condition<R> startsWith(String text) {
        return compare(Lookup.STARTSWITH, text);
    }

    /// {@return whether it begins with `text`, whatever the case of letters}
    public final Condition<R> istartsWith(String text) {
        return compare(Lookup.ISTARTSWITH, text);
    }

    /// {@return whether it ends with `text`}
    public final Condition<R> endsWith(String text) {
        return compare(Lookup.ENDSWITH, text);
    }

    /// {@return whether it ends with `text`, whatever the case of letters}
    public final Condition<R> iendsWith(String text) {
        return compare(Lookup.IENDSWITH, text);
    }

    /// {@return whether it matches a regular expression, in the database's own dialect of them}
    public final Condition<R> regex(String pattern) {
        return compare(Lookup.REGEX, pattern);
    }

    /// {@return whether it matches a regular expression, whatever the case of letters}
    public final Condition<R> iregex(String pattern) {
        return compare(Lookup.IREGEX, pattern);
    }

    /// {@return whether it holds what another expression says}
    public final Condition<R> contains(Expression<? super R, String> other) {
        return compareTo(Lookup.CONTAINS, other);
    }

    /// {@return whether it holds what another expression says, whatever the case of letters}
    public final Condition<R> icontains(Expression<? super R, String> other) {
        return compareTo(Lookup.ICONTAINS, other);
    }

    /// {@return whether it begins with what another expression says}
    public final Condition<R> startsWith(Expression<? super R, String> other) {
        return compareTo(Lookup.STARTSWITH, other);
    }

    /// {@return whether it ends with what another expression says}
    public final Condition<R> endsWith(Expression<? super R, String> other) {
        return compareTo(Lookup.ENDSWITH, other);
    }
}
