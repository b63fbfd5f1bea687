package dev.quintet.orm;

import dev.quintet.kernel.signal.Signal;
import dev.quintet.orm.connection.Database;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The objects that go in one deletion, of the models whose deletions somebody hears; others are
/// not loaded.
final class DeletedObjects {

    private static final int MOST_KEYS = 500;

    private final List<Entity> objects;
    private final Database database;
    private final Object origin;

    private DeletedObjects(List<Entity> objects, Database database, Object origin) {
        this.objects = objects;
        this.database = database;
        this.origin = origin;
    }

    static DeletedObjects of(
            Map<ModelMapping<?>, Set<Object>> going, Database database, Object origin) {
        List<Entity> objects = new ArrayList<>();
        going.forEach((model, keys) -> {
            // An object of a proxy is told of as what it is.
            boolean own = origin instanceof Entity one && Mappings.of(one).concrete().equals(model);
            Class<?> told = own ? origin.getClass() : model.type();
            if (ModelSignals.deletionsHeard(told)) {
                load(model, keys, database, origin, objects);
            }
        });
        return new DeletedObjects(objects, database, origin);
    }

    private static void load(
            ModelMapping<?> model,
            Set<Object> keys,
            Database database,
            Object origin,
            List<Entity> objects) {
        Set<Object> others = new LinkedHashSet<>(keys);
        if (origin instanceof Entity one && Mappings.of(one).concrete().equals(model)) {
            // Who began it is told of the very object.
            objects.add(one);
            others.remove(Keys.of(one));
        }
        for (List<Object> chunk : Keys.chunks(others, MOST_KEYS)) {
            QuerySet.of(model)
                    .using(database.alias())
                    .filter(KeyNodes.among(model, chunk))
                    .orderBy()
                    .forEach(objects::add);
        }
    }

    void before() {
        send(ModelSignals.PRE_DELETE);
    }

    void after() {
        send(ModelSignals.POST_DELETE);
    }

    private void send(Signal<DeleteEvent<?>> signal) {
        for (Entity object : objects) {
            signal.send(new DeleteEvent<>(object, origin, database.alias()));
        }
    }
}
