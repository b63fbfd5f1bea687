package dev.quintet.contenttypes;

import dev.quintet.orm.Condition;
import dev.quintet.orm.DoesNotExist;
import dev.quintet.orm.Entity;
import dev.quintet.orm.GotOrCreated;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/// The content types of one database. Each is read once: whoever asks again costs no query, in any
/// thread, until {@link #clear}. Django: `ContentTypeManager`.
///
/// The objects that it hands out are shared; they are not to be changed. What was made in a
/// transaction that is still open is not kept, because it may yet be taken back. Safe for many
/// threads.
public final class ContentTypeRegistry {

    private static final Map<Database, ContentTypeRegistry> BY_DATABASE =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final String alias;
    private final Map<ModelName, ContentType> byName = new ConcurrentHashMap<>();
    private final Map<Integer, ContentType> byId = new ConcurrentHashMap<>();
    private final Set<ModelName> uncommitted = ConcurrentHashMap.newKeySet();

    private ContentTypeRegistry(String alias) {
        this.alias = alias;
    }

    /// {@return that of the database where the current site keeps its content types}
    public static ContentTypeRegistry current() {
        Databases databases = Databases.current();
        return on(databases.routing().forWrite(Mappings.of(ContentType.class).state(), null));
    }

    /// {@return that of a database of the current site}
    public static ContentTypeRegistry on(String alias) {
        return BY_DATABASE.computeIfAbsent(
                Databases.current().get(alias), _ -> new ContentTypeRegistry(alias));
    }

    /// {@return the type of a model, made where there is none yet; a proxy's is that of the model
    /// whose rows it shows. Django: `get_for_model`}
    public ContentType forModel(Class<? extends Entity> model) {
        return of(Mappings.of(model).concrete());
    }

    /// {@return the type of a model, made where there is none yet; a proxy has its own here.
    /// Django: `get_for_model(for_concrete_model=False)`}
    public ContentType forExactModel(Class<? extends Entity> model) {
        return of(Mappings.of(model));
    }

    /// {@return the types of models, in one query for all that are not known yet. Django:
    /// `get_for_models`}
    public Map<Class<? extends Entity>, ContentType> forModels(
            Collection<? extends Class<? extends Entity>> models) {
        var wanted = new LinkedHashMap<Class<? extends Entity>, ModelMapping<?>>();
        models.forEach(model -> wanted.put(model, Mappings.of(model).concrete()));
        List<ModelMapping<?>> open =
                wanted.values().stream()
                        .filter(one -> !byName.containsKey(ModelName.of(one)))
                        .toList();
        var found = new LinkedHashMap<ModelName, ContentType>();
        if (!open.isEmpty()) {
            for (ContentType one : among(open)) {
                found.put(one.naturalKey(), keep(one));
            }
        }
        var types = new LinkedHashMap<Class<? extends Entity>, ContentType>();
        wanted.forEach((model, mapping) -> {
            ContentType read = found.get(ModelName.of(mapping));
            types.put(model, read == null ? of(mapping) : read);
        });
        return types;
    }

    private QuerySet<ContentType> among(List<ModelMapping<?>> models) {
        List<String> apps = models.stream().map(one -> one.state().app()).distinct().toList();
        List<String> names =
                models.stream().map(one -> ModelName.of(one).model()).distinct().toList();
        return rows().filter(ContentTypes.appLabel.in(apps), ContentTypes.model.in(names));
    }

    /// {@return the type of this key. Django: `get_for_id`}
    ///
    /// @throws DoesNotExist when there is none
    public ContentType forId(int id) {
        ContentType known = byId.get(id);
        return known != null ? known : keep(rows().get(ContentTypes.id.eq(id)));
    }

    /// {@return the types of these keys, in one query for all that are not known yet; those that
    /// are not there are left out}
    public Map<Integer, ContentType> forIds(Collection<Integer> ids) {
        List<Integer> open = ids.stream().filter(id -> !byId.containsKey(id)).distinct().toList();
        var types = new LinkedHashMap<Integer, ContentType>();
        if (!open.isEmpty()) {
            for (ContentType one : rows().filter(ContentTypes.id.in(open))) {
                types.put(one.id, keep(one));
            }
        }
        for (Integer id : ids) {
            ContentType known = byId.get(id);
            if (known != null) {
                types.put(id, known);
            }
        }
        return types;
    }

