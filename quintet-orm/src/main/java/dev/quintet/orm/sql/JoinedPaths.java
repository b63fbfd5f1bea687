package dev.quintet.orm.sql;

import dev.quintet.orm.tree.FieldPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The relations that a query loads along, in the order of their columns.
public final class JoinedPaths {

    private JoinedPaths() {}

    /// {@return the paths and all that lead to them, each once, shorter ones first}
    public static List<FieldPath> expand(List<FieldPath> paths) {
        if (paths.isEmpty()) {
            return paths;
        }
        Set<FieldPath> all = new LinkedHashSet<>();
        for (FieldPath path : paths) {
            for (int length = 1; length <= path.names().size(); length++) {
                all.add(FieldPath.of(path.names().subList(0, length)));
            }
        }
        return List.copyOf(all);
    }
}
