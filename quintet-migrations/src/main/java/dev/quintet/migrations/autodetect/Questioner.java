package dev.quintet.migrations.autodetect;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.Optional;

/// Answers what the models alone do not tell. Django: `MigrationQuestioner`.
public interface Questioner {

    /// {@return whether a model that is gone is the one that is new, under another name}
    boolean renamedModel(ModelState gone, ModelState added);

    /// {@return whether a field that is gone is the one that is new, under another name}
    ///
    /// @param model the model, as it is now
    boolean renamedField(ModelState model, FieldState gone, FieldState added);

    /// {@return what the rows that exist get in a field that is new, must have a value and has no
    /// default; as stored, or empty for nothing}
    Optional<Object> defaultOfNew(ModelState model, FieldState field);

    /// {@return what the rows that hold NULL get in a field that must have a value from now on; as
    /// stored, or empty when there are none, or a migration of the user's saw to them}
    Optional<Object> defaultForNulls(ModelState model, FieldState field);

    /// {@return one that never sees a renaming and knows no defaults: what is sure without asking}
    static Questioner silent() {
        return new Questioner() {
            @Override
            public boolean renamedModel(ModelState gone, ModelState added) {
                return false;
            }

            @Override
            public boolean renamedField(ModelState model, FieldState gone, FieldState added) {
                return false;
            }

            @Override
            public Optional<Object> defaultOfNew(ModelState model, FieldState field) {
                return Optional.empty();
            }

            @Override
            public Optional<Object> defaultForNulls(ModelState model, FieldState field) {
                return Optional.empty();
            }
        };
    }
}
