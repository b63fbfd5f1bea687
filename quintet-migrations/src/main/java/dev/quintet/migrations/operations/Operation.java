package dev.quintet.migrations.operations;

import dev.quintet.migrations.error.StateException;
import java.util.function.UnaryOperator;

/// One thing that a migration does: to the state that the migrations add up to, and to the
/// database. Django: `Operation`.
///
/// Write your own by implementing this: what {@link DatabaseChange} is told to execute is run by
/// `migrate` and printed by `sqlmigrate`. Immutable.
public interface Operation {

    /// {@return what it does, in words, such as `Create model Album`}
    String describe();

    /// {@return its part of a migration's name, such as `album_price`; empty when it has none}
    default String nameFragment() {
        return "";
    }

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

    /// {@return this operation where {@link NamedModel}s are settled}
    ///
    /// @param labels says the label of a model, by the name of the setting that names it
    default Operation settled(UnaryOperator<String> labels) {
        return this;
    }

    /// {@return whether it can be taken back}
    default boolean reversible() {
        return true;
    }

    /// {@return whether it may be left out when migrations are squashed}
    default boolean elidable() {
        return false;
    }

    /// {@return whether it may have to do with a model, by key or by name; when in doubt, it has}
    ///
    /// @param label as `app.Model`
    default boolean references(String label) {
        return true;
    }

    /// {@return whether it may have to do with a field; when in doubt, it has}
    ///
    /// @param label of the field's model
    default boolean references(String label, String field) {
        return references(label);
    }

    /// {@return what becomes of this operation when `next` comes behind it}
    default Reduction reduce(Operation next) {
        return Reductions.of(this, next, false);
    }
}
