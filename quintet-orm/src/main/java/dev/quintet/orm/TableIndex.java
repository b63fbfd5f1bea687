package dev.quintet.orm;

import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An index of a model's table: partial, over expressions, with more fields, of a kind of its own.
/// Immutable. Django: `Index`.
///
/// @param <R> the model
public final class TableIndex<R> {

    private final IndexState state;

    private TableIndex(IndexState state) {
        this.state = state;
    }

    /// {@return an index over fields and expressions}
    ///
    /// @param name unique in the database; `%(class)s` and `%(app_label)s` are filled in
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> TableIndex<R> of(String name, Selectable<R>... parts) {
        List<IndexState.Part> all = new ArrayList<>();
        for (Selectable<R> part : parts) {
            all.add(part(part, false, ""));
        }
        return new TableIndex<>(new IndexState(name, all, null, List.of(), ""));
    }

    /// {@return this index with one more part, the greatest first}
    public TableIndex<R> descending(Selectable<R> part) {
        List<IndexState.Part> more = new ArrayList<>(state.parts());
        more.add(part(part, true, ""));
        return new TableIndex<>(
                new IndexState(
                        state.name(), more, state.condition(), state.include(), state.method()));
    }

    /// {@return this index with the rows alone that meet a condition}
    public TableIndex<R> where(Condition<R> condition) {
        return new TableIndex<>(
                new IndexState(
                        state.name(),
                        state.parts(),
                        condition.node(),
                        state.include(),
                        state.method()));
    }

    /// {@return this index, which keeps more fields}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final TableIndex<R> include(Selectable<R>... fields) {
        return new TableIndex<>(
                new IndexState(
                        state.name(),
                        state.parts(),
                        state.condition(),
                        names(fields),
                        state.method()));
    }

    /// {@return this index, whose parts compare by these classes of operators, in order}
    public TableIndex<R> operators(String... classes) {
        return new TableIndex<>(
                new IndexState(
                        state.name(),
                        withOperators(state.parts(), classes),
                        state.condition(),
                        state.include(),
                        state.method()));
    }

    /// {@return this index kept in another way}
    ///
    /// @param method such as `gin`, `gist`, `hash`, `brin`; where the database knows only one it is
    ///   passed over
    public TableIndex<R> using(String method) {
        if (!method.matches("[a-z]{2,20}")) {
            throw new IllegalArgumentException(method + " is no kind of index.");
        }
        return new TableIndex<>(
                new IndexState(
                        state.name(), state.parts(), state.condition(), state.include(), method));
    }

    /// {@return it as a value without the model's class}
    public IndexState state() {
        return state;
    }

    /// {@return a model with these indexes besides; for generated mappings}
    public static <M> ModelState added(ModelState model, List<TableIndex<M>> indexes) {
        ModelState all = model;
        for (TableIndex<M> one : indexes) {
            all = all.with(StoredValues.of(model).index(one.state));
        }
        return all;
    }

    static IndexState.Part part(Selectable<?> part, boolean descending, String operators) {
        Node node = part.node();
        String field = fieldOf(node);
        return new IndexState.Part(field, field == null ? node : null, descending, operators);
    }

    private static @Nullable String fieldOf(Node node) {
        if (!(node instanceof Node.Field(FieldPath path))) {
            return null;
        }
        if (path.names().size() != 1) {
            throw new IllegalArgumentException(
                    path + " is a field of another table, which an index cannot reach.");
        }
        return path.names().getFirst();
    }

    static List<String> names(Selectable<?>[] fields) {
        List<String> names = new ArrayList<>();
        for (Selectable<?> field : fields) {
            names.add(
                    Objects.requireNonNull(fieldOf(field.node()), "Only fields can be included."));
        }
        return names;
    }

    static List<IndexState.Part> withOperators(List<IndexState.Part> parts, String... classes) {
        List<IndexState.Part> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            IndexState.Part part = parts.get(i);
            String operators = i < classes.length ? classes[i] : "";
            if (!operators.matches("[a-z0-9_]*")) {
                throw new IllegalArgumentException(operators + " is no class of operators.");
            }
            all.add(
                    new IndexState.Part(
                            part.field(), part.expression(), part.descending(), operators));
        }
        return all;
    }
}
