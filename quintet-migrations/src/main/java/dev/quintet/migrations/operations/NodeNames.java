package dev.quintet.migrations.operations;

import dev.quintet.orm.state.GeneratedColumn;
import dev.quintet.orm.state.StateExpression;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions and expressions over a model's own table, a field of which has another name now.
///
/// @param field its name before
/// @param to its name from then on
record NodeNames(String field, String to) {

    Node of(Node node) {
        return switch (node) {
            case Node.Field(FieldPath path) -> new Node.Field(of(path));
            case Node.Named(FieldPath path) -> new Node.Named(of(path));
            case Node.NamedLookup(FieldPath path, Node value) ->
                    new Node.NamedLookup(of(path), of(value));
            default -> node.map(this::of);
        };
    }

    @Nullable Node ofCondition(@Nullable Node condition) {
        return condition == null ? null : of(condition);
    }

    @Nullable GeneratedColumn of(@Nullable GeneratedColumn column) {
        return column != null && column.expression() instanceof StateExpression.Tree(Node node)
                ? new GeneratedColumn(new StateExpression.Tree(of(node)), column.stored())
                : column;
    }

    private FieldPath of(FieldPath path) {
        if (!path.names().getFirst().equals(field)) {
            return path;
        }
        List<String> names = new ArrayList<>(path.names());
        names.set(0, to);
        return FieldPath.of(names);
    }
}
