package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The objects that go in one deletion, for those who listen; where nobody does, none is loaded.
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
        if (ModelSignals.deletionsHeard()) {
            going.forEach((model, keys) -> load(model, keys, database, origin, objects));
        }
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
        if (ModelSignals.PRE_DELETE.hasReceivers()) {
            for (Entity object : objects) {
                ModelSignals.PRE_DELETE.send(new DeleteEvent<>(object, origin, database.alias()));
            }
        }
    }

    void after() {
        if (ModelSignals.POST_DELETE.hasReceivers()) {
            for (Entity object : objects) {
                ModelSignals.POST_DELETE.send(new DeleteEvent<>(object, origin, database.alias()));
            }
        }
    }
}
