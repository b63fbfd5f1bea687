package dev.quintet.migrations.operations;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The models at one point of the migrations, by label, as values: their classes may have changed
/// since or be gone. Labels that differ in the case of letters mean the same model. Django:
/// `ProjectState`. Immutable.
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

    /// {@return these models}
    ///
    /// @throws StateException when two have the same label
    public static ProjectState of(Collection<ModelState> models) {
        var all = new LinkedHashMap<String, ModelState>();
        for (ModelState model : models) {
            if (all.put(Labels.key(model.label()), model) != null) {
                throw second(model);
            }
        }
        return new ProjectState(all);
    }

    /// {@return all models, in the order in which they came}
    public Collection<ModelState> models() {
        return Collections.unmodifiableCollection(models.values());
    }

    /// {@return the model of this label, or `null` when there is none}
    ///
    /// @param label as `app.Model`
    public @Nullable ModelState find(String label) {
        return models.get(Labels.key(label));
    }

    /// {@return the model of this label}
    ///
    /// @param label as `app.Model`
    /// @throws StateException when there is none
    public ModelState get(String label) {
        ModelState found = find(label);
        if (found == null) {
            List<String> labels = models.values().stream().map(ModelState::label).toList();
            throw new StateException(
                    Problem.of(
                                    "migrations.E011",
                                    "At this point of the migrations there is no model "
                                            + label
                                            + ".")
                            .because("The models are: " + String.join(", ", labels) + ".")
                            .fixedBy(Nearest.question(label, labels)));
        }
        return found;
    }

    /// {@return a field of a model}
    ///
    /// @throws StateException when there is no such model, or it has no such field
    public FieldState field(String label, String name) {
        ModelState model = get(label);
        FieldState found = model.find(name);
        if (found == null) {
            throw missing(model, "field", name, model.fieldNames());
        }
        return found;
    }

    /// {@return an index of a model, by its name}
    ///
    /// @throws StateException when there is no such model, or it has no such index
    public IndexState index(String label, String name) {
        ModelState model = get(label);
        for (IndexState one : model.indexes()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw missing(
                model, "index", name, model.indexes().stream().map(IndexState::name).toList());
    }

    /// {@return a constraint of a model, by its name}
    ///
    /// @throws StateException when there is no such model, or it has no such constraint
    public ConstraintState constraint(String label, String name) {
        ModelState model = get(label);
        for (ConstraintState one : model.constraints()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw missing(
                model,
                "constraint",
                name,
                model.constraints().stream().map(ConstraintState::name).toList());
    }

    /// {@return these models and one more}
    ///
    /// @throws StateException when there is one of its label
    public ProjectState with(ModelState model) {
        if (find(model.label()) != null) {
            throw second(model);
        }
        var more = new LinkedHashMap<>(models);
        more.put(Labels.key(model.label()), model);
        return new ProjectState(more);
    }

    /// {@return these models without one}
    ///
    /// @throws StateException when there is none of this label
    public ProjectState without(String label) {
        get(label);
        var less = new LinkedHashMap<>(models);
        less.remove(Labels.key(label));
        return new ProjectState(less);
    }

    /// {@return these models, one of them changed under the same label}
    ///
    /// @throws StateException when there is none of this label
    public ProjectState changed(String label, UnaryOperator<ModelState> change) {
        ModelState model = get(label);
        var others = new LinkedHashMap<>(models);
        others.put(Labels.key(label), change.apply(model));
        return new ProjectState(others);
    }

    /// {@return these models, one of them under another name, and all that leads to it with it}
    ///
    /// @throws StateException when there is none of this label, or one of the new one
    public ProjectState renamedModel(String label, String name) {
        ModelState renamed = TableNames.renamed(get(label), name);
        String to = renamed.label();
        if (!Labels.same(label, to) && find(to) != null) {
            throw second(renamed);
        }
        var others = new LinkedHashMap<String, ModelState>();
        for (ModelState one : models.values()) {
            ModelState at = Labels.same(one.label(), label) ? renamed : one;
            ModelState led =
                    at.withFields(
                                    at.fields().stream()
                                            .map(field -> TableNames.retargeted(field, label, to))
                                            .toList())
                            .withBases(
                                    at.bases().stream()
                                            .map(base -> Labels.same(base, label) ? to : base)
                                            .toList());
            others.put(Labels.key(led.label()), led);
        }
        return new ProjectState(others);
    }

    /// {@return these models, a field of one of them under another name, and relations that lead to
    /// that field with it}
    ///
    /// @throws StateException when there is no such model, or it has no such field, or has one of
    ///   the new name
    public ProjectState renamedField(String label, String field, String to) {
        field(label, field);
        ModelState model = get(label);
        if (model.find(to) != null) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E016",
                                    "The field "
                                            + label
                                            + "."
                                            + field
                                            + " cannot be called '"
                                            + to
                                            + "': there is a field of that name.")
                            .fixedBy("Choose another name, or remove the other field first."));
        }
        var others = new LinkedHashMap<String, ModelState>();
        for (ModelState one : models.values()) {
            ModelState at =
                    Labels.same(one.label(), label) ? FieldRenaming.inModel(one, field, to) : one;
            others.put(
                    Labels.key(at.label()),
                    at.withFields(
                            at.fields().stream()
                                    .map(other -> References.retied(other, label, field, to))
                                    .toList()));
        }
        return new ProjectState(others);
    }

    private static StateException second(ModelState model) {
        return new StateException(
                Problem.of(
                                "migrations.E012",
                                "The model " + model.label() + " is created a second time.")
                        .fixedBy("Does the migration depend on one that creates it already?"));
    }

    private static StateException missing(ModelState model, String what, String name, List<String> known) {
        return new StateException(
                Problem.of(
                                "migrations.E017",
                                "At this point of the migrations the model "
                                        + model.label()
                                        + " has no "
                                        + what
                                        + " '"
                                        + name
                                        + "'.")
                        .because(
                                known.isEmpty()
                                        ? "It has none."
                                        : "It has: " + String.join(", ", known) + ".")
                        .fixedBy(Nearest.question(name, known)));
    }
}
