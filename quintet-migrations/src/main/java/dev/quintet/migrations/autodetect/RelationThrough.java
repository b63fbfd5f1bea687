package dev.quintet.migrations.autodetect;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import java.util.Optional;

/// The model between the two of a many-to-many relation, as what must be there before.
final class RelationThrough {

    private RelationThrough() {}

    static Optional<Dependency> of(FieldState field) {
        return key(field).map(Dependency::created);
    }

    /// {@return the model between, where it is one of its own}
    static Optional<ModelKey> key(FieldState field) {
        RelationState relation = field.relation();
        RelationState.Through between = relation == null ? null : relation.through();
        return between == null || between.model() == null
                ? Optional.empty()
                : Optional.of(ModelKey.of(between.model()));
    }
}
