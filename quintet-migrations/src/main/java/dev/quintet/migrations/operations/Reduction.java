package dev.quintet.migrations.operations;

import java.util.List;

/// What becomes of an operation when another one comes behind it, while a list of operations is
/// made shorter. Django: the result of `Operation.reduce`.
public sealed interface Reduction {

    /// The two together do what these do.
    ///
    /// @param operations in order; none when the two undo each other
    record Into(List<Operation> operations) implements Reduction {

        /// Keeps a copy.
        public Into {
            operations = List.copyOf(operations);
        }
    }

    /// The two have nothing to do with each other: either may come first.
    record Apart() implements Reduction {}

    /// The order of the two matters.
    record Bound() implements Reduction {}

    /// {@return that the two do what these do}
    static Reduction into(Operation... operations) {
        return new Into(List.of(operations));
    }

    /// {@return {@link Apart} or {@link Bound}}
    static Reduction apart(boolean apart) {
        return apart ? new Apart() : new Bound();
    }
}
