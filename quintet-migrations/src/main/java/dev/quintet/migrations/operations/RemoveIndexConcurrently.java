package dev.quintet.migrations.operations;

import dev.quintet.orm.state.IndexState;

/// Drops an index without keeping others from the table. Django: `RemoveIndexConcurrently`.
///
/// On PostgreSQL it runs in no transaction: the migration says `atomic(false)`. Elsewhere it is
/// {@link RemoveIndex}.
///
/// @param label of the model, as `app.Model`
/// @param name of the index
public record RemoveIndexConcurrently(String label, String name) implements Operation {

    private RemoveIndex plain() {
        return new RemoveIndex(label, name);
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
        if (change.concerns(before.get(label))) {
            IndexState index = before.index(label, name);
            Concurrent.drop(change, this, change.tables(before, after).removeIndex(label, index));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            IndexState index = before.index(label, name);
            Concurrent.create(change, this, change.tables(after, before).addIndex(label, index));
        }
    }
}
