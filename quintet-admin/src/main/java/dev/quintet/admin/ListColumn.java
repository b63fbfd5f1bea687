package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.Selectable;
import dev.quintet.orm.tree.Node;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a list that is computed: `column("new?", Album::isNew)`. Truth values become icons.
/// Immutable.
///
/// @param <M> the model
public final class ListColumn<M extends Entity> implements Selectable<M> {

    private final CharSequence label;
    private final Function<? super M, ? extends @Nullable Object> value;
    private final @Nullable Selectable<? super M> sort;

    ListColumn(
            CharSequence label,
            Function<? super M, ? extends @Nullable Object> value,
            @Nullable Selectable<? super M> sort) {
        this.label = label;
        this.value = value;
        this.sort = sort;
    }

    /// {@return this column, which can be sorted as that one is}
    ///
    /// @param column of the database, also of a related model: `Albums.artist.name`
    public ListColumn<M> sortedBy(Selectable<? super M> column) {
        return new ListColumn<>(label, value, column);
    }

    CharSequence label() {
        return label;
    }

    @Nullable Object valueOf(M row) {
        return value.apply(row);
    }

    @Nullable String sortName() {
        return sort == null ? null : ColumnName.of(sort);
    }

    /// {@return by what it is sorted; a constant where it cannot be}
    @Override
    public Node node() {
        return sort == null ? new Node.Value(null) : sort.node();
    }
}
