package dev.quintet.orm.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists compared by their places: lists compare each other by iterators, one more object for each
/// list of each query that is looked up.
final class Lists {

    private Lists() {}

    @SuppressWarnings("ReferenceEquality") // the same list is equal
    static boolean equal(
            @Nullable List<? extends Object> one, @Nullable List<? extends Object> other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
