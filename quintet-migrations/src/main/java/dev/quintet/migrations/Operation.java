package dev.quintet.migrations;

/// One thing that a migration does: to the state that the migrations add up to, and to the
/// database. Django: `Operation`.
///
/// Write your own by implementing this: what {@link DatabaseChange} is told to execute is run by
/// `migrate` and printed by `sqlmigrate`. Immutable.
public interface Operation {

    /// {@return what it does, in words, such as `Create model Album`}
    String describe();

    /// {@return the models after it}
    ///
    /// @throws StateException when it does not fit the models before it
    ProjectState stateForwards(ProjectState before);

    /// Does it.
    ///
    /// @param before the models before it
    /// @param after what {@link #stateForwards} made of them
    void forwards(DatabaseChange change, ProjectState before, ProjectState after);

    /// Takes it back. Called only where {@link #reversible} says so.
    ///
    /// @param before the models before it, to go back to
    /// @param after the models after it
    void backwards(DatabaseChange change, ProjectState before, ProjectState after);

    /// {@return whether it can be taken back}
    default boolean reversible() {
        return true;
    }
}
