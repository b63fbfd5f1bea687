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
