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
public record Ordering(Node by, boolean descending, @Nullable Boolean nullsFirst) {

    /// {@return this key the other way round}
    public Ordering turned() {
        Boolean nulls = nullsFirst == null ? null : Boolean.valueOf(!nullsFirst);
        return new Ordering(by, !descending, nulls);
    }

    static List<Ordering> all(List<Ordering> keys, UnaryOperator<Node> change) {
        List<Ordering> changed = null;
        for (int i = 0; i < keys.size(); i++) {
            Ordering key = keys.get(i);
            Node to = change.apply(key.by());
            if (to != key.by()) {
                changed = changed == null ? new ArrayList<>(keys) : changed;
                changed.set(i, new Ordering(to, key.descending(), key.nullsFirst()));
            }
        }
        return changed == null ? keys : changed;
    }
}
