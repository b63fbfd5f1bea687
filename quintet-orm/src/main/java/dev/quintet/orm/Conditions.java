package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.List;

/// Conditions of one call, joined.
final class Conditions {

    private Conditions() {}

    static Node all(List<? extends Condition<?>> conditions) {
        if (conditions.size() == 1) {
            return conditions.getFirst().node();
        }
        var nodes = new Node[conditions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = conditions.get(i).node();
        }
        return new Node.And(List.of(nodes));
    }
}
