package dev.quintet.orm;

import java.util.List;
import java.util.Optional;

/// The row whose one-to-one key leads to this object, if there is one.
///
/// @param <T> the model of the row
public final class RelatedOne<T extends Entity> extends ToMany<T> {

    RelatedOne() {}

    /// {@return the row, loaded if it was not yet}
    ///
    /// @throws DoesNotExist when there is none
    public T get() {
        return find().orElseThrow(() -> DoesNotExist.reverse(attachedRelation()));
    }

    /// {@return the row, loaded if it was not yet, if there is one}
    public Optional<T> find() {
        List<T> rows = list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }
}
