package dev.quintet.conformance;

/// Compares Quintet with the cases of some areas of a file. To add one: implement it, and list it
/// in {@link CaseFiles}.
public interface Part extends AutoCloseable {

    /// {@return whether it knows this kind of case, by its area, function and form}
    boolean covers(Case recorded);

    /// Asks Quintet what Django was asked. What it throws counts as a failure, told in the report;
    /// an {@link UncoveredException} counts as not covered.
    Outcome run(Case recorded) throws Exception;

    /// Gives back what it holds, once all cases of its file have run. Most hold nothing.
    @Override
    default void close() {}
}
