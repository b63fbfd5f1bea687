package dev.quintet.migrations.operations;

import dev.quintet.orm.state.IndexState;

/// Makes an index while others write to the table. Django: `AddIndexConcurrently`.
///
/// On PostgreSQL it takes longer, and runs in no transaction: the migration says `atomic(false)`.
/// What an interrupted one left behind is dropped first. Elsewhere it is {@link AddIndex}: MariaDB
/// lets others write anyway, SQLite has one writer.
///
/// @param label of the model, as `app.Model`
/// @param index with a name
public record AddIndexConcurrently(String label, IndexState index) implements Operation {

    private AddIndex plain() {
        return new AddIndex(label, index);
    }

    @Override
    public String describe() {
        return Concurrent.words(plain().describe());
    }

    @Override
    public String nameFragment() {
        return plain().nameFragment();
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return plain().stateForwards(before);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            Concurrent.create(change, this, change.tables(before, after).addIndex(label, index));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            Concurrent.drop(change, this, change.tables(after, before).removeIndex(label, index));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        return plain().reduce(next) instanceof Reduction.Into(var both) && both.isEmpty()
                ? Reduction.into()
                : Operation.super.reduce(next);
    }
}
