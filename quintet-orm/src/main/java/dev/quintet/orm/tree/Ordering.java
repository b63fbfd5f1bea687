package dev.quintet.orm.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One key that rows are sorted by.
///
/// @param by what is compared
/// @param descending whether the greatest comes first
/// @param nullsFirst where NULL goes; `null` leaves it to the database
/// @param relation the relation whose model's own order this is part of, `-` before it for the
///   other way round; `null` for what was asked for itself. Where a column has the name, it is
///   meant
@SuppressWarnings("ReferenceEquality") // what did not change is told by identity
public record Ordering(
        Node by, boolean descending, @Nullable Boolean nullsFirst, @Nullable String relation) {

    /// A key that was asked for itself.
    public Ordering(Node by, boolean descending, @Nullable Boolean nullsFirst) {
        this(by, descending, nullsFirst, null);
    }

    /// {@return this key the other way round}
    public Ordering turned() {
        Boolean nulls = nullsFirst == null ? null : Boolean.valueOf(!nullsFirst);
        String turned =
                relation == null
                        ? null
                        : relation.startsWith("-") ? relation.substring(1) : "-" + relation;
        return new Ordering(by, !descending, nulls, turned);
    }

    static List<Ordering> all(List<Ordering> keys, UnaryOperator<Node> change) {
        List<Ordering> changed = null;
        for (int i = 0; i < keys.size(); i++) {
            Ordering key = keys.get(i);
            Node to = change.apply(key.by());
            if (to != key.by()) {
                changed = changed == null ? new ArrayList<>(keys) : changed;
                changed.set(
                        i, new Ordering(to, key.descending(), key.nullsFirst(), key.relation()));
            }
        }
        return changed == null ? keys : changed;
    }
}
