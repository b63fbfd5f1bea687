package dev.quintet.orm.sql;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Grouping;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rows are grouped by: what was asked for, and whatever else stands outside of aggregates.
/// Django: `SQLCompiler.get_group_by`.
@SuppressWarnings("BadInstanceof") // binds what may be null
final class Groups {

    private final Scope scope;
    private final Operands operands;

    Groups(Scope scope, Operands operands) {
        this.scope = scope;
        this.operands = operands;
    }

    /// {@return the keys, as they stand behind GROUP BY}
    ///
    /// @param selected the columns of the rows
    List<Fragment> of(
            Select query, List<Fragment> selected, List<Ordering> order, List<Node> having) {
        Set<Fragment> groups = new LinkedHashSet<>();
        Grouping asked = query.extras().group();
        List<Select.Column> columns = query.columns();
        boolean columnsAggregate =
                columns != null
                        && columns.stream().anyMatch(c -> Contents.aggregates(query, c.value()));
        boolean whole = asked == null ? columns == null || !columnsAggregate : asked.whole();
        if (whole) {
            entity(query, groups);
        } else if (asked != null) {
            asked.by().forEach(node -> add(query, groups, node));
        }
        if (columns == null) {
            query.annotations().forEach(a -> add(query, groups, new Node.Ref(a.name())));
        } else {
            columns.forEach(column -> add(query, groups, column.value()));
        }
        order.forEach(key -> add(query, groups, key.by()));
        having.forEach(node -> add(query, groups, node));
        return numbered(groups, selected);
    }

    /// A key that holds values is told by its column's number: twice the same `?` is not the same.
    private static List<Fragment> numbered(Set<Fragment> groups, List<Fragment> selected) {
        List<Fragment> keys = new ArrayList<>(groups.size());
        for (Fragment group : groups) {
            int at = group.values().isEmpty() ? -1 : selected.indexOf(group);
            keys.add(at < 0 ? group : Fragment.of(String.valueOf(at + 1)));
        }
        return keys;
    }

    private void entity(Select query, Set<Fragment> groups) {
        if (scope.dialect() instanceof PostgresqlDialect || query.columns() != null) {
            for (Scope.Place part : scope.resolve(FieldPath.ROOT, null).all()) {
                groups.add(Fragment.of(scope.sql(part)));
            }
            if (query.columns() != null) {
                return;
            }
        } else {
            columns(groups, scope.root(), null, FieldPath.ROOT, query);
        }
        for (FieldPath path : JoinedPaths.expand(query.joined())) {
            Join join = scope.joinTo(path);
            columns(groups, Objects.requireNonNull(join.model), join, path, query);
        }
    }

    private void columns(
            Set<Fragment> groups,
            ModelMapping<?> model,
            @Nullable Join join,
            FieldPath path,
            Select query) {
        for (int number : LoadedColumns.of(model, path, query.extras().loaded())) {
            groups.add(Fragment.of(scope.sql(scope.place(join, model, number))));
        }
    }

    private void add(Select query, Set<Fragment> groups, Node node) {
        switch (node) {
            case Node.Param _, Node.Aggregate _ -> {
                // A constant splits nothing, and an aggregate is what groups are for.
            }
            case Node.Call(var function, var _) when function.equals("random") -> {
                // As random as before.
            }
            case Node.Ref(var name) when query.annotation(name) != null -> {
                Node value = Objects.requireNonNull(query.annotation(name));
                if (Contents.aggregates(query, value) || Contents.windows(query, value)) {
                    add(query, groups, value);
                } else if (!constant(value)) {
                    groups.add(operands.operand(node));
                }
            }
            case Node.Window(var value, var partition, var order, var _) -> {
                if (value instanceof Node.Aggregate aggregate) {
                    aggregate.args().forEach(arg -> add(query, groups, arg));
                } else {
                    add(query, groups, value);
                }
                partition.forEach(one -> add(query, groups, one));
                order.forEach(one -> add(query, groups, one.by()));
            }
            case Node.And _,
                    Node.Or _,
                    Node.Xor _,
                    Node.Not _,
                    Node.Compare _,
                    Node.IsNull _,
                    Node.In _,
                    Node.Range _ ->
                    parts(query, groups, node);
            default -> {
                if (Contents.aggregates(query, node) || Contents.windows(query, node)) {
                    parts(query, groups, node);
                } else if (!constant(node)) {
                    groups.add(operands.operand(node));
                }
            }
        }
    }

    private void parts(Select query, Set<Fragment> groups, Node node) {
        node.map(part -> {
            add(query, groups, part);
            return part;
        });
    }

    /// {@return whether it is the same for all rows}
    private static boolean constant(Node node) {
        return !node.any(part ->
                switch (part) {
                    case Node.Field _,
                            Node.Ref _,
                            Node.Outer _,
                            Node.Scalar _,
                            Node.Exists _,
                            Node.InQuery _,
                            Node.Raw _ ->
                            true;
                    default -> false;
                });
    }
}
