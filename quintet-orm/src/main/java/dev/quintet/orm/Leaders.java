package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What leads to the rows of each model: keys of other tables, and tables between. Immutable.
final class Leaders {

    private final Map<ModelMapping<?>, List<Key>> byTarget = new LinkedHashMap<>();
    private final Map<ModelMapping<?>, List<ModelRelation>> generic = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();

    /// A key in a table.
    record Key(ModelMapping<?> from, FieldState field, RelationState relation) {}

    /// A table between two, made by a relation itself.
    ///
    /// @param label as deletions count its rows
    record Tie(
            ModelMapping<?> from,
            ModelMapping<?> to,
            RelationState.Through through,
            String label) {}

    private Leaders(Collection<ModelMapping<?>> models) {
        for (ModelMapping<?> model : models) {
            if (model.state().options().proxy()) {
                continue;
            }
            for (ModelRelation relation : model.relations()) {
                if (relation.generic() != null) {
                    generic.computeIfAbsent(model, _ -> new ArrayList<>()).add(relation);
                }
            }
            for (FieldState field : model.state().fields()) {
                RelationState relation = field.relation();
                ModelRelation way = relation == null ? null : model.relation(field.name());
                if (relation != null && way != null) {
                    add(model, field, relation, way.target().get().concrete());
                }
            }
        }
    }

    private void add(
            ModelMapping<?> model, FieldState field, RelationState relation, ModelMapping<?> to) {
        RelationState.Through through = relation.through();
        if (through == null) {
            byTarget.computeIfAbsent(to, _ -> new ArrayList<>())
                    .add(new Key(model, field, relation));
        } else if (through.model() == null) {
            ties.add(new Tie(model, to, through, model.state().label() + "_" + field.name()));
        }
    }

    /// {@return what is known of a site's models; without one, of those that the model's own
    /// relations lead to}
    static Leaders known(ModelMapping<?> root) {
        Context context = Context.find();
        Models site = context == null ? null : context.find(Models.KEY).orElse(null);
        if (site != null && site.list().contains(root)) {
            return site.leaders();
        }
        Set<ModelMapping<?>> all = new LinkedHashSet<>();
        reach(root.concrete(), all);
        return of(all);
    }

    static Leaders of(Collection<ModelMapping<?>> models) {
        return new Leaders(models);
    }

    private static void reach(ModelMapping<?> model, Set<ModelMapping<?>> all) {
        if (all.add(model)) {
            model.relations().forEach(relation -> reach(relation.target().get(), all));
            if (model.parent() != null) {
                reach(model.parent(), all);
            }
        }
    }

    List<Key> of(ModelMapping<?> model) {
        return byTarget.getOrDefault(model, List.of());
    }

    /// {@return the reverses by which rows that name a model and a key lead to rows of this one}
    List<ModelRelation> generic(ModelMapping<?> model) {
        return generic.getOrDefault(model, List.of());
    }

    List<Tie> ties() {
        return ties;
    }

    /// {@return whether nobody need be asked when rows of a model go: nothing leads to them that
    /// the database does not care for itself, and nobody listens}
    boolean nothingFollows(ModelMapping<?> model) {
        boolean led =
                of(model).stream()
                        .anyMatch(key -> {
                            OnDelete rule = key.relation().onDelete();
                            return rule != OnDelete.DO_NOTHING && !rule.byDatabase();
                        });
        boolean tied =
                ties.stream().anyMatch(tie -> tie.from().equals(model) || tie.to().equals(model));
        return !led
                && !tied
                && generic(model).isEmpty()
                && model.parent() == null
                && !ModelSignals.deletionsHeard(model.type());
    }

    /// {@return whether rows of a model may keep others from going}
    boolean restricts(ModelMapping<?> model) {
        return model.state().fields().stream()
                .map(FieldState::relation)
                .filter(Objects::nonNull)
                .anyMatch(relation -> relation.onDelete() == OnDelete.RESTRICT);
    }

    /// {@return the models, those that lead to others before these, circles apart}
    List<ModelMapping<?>> inOrder(Collection<ModelMapping<?>> models) {
        Set<ModelMapping<?>> open = new LinkedHashSet<>(models);
        List<ModelMapping<?>> ordered = new ArrayList<>();
        models.forEach(model -> place(model, open, ordered));
        return ordered;
    }

    private void place(
            ModelMapping<?> model, Set<ModelMapping<?>> open, List<ModelMapping<?>> ordered) {
        if (!open.remove(model)) {
            return;
        }
        of(model).forEach(key -> place(key.from(), open, ordered));
        generic(model).forEach(one -> place(one.target().get().concrete(), open, ordered));
        ordered.add(model);
    }
}
