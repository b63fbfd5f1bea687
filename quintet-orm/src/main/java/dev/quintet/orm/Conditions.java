package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.List;

/// Conditions of one call, joined.
final class Conditions {

    private Conditions() {}

    static Node all(List<? extends Condition<?>> conditions) {
        return conditions.size() == 1
                ? conditions.getFirst().node()
                : new Node.And(conditions.stream().map(Condition::node).toList());
    }
}
