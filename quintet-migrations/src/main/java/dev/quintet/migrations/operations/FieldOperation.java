package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import org.jspecify.annotations.Nullable;

/// An operation on one field of a model.
public interface FieldOperation extends Operation {

    /// {@return the model, as `app.Model`}
    String label();

    /// {@return the field's name before it}
    String field();

    /// {@return what the field is after it, or `null` when it does not say}
    default @Nullable FieldState state() {
        return null;
    }

    /// {@return whether it is about the same field}
    default boolean sameField(FieldOperation other) {
        return sameModel(other) && field().equals(other.field());
    }

    /// {@return whether it is about the same model}
    default boolean sameModel(FieldOperation other) {
        return Labels.same(label(), other.label());
    }

    @Override
    default boolean references(String label) {
        FieldState state = state();
        return Labels.same(label, label()) || (state != null && References.toModel(state, label));
    }

    @Override
    default boolean references(String label, String field) {
        if (Labels.same(label, label()) && field.equals(field())) {
            return true;
        }
        FieldState state = state();
        return state != null && References.toField(state, label, field);
    }

    @Override
    default Reduction reduce(Operation next) {
        return Reductions.of(this, next, !next.references(label(), field()));
    }
}
