package dev.quintet.orm;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The defaults that a model's initialisers give its fields, found by making two objects: what
/// these do not agree in, such as a random number, is none.
final class DeclaredDefaults {

    private DeclaredDefaults() {}

    /// {@return the model's state with them}
    static <M extends Entity> ModelState of(ModelMapping<M> model) {
        M one = model.create();
        M other = model.create();
        List<FieldState> fields = new ArrayList<>();
        for (FieldState field : model.state().fields()) {
            int number = field.hasColumn() ? model.number(field.name()) : -1;
            boolean told =
                    number >= 0
                            && field.relation() == null
                            && field.generated() == null
                            && !field.type().auto();
            @Nullable Object stored = told ? model.stored(one, number) : null;
            fields.add(
                    told && Objects.deepEquals(stored, model.stored(other, number))
                            ? field.fallingBackTo(stored)
                            : field);
        }
        return model.state().withFields(fields);
    }
}
