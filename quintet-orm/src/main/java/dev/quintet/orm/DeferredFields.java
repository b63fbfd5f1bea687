package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.sql.LoadedColumns;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which fields a query's entities are loaded with. Django: `only`, `defer`.
final class DeferredFields {

    private DeferredFields() {}

    static List<Node> nodes(Select tree, String field, String... more) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Names.named(tree, Names.path(field)));
        for (String another : more) {
            nodes.add(Names.named(tree, Names.path(another)));
        }
        return nodes;
    }

    static Select only(Select tree, List<Node> fields) {
        Set<FieldPath> loaded = new LinkedHashSet<>();
        for (Node field : fields) {
            FieldPath path = path(field);
            loaded.addAll(columns(tree, path));
            // What leads to a joined row is needed to know it.
            for (int length = 1; length < path.names().size(); length++) {
                loaded.addAll(columns(tree, FieldPath.of(path.names().subList(0, length))));
            }
        }
        for (FieldPath joined : tree.joined()) {
            loaded.addAll(columns(tree, FieldPath.of(joined.names().subList(0, 1))));
        }
        addKey(tree.model(), loaded);
        return tree.with(tree.extras().loaded(List.copyOf(loaded)));
    }

    static Select defer(Select tree, List<Node> fields) {
        @Nullable List<FieldPath> known = tree.extras().loaded();
        Set<FieldPath> loaded = new LinkedHashSet<>(known == null ? List.of() : known);
        for (Node field : fields) {
            FieldPath path = path(field);
            FieldPath owner = FieldPath.of(path.names().subList(0, path.names().size() - 1));
            if (!LoadedColumns.named(owner, List.copyOf(loaded))) {
                Relations.targetOf(tree.model(), owner)
                        .columns()
                        .forEach(column -> loaded.add(owner.then(column.name())));
            }
        }
        fields.forEach(field -> columns(tree, path(field)).forEach(loaded::remove));
        addKey(tree.model(), loaded);
        return tree.with(tree.extras().loaded(List.copyOf(loaded)));
    }

    private static void addKey(ModelMapping<?> model, Set<FieldPath> loaded) {
        model.keyFields().forEach(key -> loaded.add(FieldPath.of(key.name())));
    }

    /// The path itself, or those of the columns of a relation that has several.
    private static List<FieldPath> columns(Select tree, FieldPath path) {
        FieldPath owner = FieldPath.of(path.names().subList(0, path.names().size() - 1));
        ModelRelation parted =
                Relations.targetOf(tree.model(), owner).parted(path.names().getLast());
        return parted == null ? List.of(path) : parted.parts().stream().map(owner::then).toList();
    }

    private static FieldPath path(Node field) {
        if (field instanceof Node.Field(var path)) {
            return path;
        }
        throw new QueryException(
                Problem.of("orm.E126", "Only fields can be loaded or left out.")
                        .fixedBy("Name fields; annotations always come."));
    }
}
