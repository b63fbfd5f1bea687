package dev.quintet.orm;

import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.List;

/// One key that rows of R are sorted by. Immutable.
///
/// @param <R> the model
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

    /// {@return this key in a query: a relation stands for its own model's order}
    List<Ordering> orderings(Select query) {
        if (ordering.by() instanceof Node.Named(var path)) {
            String sign = ordering.descending() ? "-" : "";
            List<Ordering> found =
                    Names.ordering(query, path.toString().equals("?") ? "?" : sign + path);
            return ordering.nullsFirst() == null
                    ? found
                    : found.stream()
                            .map(o -> new Ordering(o.by(), o.descending(), ordering.nullsFirst()))
                            .toList();
        }
        Node by = Names.resolve(query, ordering.by());
        return List.of(
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
