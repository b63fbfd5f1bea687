package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.Objects;

/// A field and what an update puts into it.
///
/// @param <R> the model that the field belongs to
public final class Assignment<R> {

    private final FieldPath field;
    private final Node value;

    private Assignment(Selectable<R> column, Node value) {
        this.field = ((Node.Field) column.node()).path();
        this.value = value;
    }

    static <R> Assignment<R> of(Selectable<R> column, Object value) {
        Objects.requireNonNull(value, "A column is set to null by setNull().");
        return new Assignment<>(column, new Node.Value(value));
    }

    static <R> Assignment<R> of(Selectable<R> column, Expression<?, ?> value) {
        return new Assignment<>(column, value.node());
    }

    static <R> Assignment<R> ofNull(Selectable<R> column) {
        return new Assignment<>(column, new Node.Value(null));
    }

    /// {@return the name of a field of the model itself}
    static String nameOf(Selectable<?> column) {
        if (column.node() instanceof Node.Field(FieldPath path) && path.names().size() == 1) {
            return path.names().getFirst();
        }
        throw new QueryException(
                Problem.of("orm.E153", "This is no field of the object's own model.")
                        .fixedBy("Name one of its own fields, such as Albums.title."));
    }

    /// {@return the field}
    public FieldPath field() {
        return field;
    }

    /// {@return what goes into it}
    public Node value() {
        return value;
    }
}
