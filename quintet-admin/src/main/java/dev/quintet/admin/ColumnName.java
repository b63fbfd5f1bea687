package dev.quintet.admin;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;

/// The name by which queries know a column: `artist__name`.
final class ColumnName {

    private ColumnName() {}

    /// {@return the column's name}
    ///
    /// @throws AdminException when it is no column but something that is computed
    static String of(Selectable<?> column) {
        if (column.node() instanceof Node.Field(var path) && !path.names().isEmpty()) {
            return String.join("__", path.names());
        }
        throw new AdminException(
                Problem.of("admin.E001", "The admin needs a column here, and got " + column.node())
                        .fixedBy(
                                "Give a column of the catalogue, such as Albums.title, or use"
                                        + " column(label, function)."));
    }

    static List<String> all(Selectable<?>... columns) {
        var names = new ArrayList<String>(columns.length);
        for (Selectable<?> column : columns) {
            names.add(of(column));
        }
        return List.copyOf(names);
    }
}