    /// {@return the type of these names. Django: `get_by_natural_key`}
    ///
    /// @param app label of the model's app
    /// @param model name of its class, in lower case
    /// @throws DoesNotExist when there is none
    public ContentType byNaturalKey(String app, String model) {
        ContentType known = byName.get(new ModelName(app, model));
        return known != null
                ? known
                : keep(rows().get(ContentTypes.appLabel.eq(app), ContentTypes.model.eq(model)));
    }

    /// Forgets what it has read: after rows of the table were changed by hand. Django:
    /// `clear_cache`.
    public void clear() {
        byName.clear();
        byId.clear();
        uncommitted.clear();
    }

    /// Makes a row for each of these models that has none yet, as `migrate` does at its end.
    ///
    /// @return those that were made
    public List<ContentType> createMissing(Collection<? extends ModelMapping<?>> models) {
        clear();
        List<ModelMapping<?>> kept = new ArrayList<>();
        for (ModelMapping<?> model : models) {
            if (Databases.current().routing().allowsMigrate(alias, model.state())) {
                kept.add(model);
            }
        }
        if (kept.isEmpty()) {
            return List.of();
        }
        var there = new HashSet<ModelName>();
        for (ContentType one : among(kept)) {
            there.add(one.naturalKey());
        }
        List<ContentType> missing =
                kept.stream()
                        .map(ModelName::of)
                        .filter(name -> !there.contains(name))
                        .map(ContentTypeRegistry::made)
                        .toList();
        if (!missing.isEmpty()) {
            rows().bulkCreate(missing);
            missing.forEach(one -> unsure(one.naturalKey()));
        }
        return missing;
    }

    /// Gives the type of a model that was renamed its new name, so that what leads to it still
    /// does.
    ///
    /// @return whether there was one, and none of the new name
    boolean rename(ModelName from, ModelName to) {
        boolean taken = rows().filter(named(to)).exists();
        int renamed =
                taken
                        ? 0
                        : rows().filter(named(from))
                                .update(
                                        ContentTypes.appLabel.set(to.app()),
                                        ContentTypes.model.set(to.model()));
        clear();
        return renamed > 0;
    }

    private static Condition<ContentType> named(ModelName name) {
        return ContentTypes.appLabel.eq(name.app()).and(ContentTypes.model.eq(name.model()));
    }

    ContentType of(ModelMapping<?> model) {
        ModelState state = model.state();
        ModelName name = ModelName.of(state);
        ContentType known = byName.get(name);
        if (known != null) {
            return known;
        }
        GotOrCreated<ContentType> got =
                rows().getOrCreate(
                                _ -> {},
                                ContentTypes.appLabel.set(name.app()),
                                ContentTypes.model.set(name.model()));
        ContentType type = got.object();
        if (got.created()) {
            unsure(name);
        }
        return keep(type);
    }

    /// Notes that a row was made by a transaction that is still open, if one is.
    private void unsure(ModelName name) {
        if (Databases.current().get(alias).unit() != null) {
            uncommitted.add(name);
            Transaction.onCommit(alias, () -> uncommitted.remove(name), false);
        }
    }

    private static ContentType made(ModelName name) {
        var type = new ContentType();
        type.appLabel = name.app();
        type.model = name.model();
        return type;
    }

    /// What was read inside of the transaction that made it may yet be taken back with it.
    private ContentType keep(ContentType read) {
        ModelName name = read.naturalKey();
        if (uncommitted.contains(name)) {
            if (Databases.current().get(alias).unit() != null) {
                return read;
            }
            uncommitted.remove(name);
        }
        byName.put(name, read);
        byId.put(read.id, read);
        return read;
    }

    private QuerySet<ContentType> rows() {
        return ContentTypes.all().using(alias);
    }
}
