package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.Operation;
import java.util.List;

/// An operation that is needed, and what must happen before it.
///
/// Compared by identity: two equal operations may be needed.
final class Planned {

    private final Operation operation;
    private final List<Dependency> dependencies;

    Planned(Operation operation, List<Dependency> dependencies) {
        this.operation = operation;
        this.dependencies = dependencies.stream().distinct().toList();
    }

    Operation operation() {
        return operation;
    }

    List<Dependency> dependencies() {
        return dependencies;
    }
}
