package dev.quintet.orm.state;

import dev.quintet.orm.OnDelete;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a relation leads.
///
/// @param target the model it points to, as `app.Model`
/// @param onDelete what happens when the target goes; {@link OnDelete#CASCADE} for many-to-many
/// @param through the table between the two, or `null` unless many-to-many
public record RelationState(String target, OnDelete onDelete, @Nullable Through through) {

    /// Refuses nulls.
    public RelationState {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(onDelete, "onDelete");
    }

    /// {@return a relation by a key in the own table}
    public static RelationState to(String target, OnDelete onDelete) {
        return new RelationState(target, onDelete, null);
    }

    /// {@return a relation by a table between}
    public static RelationState through(String target, Through through) {
        return new RelationState(target, OnDelete.CASCADE, through);
    }

    /// The table of a many-to-many relation.
    ///
    /// @param table its name
    /// @param from column with the key of the model that declares the relation
    /// @param to column with the key of the target
    public record Through(String table, String from, String to) {}
}
