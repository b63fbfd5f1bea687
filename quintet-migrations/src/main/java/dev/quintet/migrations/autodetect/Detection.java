package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.Operation;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What is known while two states are compared: which models and fields are where, which are the
/// same under another name, and the operations found so far. Belongs to one thread.
final class Detection {

    final StateView from;
    final StateView to;
    final Questioner questioner;

    final SortedSet<ModelKey> oldModels;
    final SortedSet<ModelKey> oldProxies;
    final SortedSet<ModelKey> oldUnmanaged;
    final SortedSet<ModelKey> newModels;
    final SortedSet<ModelKey> newProxies;
    final SortedSet<ModelKey> newUnmanaged;

    /// From what a model is called now to what it was called.
    final Map<ModelKey, ModelKey> renamedModels = new HashMap<>();

    /// From what a field is called now to what it was called.
    final Map<FieldKey, String> renamedFields = new HashMap<>();

    final SortedSet<FieldKey> oldFields = new TreeSet<>();
    final SortedSet<FieldKey> newFields = new TreeSet<>();
    SortedSet<ModelKey> keptModels = new TreeSet<>();
    SortedSet<ModelKey> keptProxies = new TreeSet<>();
    SortedSet<ModelKey> keptUnmanaged = new TreeSet<>();

    final TreeMap<String, List<Planned>> plan = new TreeMap<>();

    Detection(StateView from, StateView to, Questioner questioner, Set<String> unmigrated) {
        this.from = from;
        this.to = to;
        this.questioner = questioner;
        Predicate<ModelState> ours = model -> !unmigrated.contains(model.app());
        oldModels = from.where(model -> model.managed() && !proxy(model) && ours.test(model));
        oldProxies = from.where(model -> model.managed() && proxy(model) && ours.test(model));
        oldUnmanaged = from.where(model -> !model.managed() && ours.test(model));
        newModels = to.where(model -> model.managed() && !proxy(model) && ours.test(model));
        newProxies = to.where(model -> model.managed() && proxy(model) && ours.test(model));
        newUnmanaged = to.where(model -> !model.managed() && ours.test(model));
    }

    private static boolean proxy(ModelState model) {
        return model.options().proxy();
    }

    /// Called once the renamed models are known.
    void settleModels() {
        keptModels = common(oldModels, newModels);
        keptProxies = common(oldProxies, newProxies);
        keptUnmanaged = common(oldUnmanaged, newUnmanaged);
        for (ModelKey key : keptModels) {
            old(key).fieldNames().forEach(name -> oldFields.add(new FieldKey(key, name)));
            to.model(key).fieldNames().forEach(name -> newFields.add(new FieldKey(key, name)));
        }
    }

    static <T extends Comparable<T>> SortedSet<T> common(Set<T> one, Set<T> other) {
        var both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    static <T extends Comparable<T>> SortedSet<T> less(Set<T> one, Set<T> other) {
        var rest = new TreeSet<>(one);
        rest.removeAll(other);
        return rest;
    }

    static <T extends Comparable<T>> SortedSet<T> together(Set<T> one, Set<T> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    /// {@return a model as it was, by what it is called now}
    ModelState old(ModelKey key) {
        return from.model(oldKey(key));
    }

    ModelKey oldKey(ModelKey key) {
        return renamedModels.getOrDefault(key, key);
    }

    void add(ModelKey model, Operation operation, List<Dependency> dependencies) {
        operations(model).add(new Planned(operation, dependencies));
    }

    void add(ModelKey model, Operation operation) {
        add(model, operation, List.of());
    }

    void addFirst(ModelKey model, Operation operation, List<Dependency> dependencies) {
        operations(model).addFirst(new Planned(operation, dependencies));
    }

    private List<Planned> operations(ModelKey model) {
        return plan.computeIfAbsent(model.app(), _ -> new ArrayList<>());
    }

    /// {@return what a relation waits for: the models that it names}
    static List<Dependency> leads(FieldState field) {
        RelationState relation = field.relation();
        List<Dependency> found = new ArrayList<>();
        if (relation != null) {
            found.add(Dependency.created(ModelKey.of(relation.target())));
            RelationThrough.of(field).ifPresent(found::add);
        }
        return found;
    }

    /// {@return what all relations of a model wait for}
    List<Dependency> leads(ModelKey model) {
        List<Dependency> found = new ArrayList<>();
        to.model(model).fields().forEach(field -> found.addAll(leads(field)));
        return found;
    }
}
