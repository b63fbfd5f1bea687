package dev.quintet.orm.tree;

import java.util.ArrayList;
import java.util.List;

/// What rows are grouped by. Django: `Query.group_by`.
///
/// @param whole whether each entity is a group of its own
/// @param by what the rows of a group agree in, where not
@SuppressWarnings("BadInstanceof") // binds what may be null
public record Grouping(boolean whole, List<Node> by) {

    /// Each entity is a group.
    public static final Grouping WHOLE = new Grouping(true, List.of());

    /// Keeps a copy.
    public Grouping {
        by = List.copyOf(by);
    }

    /// {@return the groups of rows that agree in these columns, aggregates apart}
    static Grouping by(List<Select.Column> columns, Select query) {
        List<Node> by = new ArrayList<>();
        for (Select.Column column : columns) {
            Node value = column.value();
            Node named = value instanceof Node.Ref(var name) ? query.annotation(name) : null;
            Node meant = named == null ? value : named;
            if (!meant.any(Node.Aggregate.class::isInstance)) {
                by.add(value);
            }
        }
        Grouping known = query.extras().group();
        return known != null && known.whole() ? known : new Grouping(false, by);
    }
}
