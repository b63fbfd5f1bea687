package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.List;

/// What rows of R must satisfy. Django: `Q`. Immutable.
///
/// @param <R> the model that it speaks of
public final class Condition<R> {

    private final Node node;

    Condition(Node node) {
        this.node = node;
    }

    /// {@return its place in the query's tree}
    public Node node() {
        return node;
    }

    /// {@return both hold}
    public <S extends R> Condition<S> and(Condition<? super S> other) {
        return new Condition<>(new Node.And(List.of(node, other.node())));
    }

    /// {@return one of them holds at least}
    public <S extends R> Condition<S> or(Condition<? super S> other) {
        return new Condition<>(new Node.Or(List.of(node, other.node())));
    }

    /// {@return just one of them holds}
    public <S extends R> Condition<S> xor(Condition<? super S> other) {
        return new Condition<>(new Node.Xor(List.of(node, other.node())));
    }

    /// {@return whether it holds, as a value: to annotate, to group by, to sort by}
    public Expression<R, Boolean> value() {
        return Expressions.plain(new Node.Truth(node));
    }

    /// {@return it does not hold}
    public Condition<R> not() {
        return new Condition<>(new Node.Not(node));
    }
}
