package dev.quintet.migrations.operations;

/// The rules by which operations make way for each other.
final class Reductions {

    private Reductions() {}

    /// {@return what the two are when either may be left out, or else may or may not change places}
    ///
    /// @param apart whether they have nothing to do with each other
    static Reduction of(Operation one, Operation next, boolean apart) {
        if (one.elidable()) {
            return Reduction.into(next);
        }
        return next.elidable() ? Reduction.into(one) : Reduction.apart(apart);
    }

    /// {@return whether `next` says again, or makes void, what an option of a model was set to}
    static boolean overtakes(Operation option, Operation next, String label) {
        return switch (next) {
            case DeleteModel(String gone) -> Labels.same(gone, label);
            case ModelOperation again ->
                    again.getClass() == option.getClass() && Labels.same(again.label(), label);
            default -> false;
        };
    }
}
