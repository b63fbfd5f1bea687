package dev.quintet.migrations;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.ModelState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The models at one point of the migrations, by label, as values: their classes may have changed
/// since or be gone. Django: `ProjectState`. Immutable.
public final class ProjectState {

    private static final ProjectState EMPTY = new ProjectState(Map.of());

    private final Map<String, ModelState> models;

    private ProjectState(Map<String, ModelState> models) {
        this.models = models;
    }

    /// {@return no models}
    public static ProjectState empty() {
        return EMPTY;
    }

    /// {@return all models, in the order in which they came}
    public Collection<ModelState> models() {
        return java.util.Collections.unmodifiableCollection(models.values());
    }

    /// {@return the model of this label, or `null` when there is none}
    ///
    /// @param label as `app.Model`
    public @Nullable ModelState find(String label) {
        return models.get(label);
    }

    /// {@return the model of this label}
    ///
    /// @param label as `app.Model`
    /// @throws StateException when there is none
    public ModelState get(String label) {
        ModelState found = models.get(label);
        if (found == null) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E011",
                                    "At this point of the migrations there is no model "
                                            + label
                                            + ".")
                            .because("The models are: " + String.join(", ", models.keySet()) + ".")
                            .fixedBy(Nearest.question(label, models.keySet())));
        }
        return found;
    }

    /// {@return these models and one more}
    ///
    /// @throws StateException when there is one of its label
    public ProjectState with(ModelState model) {
        if (models.containsKey(model.label())) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E012",
                                    "The model " + model.label() + " is created a second time.")
                            .fixedBy("Does the migration depend on one that creates it already?"));
        }
        var more = new LinkedHashMap<>(models);
        more.put(model.label(), model);
        return new ProjectState(more);
    }

    /// {@return these models without one}
    ///
    /// @throws StateException when there is none of this label
    public ProjectState without(String label) {
        get(label);
        var less = new LinkedHashMap<>(models);
        less.remove(label);
        return new ProjectState(less);
    }
}
