package dev.quintet.orm.state;

import dev.quintet.orm.OnDelete;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a relation leads.
///
/// @param target the model it points to, as `app.Model`
/// @param onDelete what happens when the target goes; {@link OnDelete#CASCADE} for many-to-many
/// @param through the table between the two, or `null` unless many-to-many
/// @param toField the target's field whose value is kept, or `null` for its key
/// @param relatedName what the target calls the way back: `null` for the usual name, `+` for no way
/// @param relatedQueryName what queries call the way back, or `null` for the usual name
/// @param symmetrical whether a relation of a model to itself always runs both ways
/// @param parentLink whether it is the tie of a model to the one it extends
/// @param constraint whether the database guards it
/// @param parts names of the own model's fields that keep the target's key, where that is
///   composite: one for each of its fields, in their order; else empty
public record RelationState(
        String target,
        OnDelete onDelete,
        @Nullable Through through,
        @Nullable String toField,
        @Nullable String relatedName,
        @Nullable String relatedQueryName,
        boolean symmetrical,
        boolean parentLink,
        boolean constraint,
        List<String> parts) {

    /// Keeps a copy.
    public RelationState {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(onDelete, "onDelete");
        parts = List.copyOf(parts);
    }

    /// {@return a relation by a key in the own table}
    public static RelationState to(String target, OnDelete onDelete) {
        return new RelationState(
                target, onDelete, null, null, null, null, false, false, true, List.of());
    }

    /// {@return a relation by a table between}
    public static RelationState through(String target, Through through) {
        return new RelationState(
                target, OnDelete.CASCADE, through, null, null, null, false, false, true, List.of());
    }

    /// {@return the tie of a model to the one it extends}
    public static RelationState parent(String target) {
        return new RelationState(
                target, OnDelete.CASCADE, null, null, null, null, false, true, true, List.of());
    }

    /// {@return this relation, which keeps the value of a unique field that is not the key}
    public RelationState toField(String field) {
        return new RelationState(
                target,
                onDelete,
                through,
                field,
                relatedName,
                relatedQueryName,
                symmetrical,
                parentLink,
                constraint,
                parts);
    }

    /// {@return this relation, which leads to another model}
    ///
    /// @param label as `app.Model`
    public RelationState leadingTo(String label) {
        return new RelationState(
                label,
                onDelete,
                through,
                toField,
                relatedName,
                relatedQueryName,
                symmetrical,
                parentLink,
                constraint,
                parts);
    }

    /// {@return this relation by another table between}
    public RelationState over(Through table) {
        return new RelationState(
                target,
                onDelete,
                table,
                toField,
                relatedName,
                relatedQueryName,
                symmetrical,
                parentLink,
                constraint,
                parts);
    }

    /// {@return this relation, whose target has a composite key}
    ///
    /// @param fields of the own model, each with the column of one part of the key, in their order
    public RelationState keptBy(String... fields) {
        return new RelationState(
                target,
                onDelete,
                through,
                toField,
                relatedName,
                relatedQueryName,
                symmetrical,
                parentLink,
                constraint,
                List.of(fields));
    }

    /// {@return this relation with other names for the way back}
    ///
    /// @param query what queries call it; empty for the same
    public RelationState back(String name, String query) {
        return new RelationState(
                target,
                onDelete,
                through,
                toField,
                name.isEmpty() ? null : name,
                query.isEmpty() ? null : query,
                symmetrical,
                parentLink,
                constraint,
                parts);
    }

    /// {@return this relation, which always runs both ways}
    public RelationState bothWays() {
        return new RelationState(
                target,
                onDelete,
                through,
                toField,
                relatedName,
                relatedQueryName,
                true,
                parentLink,
                constraint,
                parts);
    }

    /// {@return this relation, which the database does not guard}
    public RelationState unguarded() {
        return new RelationState(
                target,
                onDelete,
                through,
                toField,
                relatedName,
                relatedQueryName,
                symmetrical,
                parentLink,
                false,
                parts);
    }

    /// The table of a many-to-many relation.
    ///
    /// @param table its name
    /// @param from column with the key of the model that declares the relation
    /// @param to column with the key of the target
    /// @param model the model of the table, as `app.Model`, or `null` where the relation makes the
    ///   table by itself
    public record Through(String table, String from, String to, @Nullable String model) {

        /// A table that the relation makes by itself.
        public Through(String table, String from, String to) {
            this(table, from, to, null);
        }

        /// {@return the same table seen from the other side}
        public Through turned() {
            return new Through(table, to, from, model);
        }
    }
}
