package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/// The fields that a condition or an expression over one table speaks of.
final class FieldNames {

    private FieldNames() {}

    static Set<String> in(Node node) {
        Set<String> names = new LinkedHashSet<>();
        add(node, names);
        return names;
    }

    private static void add(Node node, Set<String> names) {
        if (node instanceof Node.Field(var path)) {
            names.add(path.names().getFirst());
        }
        node.map(part -> {
            add(part, names);
            return part;
        });
    }
}
