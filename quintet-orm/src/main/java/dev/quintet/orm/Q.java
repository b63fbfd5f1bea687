package dev.quintet.orm;

import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions told by names, for what is not known when the program is written: a visitor's
/// filters, code that came from Django. They go wherever typed ones go, and are held against the
/// model by the query that they are given to. Django: `Q`.
///
/// `Q.of("artist__name__icontains", "reinhardt").or(Q.of("stock__gt", 3))`
public final class Q {

    private Q() {}

    /// {@return a condition told by names}
    ///
    /// @param lookup names of fields and, at the end, how to compare: `published__year__gte`
    /// @param value what to compare with: a value, an expression, a list, a query, an entity; null
    ///   asks for rows without a value
    public static Condition<Object> of(String lookup, @Nullable Object value) {
        return new Condition<>(new Node.NamedLookup(Names.path(lookup), Arguments.compared(value)));
    }

    /// {@return an expression that is true or false as a condition}
    public static Condition<Object> of(Expression<?, ?> truth) {
        return new Condition<>(Arguments.truth(truth.node()));
    }

    /// {@return all of them hold; none of them means always}
    public static Condition<Object> all(Collection<? extends Condition<?>> conditions) {
        return new Condition<>(new Node.And(nodes(conditions)));
    }

    /// {@return one of them holds at least; none of them means always, as in Django}
    public static Condition<Object> any(Collection<? extends Condition<?>> conditions) {
        return new Condition<>(new Node.Or(nodes(conditions)));
    }

    private static List<Node> nodes(Collection<? extends Condition<?>> conditions) {
        List<Node> nodes = new ArrayList<>(conditions.size());
        for (Condition<?> condition : conditions) {
            nodes.add(condition.node());
        }
        return nodes;
    }
}
