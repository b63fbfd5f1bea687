package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.operations.AddConstraint;
import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AddIndex;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.AlterOrderWithRespectTo;
import dev.quintet.migrations.operations.AlterUniqueTogether;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Models that are new: each with its plain fields first, its relations when what they lead to is
/// there, and what is said over several fields last. What turns out to be possible at once is put
/// together again afterwards.
final class CreatedModels {

    private final Detection found;
    private final Predicate<ModelKey> first;

    /// @param first which models go before all others, as everybody leads to them: users
    CreatedModels(Detection found, Predicate<ModelKey> first) {
        this.found = found;
        this.first = first;
    }

    void find() {
        Set<ModelKey> old = Detection.together(found.oldModels, found.oldUnmanaged);
        inOrder(Detection.less(found.newModels, old)).forEach(this::create);
        inOrder(Detection.less(found.newUnmanaged, old)).forEach(this::create);
    }

    /// Each is put before those that were put there already: the last comes first.
    private List<ModelKey> inOrder(Set<ModelKey> keys) {
        Comparator<ModelKey> order =
                Comparator.<ModelKey, Boolean>comparing(key -> !first.test(key))
                        .thenComparing(Comparator.naturalOrder());
        return keys.stream().sorted(order.reversed()).toList();
    }

    void findProxies() {
        for (ModelKey key : Detection.less(found.newProxies, found.oldProxies)) {
            ModelState model = found.to.model(key);
            List<Dependency> dependencies = new ArrayList<>();
            dependencies.add(Dependency.removed(key));
            model.bases().forEach(base -> dependencies.add(Dependency.created(ModelKey.of(base))));
            found.add(key, new CreateModel(model.withFields(List.of())), dependencies);
        }
    }

    private void create(ModelKey key) {
        ModelState model = found.to.model(key);
        Map<String, FieldState> related = related(model);
        found.addFirst(key, new CreateModel(bare(model, related)), before(key, model));
        if (!model.managed()) {
            return;
        }
        related.forEach((name, field) -> {
            List<Dependency> dependencies = new ArrayList<>(Detection.leads(field));
            dependencies.add(Dependency.created(key));
            found.add(key, new AddField(key.label(), field), dependencies);
        });
        orders(key, model);
        List<Dependency> fields = new ArrayList<>();
        related.keySet().forEach(name -> fields.add(Dependency.created(key, name)));
        fields.add(Dependency.created(key));
        model.indexes().forEach(index -> found.add(key, new AddIndex(key.label(), index), fields));
        model.constraints()
                .forEach(one -> found.add(key, new AddConstraint(key.label(), one), fields));
        if (!model.uniqueTogether().isEmpty()) {
            found.add(key, new AlterUniqueTogether(key.label(), model.uniqueTogether()), fields);
        }
        if (found.oldProxies.contains(key)) {
            leadToTheTable(key);
        }
    }

    private void orders(ModelKey key, ModelState model) {
        String relation = model.options().orderWithRespectTo();
        if (relation != null) {
            found.add(
                    key,
                    new AlterOrderWithRespectTo(key.label(), relation),
                    List.of(Dependency.created(key, relation), Dependency.created(key)));
        }
    }

    /// What led to the parent's table over the proxy leads to the new table now.
    private void leadToTheTable(ModelKey key) {
        for (FieldKey incoming : found.to.leadingTo(key)) {
            ModelState model = found.to.model(incoming.model());
            found.add(
                    incoming.model(),
                    new AlterField(model.label(), found.to.field(incoming)),
                    List.of(Dependency.created(key)));
        }
    }

    private static Map<String, FieldState> related(ModelState model) {
        var related = new TreeMap<String, FieldState>();
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            if (relation != null && !field.primaryKey() && !relation.parentLink()) {
                related.put(field.name(), field);
            }
        }
        return related;
    }

    private static ModelState bare(ModelState model, Map<String, FieldState> related) {
        List<FieldState> plain =
                model.fields().stream()
                        .filter(field -> !related.containsKey(field.name()))
                        .toList();
        return model.withFields(plain)
                .withIndexes(List.of())
                .withConstraints(List.of())
                .withUniqueTogether(List.of())
                .about(draft -> draft.orderWithRespectTo(null));
    }

    private List<Dependency> before(ModelKey key, ModelState model) {
        List<Dependency> before = new ArrayList<>();
        before.add(Dependency.removed(key));
        for (String base : model.bases()) {
            ModelKey baseKey = ModelKey.of(base);
            before.add(Dependency.created(baseKey));
            if (found.from.has(baseKey) && found.to.has(baseKey)) {
                movedDown(baseKey, model, before);
            }
        }
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            if (relation != null && field.primaryKey()) {
                before.add(Dependency.created(ModelKey.of(relation.target())));
            }
        }
        return before;
    }

    /// A field that the base gave to the new model must have left the base.
    private void movedDown(ModelKey base, ModelState model, List<Dependency> before) {
        ModelState now = found.to.model(base);
        for (String name : found.from.model(base).fieldNames()) {
            if (now.find(name) == null && model.find(name) != null) {
                before.add(Dependency.removed(base, name));
            }
        }
    }
}
