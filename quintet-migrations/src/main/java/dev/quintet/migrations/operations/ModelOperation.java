package dev.quintet.migrations.operations;

/// An operation on a model as a whole.
public interface ModelOperation extends Operation {

    /// {@return the model, as `app.Model`}
    String label();

    @Override
    default boolean references(String label) {
        return Labels.same(label, label());
    }

    @Override
    default Reduction reduce(Operation next) {
        return Reductions.of(this, next, !next.references(label()));
    }
}
