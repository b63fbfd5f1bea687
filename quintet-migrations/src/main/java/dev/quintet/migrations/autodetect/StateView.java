package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The models of one side of a comparison, and who leads to whom among them.
final class StateView {

    private final Map<ModelKey, ModelState> models = new LinkedHashMap<>();
    private final Map<ModelKey, List<FieldKey>> incoming = new HashMap<>();

    StateView(ProjectState state) {
        for (ModelState model : state.models()) {
            models.put(ModelKey.of(model), model);
        }
        models.forEach((key, model) -> {
            for (FieldState field : model.fields()) {
                RelationState relation = field.relation();
                if (relation != null) {
                    note(relation.target(), new FieldKey(key, field.name()));
                }
            }
        });
    }

    /// What leads to a proxy leads to the model whose table that shows, too.
    private void note(String target, FieldKey from) {
        ModelKey at = ModelKey.of(target);
        incoming.computeIfAbsent(at, _ -> new ArrayList<>()).add(from);
        ModelState model = models.get(at);
        if (model != null && model.options().proxy() && !model.bases().isEmpty()) {
            note(model.bases().getFirst(), from);
        }
    }

    ModelState model(ModelKey key) {
        ModelState found = models.get(key);
        if (found == null) {
            throw new IllegalArgumentException("There is no model " + key.label() + ".");
        }
        return found;
    }

    boolean has(ModelKey key) {
        return models.containsKey(key);
    }

    FieldState field(ModelKey key, String name) {
        FieldState found = model(key).find(name);
        if (found == null) {
            throw new IllegalArgumentException(key.label() + " has no field " + name + ".");
        }
        return found;
    }

    FieldState field(FieldKey key) {
        return field(key.model(), key.field());
    }

    /// {@return the fields that lead to a model}
    List<FieldKey> leadingTo(ModelKey key) {
        return incoming.getOrDefault(key, List.of());
    }

    /// {@return the models that are so}
    SortedSet<ModelKey> where(Predicate<ModelState> so) {
        var found = new TreeSet<ModelKey>();
        models.forEach((key, model) -> {
            if (so.test(model)) {
                found.add(key);
            }
        });
        return found;
    }
}
