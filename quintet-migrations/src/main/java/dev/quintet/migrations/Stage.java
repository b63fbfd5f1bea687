package dev.quintet.migrations;

import dev.quintet.migrations.operations.DatabaseChange;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import java.util.ArrayList;
import java.util.List;

/// An operation between the models before and after it.
record Stage(Operation operation, ProjectState before, ProjectState after) {

    /// {@return the operations of a step, in the order in which they are done}
    ///
    /// @param before the models before its migration
    static List<Stage> of(Step step, ProjectState before) {
        var stages = new ArrayList<Stage>();
        ProjectState state = before;
        for (Operation operation : step.migration().operations()) {
            ProjectState after = operation.stateForwards(state);
            stages.add(new Stage(operation, state, after));
            state = after;
        }
        return step.backwards() ? stages.reversed() : stages;
    }

    void run(DatabaseChange change, boolean backwards) {
        if (backwards) {
            operation.backwards(change, before, after);
        } else {
            operation.forwards(change, before, after);
        }
    }
}
