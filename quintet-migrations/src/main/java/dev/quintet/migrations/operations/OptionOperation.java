package dev.quintet.migrations.operations;

/// An operation that sets an option of a model: the last one counts.
interface OptionOperation extends ModelOperation {

    @Override
    default Reduction reduce(Operation next) {
        return Reductions.overtakes(this, next, label())
                ? Reduction.into(next)
                : ModelOperation.super.reduce(next);
    }
}
