package dev.quintet.migrations.autodetect;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers that were given before the questions: by flags of a command, or by a file. What was not
/// answered is asked of somebody else, if there is anybody; else renamings are none, and a value
/// that is needed is a Problem that says how to give it.
///
/// @param renames from old labels to new ones: `catalog.Album` to `catalog.Record`, or
///   `catalog.Album.title` to `catalog.Album.name`
/// @param defaults values by field, `catalog.Album.stock`, as text
/// @param others whom to ask what is not answered here, or `null` for nobody
public record Answers(
        Map<String, String> renames, Map<String, String> defaults, @Nullable Questioner others)
        implements Questioner {

    /// Keeps copies.
    public Answers {
        renames = Map.copyOf(renames);
        defaults = Map.copyOf(defaults);
    }

    @Override
    public boolean renamedModel(ModelState gone, ModelState added) {
        String told = renames.get(gone.label());
        if (told != null) {
            return told.equals(added.label());
        }
        return others != null && others.renamedModel(gone, added);
    }

    @Override
    public boolean renamedField(ModelState model, FieldState gone, FieldState added) {
        String told = renames.get(model.label() + "." + gone.name());
        if (told != null) {
            return told.equals(model.label() + "." + added.name());
        }
        return others != null && others.renamedField(model, gone, added);
    }

    @Override
    public Optional<Object> defaultOfNew(ModelState model, FieldState field) {
        Optional<Object> told = told(model, field);
        if (told.isPresent()) {
            return told;
        }
        if (others != null) {
            return others.defaultOfNew(model, field);
        }
        throw missing(model, field, "is new, must have a value and has no default");
    }

    @Override
    public Optional<Object> defaultForNulls(ModelState model, FieldState field) {
        Optional<Object> told = told(model, field);
        if (told.isPresent()) {
            return told;
        }
        if (others != null) {
            return others.defaultForNulls(model, field);
        }
        throw missing(model, field, "must have a value from now on and has no default");
    }

    private Optional<Object> told(ModelState model, FieldState field) {
        String name = model.label() + "." + field.name();
        String text = defaults.get(name);
        return text == null ? Optional.empty() : Optional.of(StoredText.parse(name, field, text));
    }

    private static StateException missing(ModelState model, FieldState field, String why) {
        String name = model.label() + "." + field.name();
        return new StateException(
                Problem.of("migrations.E022", "The field " + name + " " + why + ".")
                        .because("Rows that exist need something in it.")
                        .fixedBy(
                                "Say what they get: makemigrations --default "
                                        + name
                                        + "=VALUE; or give the field a default, or let it be"
                                        + " @Nullable."));
    }
}
