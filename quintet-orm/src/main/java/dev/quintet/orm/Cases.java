package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Results under conditions, told by names; the first whose condition holds is the value.
/// Immutable. Django: `Case`.
public final class Cases extends Expression<Object, Object> {

    private final Node.Case node;

    Cases(Node.Case node) {
        super(node);
        this.node = node;
    }

    /// {@return these, and another result}
    public Cases when(Condition<?> condition, @Nullable Object result) {
        List<Node.When> more = new ArrayList<>(node.branches());
        more.add(new Node.When(condition.node(), Arguments.value(result)));
        return new Cases(new Node.Case(more, node.otherwise()));
    }

    /// {@return these, with the result where no condition holds}
    public F otherwise(@Nullable Object result) {
        return new F(new Node.Case(node.branches(), Arguments.value(result)));
    }
}
