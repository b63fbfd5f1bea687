package dev.quintet.migrations.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Does one thing to the database and another to the models: for changes that the tables saw
/// already, or must not see. Django: `SeparateDatabaseAndState`.
///
/// @param database what is done to the database only
/// @param state what is done to the models only
public record SeparateDatabaseAndState(List<Operation> database, List<Operation> state)
        implements Operation {

    /// Keeps copies.
    public SeparateDatabaseAndState {
        database = List.copyOf(database);
        state = List.copyOf(state);
    }

    @Override
    public String describe() {
        return "Custom state/database change combination";
    }

    @Override
    public Operation settled(UnaryOperator<String> labels) {
        return new SeparateDatabaseAndState(
                NamedModel.settled(database, labels), NamedModel.settled(state, labels));
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return after(state, before);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        ProjectState at = before;
        for (Operation one : database) {
            ProjectState next = one.stateForwards(at);
            one.forwards(change, at, next);
            at = next;
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        List<ProjectState> states = new ArrayList<>(List.of(before));
        for (Operation one : database) {
            states.add(one.stateForwards(states.getLast()));
        }
        for (int i = database.size() - 1; i >= 0; i--) {
            database.get(i).backwards(change, states.get(i), states.get(i + 1));
        }
    }

    @Override
    public boolean reversible() {
        return database.stream().allMatch(Operation::reversible);
    }

    private static ProjectState after(List<Operation> operations, ProjectState before) {
        ProjectState at = before;
        for (Operation one : operations) {
            at = one.stateForwards(at);
        }
        return at;
    }
}
