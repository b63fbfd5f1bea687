package dev.quintet.migrations;

/// Hears what a {@link Migrator} does, in the thread that does it.
public interface Progress {

    /// Called before a step.
    ///
    /// @param what in words, such as `Applying catalog.0001_initial`
    void begins(String what);

    /// Called after it.
    ///
    /// @param result in a word: `OK`, or `FAKED`
    void ends(String result);

    /// Called before each operation of a step.
    ///
    /// @param number of the operation, from 1
    /// @param count of operations of the step
    /// @param what it does, in words
    default void at(int number, int count, String what) {}

    /// Called after each batch of rows that an operation works through.
    ///
    /// @param done rows so far
    default void rows(long done) {}

    /// Called when a step could not be done yet and is tried again after a pause.
    ///
    /// @param why in words
    /// @param attempt that failed, from 1
    default void waits(String why, int attempt) {}

    /// {@return one that tells nobody}
    static Progress silent() {
        return new Progress() {
            @Override
            public void begins(String what) {}

            @Override
            public void ends(String result) {}
        };
    }
}
