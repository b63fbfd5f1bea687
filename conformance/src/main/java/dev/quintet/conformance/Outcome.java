package dev.quintet.conformance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one case.
public sealed interface Outcome {

    /// Quintet did what Django did.
    record Passed() implements Outcome {}

    /// Quintet did something else.
    ///
    /// @param expected what Django did
    /// @param got what Quintet did
    record Failed(@Nullable Object expected, @Nullable Object got) implements Outcome {}

    /// Nothing in Quintet is compared with this kind of case yet.
    ///
    /// @param what the kind, for the summary
    record NotCovered(String what) implements Outcome {}

    /// {@return passed}
    static Outcome passed() {
        return new Passed();
    }

    /// {@return failed}
    static Outcome failed(@Nullable Object expected, @Nullable Object got) {
        return new Failed(expected, got);
    }

    /// {@return passed when the two are equal as JSON values are: `2` and `2.0` are not}
    static Outcome compare(@Nullable Object expected, @Nullable Object got) {
        return Objects.deepEquals(expected, got) ? passed() : failed(expected, got);
    }

    /// {@return this outcome, or the other where this one passed: for cases of many expectations}
    default Outcome and(java.util.function.Supplier<Outcome> next) {
        return this instanceof Passed ? next.get() : this;
    }
}
