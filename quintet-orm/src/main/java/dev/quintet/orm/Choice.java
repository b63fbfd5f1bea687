package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;

/// Results under conditions; the first whose condition holds is the value, NULL where none does.
/// Immutable. Django: `Case`, `When`.
///
/// `when(Albums.stock.eq(0), "sold out").when(Albums.stock.lt(3), "few").otherwise("there")`
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class Choice<R, V> extends OrderedExpression<R, V> {

    private final List<Node.When> branches;

    Choice(List<Node.When> branches) {
        super(new Node.Case(branches, null));
        this.branches = branches;
    }

    /// {@return these, and another result}
    public Choice<R, V> when(Condition<? super R> condition, V result) {
        return and(condition, new Node.Value(result));
    }

    /// {@return these, and another result that the database works out}
    public Choice<R, V> when(
            Condition<? super R> condition, Expression<? super R, ? extends V> result) {
        return and(condition, result.node());
    }

    private Choice<R, V> and(Condition<?> condition, Node result) {
        List<Node.When> more = new ArrayList<>(branches);
        more.add(new Node.When(condition.node(), result));
        return new Choice<>(more);
    }

    /// {@return these, with the result where no condition holds}
    public ValueExpression<R, V> otherwise(V result) {
        return new ValueExpression<>(new Node.Case(branches, new Node.Value(result)));
    }

    /// {@return these, with what the database works out where no condition holds}
    public ValueExpression<R, V> otherwise(Expression<? super R, ? extends V> result) {
        return new ValueExpression<>(new Node.Case(branches, result.node()));
    }
}
