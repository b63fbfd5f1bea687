package dev.quintet.migrations.operations;

/// The rules by which operations make way for each other.
final class Reductions {

    private Reductions() {}

    /// {@return what the two are when they only have to do with each other over a model}
    static Reduction overModel(Operation one, Operation next, String label) {
        Reduction usual = elided(one, next);
        return usual instanceof Reduction.Into ? usual : Reduction.apart(!next.references(label));
    }

    /// {@return what the two are when they only have to do with each other over a field}
    static Reduction overField(Operation one, Operation next, String label, String field) {
        Reduction usual = elided(one, next);
        return usual instanceof Reduction.Into
                ? usual
                : Reduction.apart(!next.references(label, field));
    }

    static Reduction elided(Operation one, Operation next) {
        if (one.elidable()) {
            return Reduction.into(next);
        }
        return next.elidable() ? Reduction.into(one) : new Reduction.Bound();
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
