package dev.quintet.orm;

import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.List;

/// One key that rows of R are sorted by. Immutable.
///
/// @param <R> the model
@SuppressWarnings("ReferenceEquality") // what did not change is told by identity
public final class Sort<R> {

    private final Ordering ordering;

    private Sort(Ordering ordering) {
        this.ordering = ordering;
    }

    /// {@return a key told by a name; `-` before it means downwards, `?` no order}
    public static Sort<Object> of(String name) {
        boolean descending = name.startsWith("-");
        Node key = new Node.Named(Names.path(descending ? name.substring(1) : name));
        return new Sort<>(new Ordering(key, descending, null));
    }

    /// Adds this key as a query means it: a relation stands for its own model's order.
    void addTo(List<Ordering> order, Select query) {
        if (ordering.by() instanceof Node.Named(var path)) {
            String name = path.toString();
            String key = ordering.descending() && !name.equals("?") ? "-" + name : name;
            for (Ordering one : Names.ordering(query, key)) {
                order.add(
                        ordering.nullsFirst() == null
                                ? one
                                : new Ordering(one.by(), one.descending(), ordering.nullsFirst()));
            }
            return;
        }
        Node by = Names.resolve(query, ordering.by());
        order.add(
                by == ordering.by()
                        ? ordering
                        : new Ordering(by, ordering.descending(), ordering.nullsFirst()));
    }

    static <R> Sort<R> by(Node node, boolean descending) {
        return new Sort<>(new Ordering(node, descending, null));
    }

    /// {@return this key, rows without a value first}
    public Sort<R> nullsFirst() {
        return new Sort<>(new Ordering(ordering.by(), ordering.descending(), true));
    }

    /// {@return this key, rows without a value last}
    public Sort<R> nullsLast() {
        return new Sort<>(new Ordering(ordering.by(), ordering.descending(), false));
    }

    /// {@return its place in the query's tree}
    public Ordering ordering() {
        return ordering;
    }
}
