package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.AddConstraint;
import dev.quintet.migrations.operations.AddIndex;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.RemoveConstraint;
import dev.quintet.migrations.operations.RemoveIndex;
import dev.quintet.migrations.operations.RenameIndex;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Indexes and constraints that are new, gone or renamed.
final class IndexChanges {

    private final Detection found;
    private final Map<ModelKey, Indexes> indexes = new TreeMap<>();

    IndexChanges(Detection found) {
        this.found = found;
        for (ModelKey key : found.keptModels) {
            indexes.put(key, compare(found.old(key), found.to.model(key)));
        }
    }

    private record Indexes(
            List<IndexState> added, List<IndexState> removed, List<String[]> renamed) {}

    private static Indexes compare(ModelState before, ModelState now) {
        List<IndexState> added = new ArrayList<>(now.indexes());
        added.removeAll(before.indexes());
        List<IndexState> removed = new ArrayList<>(before.indexes());
        removed.removeAll(now.indexes());
        List<String[]> renamed = new ArrayList<>();
        for (IndexState one : List.copyOf(added)) {
            for (IndexState other : List.copyOf(removed)) {
                if (one.named("").equals(other.named(""))) {
                    renamed.add(new String[] {other.name(), one.name()});
                    added.remove(one);
                    removed.remove(other);
                    break;
                }
            }
        }
        return new Indexes(added, removed, renamed);
    }

    void removeConstraints() {
        constraints((key, change) -> {
            for (ConstraintState one : change.removed()) {
                found.add(key, new RemoveConstraint(key.label(), one.name()));
            }
        });
    }

    void addConstraints() {
        constraints((key, change) -> {
            for (ConstraintState one : change.added()) {
                found.add(key, new AddConstraint(key.label(), one), found.leads(key));
            }
        });
    }

    private record Constraints(List<ConstraintState> added, List<ConstraintState> removed) {}

    private void constraints(BiConsumer<ModelKey, Constraints> use) {
        for (ModelKey key : found.keptModels) {
            List<ConstraintState> added = new ArrayList<>(found.to.model(key).constraints());
            added.removeAll(found.old(key).constraints());
            List<ConstraintState> removed = new ArrayList<>(found.old(key).constraints());
            removed.removeAll(found.to.model(key).constraints());
            use.accept(key, new Constraints(added, removed));
        }
    }

    void removeIndexes() {
        indexes.forEach((key, change) -> {
            for (IndexState one : change.removed()) {
                found.add(key, new RemoveIndex(key.label(), one.name()));
            }
        });
    }

    void renameIndexes() {
        indexes.forEach((key, change) -> {
            for (String[] names : change.renamed()) {
                found.add(key, new RenameIndex(key.label(), names[0], names[1]));
            }
        });
    }

    void addIndexes() {
        indexes.forEach((key, change) -> {
            for (IndexState one : change.added()) {
                found.add(key, new AddIndex(key.label(), one), found.leads(key));
            }
        });
    }

    /// Takes away what is unique together no longer, before fields go.
    void loosen() {
        together((key, change) -> {
            if (!change.before().isEmpty()) {
                found.add(key, altered(key, change.both()), change.dependencies());
            }
        });
    }

    /// Adds what is unique together now, when all fields are there.
    void tighten() {
        together((key, change) -> {
            if (!change.now().equals(change.both())) {
                found.add(key, altered(key, change.now()), change.dependencies());
            }
        });
    }

    private static AlterUniqueTogether altered(ModelKey key, Set<List<String>> sets) {
        return new AlterUniqueTogether(key.label(), List.copyOf(sets));
    }

    private record Together(
            Set<List<String>> before, Set<List<String>> now, List<Dependency> dependencies) {

        Set<List<String>> both() {
            Set<List<String>> both = new LinkedHashSet<>(now);
            both.retainAll(before);
            return both;
        }
    }

    private void together(BiConsumer<ModelKey, Together> use) {
        for (ModelKey key : found.keptModels) {
            Set<List<String>> before = new LinkedHashSet<>();
            for (List<String> set : found.old(key).uniqueTogether()) {
                before.add(
                        set.stream()
                                .map(name ->
                                        found.renamedFields.getOrDefault(
                                                new FieldKey(key, name), name))
                                .toList());
            }
            ModelState model = found.to.model(key);
            Set<List<String>> now = new LinkedHashSet<>(model.uniqueTogether());
            if (!before.equals(now)) {
                use.accept(key, new Together(before, now, leads(model, now)));
            }
        }
    }

    private static List<Dependency> leads(ModelState model, Set<List<String>> sets) {
        List<Dependency> leads = new ArrayList<>();
        String relation = model.options().orderWithRespectTo();
        for (List<String> set : sets) {
            for (String name : set) {
                FieldState field = model.find(name);
                if (field == null && relation != null) {
                    field = model.find(relation); // the place among the rows of a relation
                }
                if (field != null) {
                    leads.addAll(Detection.leads(field));
                }
            }
        }
        return leads;
    }
}
