package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The columns of rows of values, told by names. Django: `Query.set_values`.
final class Columns {

    private Columns() {}

    /// {@return the columns of these names and expressions; of all fields and annotations, where
    /// none is said}
    static List<Select.Column> named(Select tree, List<?> items) {
        List<Select.Column> columns = new ArrayList<>();
        if (items.isEmpty()) {
            for (FieldState field : tree.model().columns()) {
                String name = field.relation() == null ? field.name() : field.name() + "_id";
                columns.add(new Select.Column(name, new Node.Field(FieldPath.of(field.name()))));
            }
            tree.annotations()
                    .forEach(a -> columns.add(new Select.Column(a.name(), new Node.Ref(a.name()))));
            return columns;
        }
        for (Object item : items) {
            columns.add(column(tree, Objects.requireNonNull(item, "a column"), columns.size()));
        }
        return columns;
    }

    private static Select.Column column(Select tree, Object item, int number) {
        return switch (item) {
            case String name -> new Select.Column(name, Names.named(tree, Names.path(name)));
            case Selectable<?> expression ->
                    new Select.Column(
                            expression.node() instanceof Node.Named(var path)
                                    ? path.toString()
                                    : "expression" + (number + 1),
                            Names.resolve(tree, expression.node()));
            default ->
                    throw new QueryException(
                            Problem.of("orm.E120", "'" + item + "' is no column.")
                                    .fixedBy("Give names of fields, or expressions."));
        };
    }

    /// {@return the query with these columns; aggregates among them make it group by the others}
    static Select touching(Select tree, List<Select.Column> columns) {
        return tree.selectingColumns(columns);
    }
}
