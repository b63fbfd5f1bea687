package dev.quintet.migrations.operations;

/// An operation that cannot be written as Java, because it is code: a squashed migration takes it
/// from the migration that has it, until a person moves the code.
///
/// @param operation the operation itself
/// @param code the Java that finds it, such as `new M0003Fill().operations().get(1)`
public record Borrowed(Operation operation, String code) implements Operation {

    @Override
    public String describe() {
        return operation.describe();
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return operation.stateForwards(before);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        operation.forwards(change, before, after);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        operation.backwards(change, before, after);
    }

    @Override
    public boolean reversible() {
        return operation.reversible();
    }

    @Override
    public boolean elidable() {
        return operation.elidable();
    }
}
