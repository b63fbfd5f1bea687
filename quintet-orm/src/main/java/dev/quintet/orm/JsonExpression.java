package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON document in the database, or a value inside one. Immutable. Django: `JSONField` lookups.
///
/// `json(Books.metadata).key("owner").key("name").asText().icontains("ada")`
///
/// The `null` that JSON can say is not the NULL of a column: {@link #isJsonNull} asks for the one,
/// {@link #isMissing} for the other.
///
/// @param <R> the model that it starts from
public final class JsonExpression<R> implements Selectable<R> {

    private final Node document;
    private final List<String> keys;

    private JsonExpression(Node document, List<String> keys) {
        this.document = document;
        this.keys = keys;
    }

    /// {@return a document}
    public static <R> JsonExpression<R> json(Expression<R, ?> document) {
        return new JsonExpression<>(document.node(), List.of());
    }

    /// {@return the value under a key of this object}
    public JsonExpression<R> key(String key) {
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return new JsonExpression<>(document, longer);
    }

    /// {@return the value at a number of this list, counted from 0}
    public JsonExpression<R> at(int number) {
        return key(String.valueOf(number));
    }

    @Override
    public Node node() {
        return keys.isEmpty() ? document : new Node.JsonPath(document, keys, false);
    }

    /// {@return whether it equals a value: a map, a list, a text, a number, a truth}
    public Condition<R> eq(Object value) {
        return compare(Lookup.EXACT, value);
    }

    /// {@return whether it is the `null` that JSON can say}
    public Condition<R> isJsonNull() {
        return new Condition<>(new Node.Compare(Lookup.EXACT, node(), new Node.Value(null)));
    }

    /// {@return whether there is no such value, or no document at all}
    public Condition<R> isMissing() {
        return new Condition<>(new Node.IsNull(node(), true));
    }

    /// {@return whether there is such a value, be it JSON's `null`}
    public Condition<R> isPresent() {
        return new Condition<>(new Node.IsNull(node(), false));
    }

    /// {@return whether it is less}
    public Condition<R> lt(Object value) {
        return compare(Lookup.LT, value);
    }

    /// {@return whether it is less or equal}
    public Condition<R> lte(Object value) {
        return compare(Lookup.LTE, value);
    }

    /// {@return whether it is greater}
    public Condition<R> gt(Object value) {
        return compare(Lookup.GT, value);
    }

    /// {@return whether it is greater or equal}
    public Condition<R> gte(Object value) {
        return compare(Lookup.GTE, value);
    }

    /// {@return whether it has all that `part` has}
    public Condition<R> contains(Object part) {
        return compare(Lookup.CONTAINS, part);
    }

    /// {@return whether it has nothing but what `whole` has}
    public Condition<R> containedBy(Object whole) {
        return compare(Lookup.CONTAINED_BY, whole);
    }

    /// {@return whether it has a key}
    public Condition<R> hasKey(String key) {
        return compare(Lookup.HAS_KEY, key);
    }

    /// {@return whether it has all of these keys}
    public Condition<R> hasKeys(String... keys) {
        return compare(Lookup.HAS_KEYS, List.of(keys));
    }

    /// {@return whether it has one of these keys at least}
    public Condition<R> hasAnyKeys(String... keys) {
        return compare(Lookup.HAS_ANY_KEYS, List.of(keys));
    }

    /// {@return it as text: a text without its quotes, anything else as JSON}
    public TextExpression<R> asText() {
        return new TextExpression<>(new Node.JsonPath(document, keys, true));
    }

    /// {@return it as a floating-point number}
    public NumberExpression<R, Double> asNumber() {
        return new NumberExpression<>(
                new Node.Cast(new Node.JsonPath(document, keys, true), FieldType.float64()));
    }

    /// {@return it as Java knows it: a map, a list, text, a number, a truth}
    public Expression<R, Object> value() {
        return Expressions.plain(node());
    }

    private Condition<R> compare(Lookup lookup, @Nullable Object value) {
        return new Condition<>(new Node.Compare(lookup, node(), new Node.Value(value)));
    }
}
