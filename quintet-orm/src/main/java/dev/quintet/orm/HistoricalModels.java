package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Models as they were at one point of the migrations, to be queried by names whatever became of
/// their classes since. Django: the `apps` that `RunPython` is given.
///
/// ```java
/// models.all("catalog.Album").filter("title__startswith", "Live").update(Map.of("live", true));
/// models.all("catalog.Genre").create(genre -> genre.set("name", "Gypsy Jazz"));
/// ```
///
/// Every query goes to the database that is migrated. Immutable; its rows belong to one thread.
public final class HistoricalModels {

    private final String alias;
    private final Map<String, ModelState> states = new LinkedHashMap<>();
    private final Map<String, HistoricalMapping> mappings = new LinkedHashMap<>();
    private final Models models;
    private final Consumer<Long> listener;

    private HistoricalModels(Collection<ModelState> states, String alias, Consumer<Long> listener) {
        this.alias = alias;
        this.listener = listener;
        states.forEach(state -> this.states.put(key(state.label()), state));
        states.forEach(this::mapped);
        this.models = Models.of(mappings.values());
    }

    /// {@return the models that these states tell of}
    ///
    /// @param alias of the database that is queried
    public static HistoricalModels of(Collection<ModelState> states, String alias) {
        return new HistoricalModels(states, alias, _ -> {});
    }

    /// {@return these, whose batches tell how many rows are done so far}
    public HistoricalModels telling(Consumer<Long> listener) {
        return new HistoricalModels(states.values(), alias, listener);
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private @Nullable HistoricalMapping mapped(ModelState state) {
        HistoricalMapping known = mappings.get(key(state.label()));
        if (known != null) {
            return known;
        }
        HistoricalMapping extended = null;
        for (String base : state.bases()) {
            ModelState above = states.get(key(base));
            if (above != null && extended == null) {
                extended = mapped(above);
            }
        }
        var made = new HistoricalMapping(state, alias, relations(state), extended);
        mappings.put(key(state.label()), made);
        return made;
    }

    private List<ModelRelation> relations(ModelState state) {
        Map<String, ModelRelation> relations = new LinkedHashMap<>();
        for (ModelState at : levels(state)) {
            for (FieldState field : at.fields()) {
                RelationState relation = field.relation();
                if (relation != null && !relation.parentLink()) {
                    relations.put(field.name(), own(field, relation));
                }
            }
        }
        for (ModelState at : levels(state)) {
            addReverses(at, relations);
        }
        return List.copyOf(relations.values());
    }

    /// The model, and those that it extends, these first.
    private List<ModelState> levels(ModelState state) {
        List<ModelState> levels = new ArrayList<>();
        for (String base : state.bases()) {
            ModelState above = states.get(key(base));
            if (above != null) {
                levels.addAll(levels(above));
            }
        }
        levels.add(state);
        return levels;
    }

    private ModelRelation own(FieldState field, RelationState relation) {
        Supplier<ModelMapping<?>> target = () -> mapping(relation.target());
        RelationState.Through through = relation.through();
        return new ModelRelation(
                through == null ? ModelRelation.Kind.TO_ONE : ModelRelation.Kind.MANY_TO_MANY,
                field.name(),
                target,
                null,
                through,
                relation.toField(),
                relation.symmetrical(),
                null,
                relation.parts());
    }

    private void addReverses(ModelState target, Map<String, ModelRelation> relations) {
        for (ModelState from : states.values()) {
            for (FieldState field : from.fields()) {
                RelationState relation = field.relation();
                if (relation == null
                        || relation.parentLink()
                        || !key(relation.target()).equals(key(target.label()))) {
                    continue;
                }
                String name = WaysBack.accessor(from, field, relation);
                if (name != null && target.find(name) == null) {
                    relations.putIfAbsent(name, back(name, from, field, relation));
                }
            }
        }
    }

    private ModelRelation back(
            String name, ModelState from, FieldState field, RelationState relation) {
        RelationState.Through through = relation.through();
        boolean one = field.type().name().equals("OneToOneField");
        ModelRelation.Kind kind =
                through != null
                        ? ModelRelation.Kind.MANY_TO_MANY
                        : one ? ModelRelation.Kind.REVERSE_ONE : ModelRelation.Kind.REVERSE;
        return new ModelRelation(
                kind,
                name,
                () -> mapping(from.label()),
                through == null ? field.name() : null,
                through == null ? null : through.turned(),
                null,
                false);
    }

    private HistoricalMapping mapping(String label) {
        HistoricalMapping found = mappings.get(key(label));
        if (found == null) {
            throw Models.unknown(label, states.values().stream().map(ModelState::label).toList());
        }
        return found;
    }

    /// {@return all rows of a model, to be narrowed by names}
    ///
    /// @param label as `app.Model`
    /// @throws MappingException when there is no such model at this point
    public QuerySet<HistoricalRow> all(String label) {
        return QuerySet.of(mapping(label)).using(alias);
    }

    /// {@return a new row of a model, not saved: for `bulkCreate`}
    ///
    /// @param label as `app.Model`
    /// @throws MappingException when there is no such model at this point
    public HistoricalRow make(String label) {
        return mapping(label).blank();
    }

    /// {@return what is known of a model at this point}
    ///
    /// @param label as `app.Model`
    /// @throws MappingException when there is no such model at this point
    public ModelState state(String label) {
        return mapping(label).state();
    }

    /// {@return the database that is migrated, for statements of one's own}
    public Database database() {
        return Databases.current().get(alias);
    }

    /// Works through rows in the order of their keys, some at a time, each batch in a transaction
    /// of its own: for backfills of big tables. A migration that is not atomic keeps what the
    /// batches before did when one fails; let the rows say what is still to be done then, as in
    /// `filter("slug", null)`.
    ///
    /// @param rows in no particular order, not cut
    /// @param size most rows of a batch
    /// @return how many rows there were
    public long inBatches(
            QuerySet<HistoricalRow> rows, int size, Consumer<List<HistoricalRow>> work) {
        long done = 0;
        Object last = null;
        while (true) {
            QuerySet<HistoricalRow> open = last == null ? rows : rows.filter("pk__gt", last);
            List<HistoricalRow> batch;
            try (var block = Transaction.atomicOn(alias)) {
                batch = open.orderBy("pk").limit(size).list();
                if (!batch.isEmpty()) {
                    work.accept(batch);
                }
                block.commit();
            }
            if (batch.isEmpty()) {
                return done;
            }
            last = batch.getLast().pk();
            done += batch.size();
            listener.accept(done);
        }
    }

    /// Runs code in which these models are those of the site.
    public void run(Runnable work) {
        Context.current().with(Models.KEY, models).run(work);
    }
}
