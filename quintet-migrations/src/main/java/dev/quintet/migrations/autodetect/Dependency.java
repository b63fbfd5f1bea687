package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.AlterOrderWithRespectTo;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.DeleteModel;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RemoveField;
import org.jspecify.annotations.Nullable;

/// What must have happened before an operation. Django: `OperationDependency`.
///
/// @param field of the model, or `null` for the model itself
record Dependency(ModelKey model, @Nullable String field, Kind kind) {

    /// What happens to it.
    enum Kind {
        CREATE,
        REMOVE,
        ALTER,
        FREE_OF_ORDER,
        FREE_OF_UNIQUE_TOGETHER
    }

    static Dependency created(ModelKey model) {
        return new Dependency(model, null, Kind.CREATE);
    }

    static Dependency created(ModelKey model, String field) {
        return new Dependency(model, field, Kind.CREATE);
    }

    static Dependency removed(ModelKey model) {
        return new Dependency(model, null, Kind.REMOVE);
    }

    static Dependency removed(ModelKey model, String field) {
        return new Dependency(model, field, Kind.REMOVE);
    }

    /// {@return whether an operation makes it happen}
    boolean metBy(Operation operation) {
        return switch (kind) {
            case CREATE -> creates(operation);
            case REMOVE ->
                    switch (operation) {
                        case DeleteModel(String label) -> field == null && mine(label);
                        case RemoveField(String label, String name) ->
                                mine(label) && name.equals(field);
                        default -> false;
                    };
            case ALTER ->
                    operation instanceof AlterField altered
                            && mine(altered.label())
                            && altered.field().equals(field);
            case FREE_OF_ORDER ->
                    operation instanceof AlterOrderWithRespectTo(String label, String relation)
                            && mine(label)
                            && (relation == null || !relation.equals(field));
            case FREE_OF_UNIQUE_TOGETHER ->
                    operation instanceof AlterUniqueTogether altered && mine(altered.label());
        };
    }

    private boolean creates(Operation operation) {
        return switch (operation) {
            case CreateModel created when mine(created.label()) ->
                    field == null || created.model().find(field) != null;
            case AddField added ->
                    field != null && mine(added.label()) && added.field().equals(field);
            default -> false;
        };
    }

    private boolean mine(String label) {
        return ModelKey.of(label).name().equals(model.name());
    }
}
