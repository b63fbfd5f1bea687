package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is loaded behind the rows of a query: a relation, or the part of it that another query
/// finds. Immutable. Django: `Prefetch`.
///
/// `Prefetch.of("reviews").queryset(best.limit(3)).to("top")` loads three reviews for each book, in
/// one statement for all; `book.annotation("top")` is the list.
public final class Prefetch {

    private final FieldPath path;
    private final @Nullable QuerySet<?> rows;
    private final @Nullable String name;
    private final Map<ModelMapping<?>, QuerySet<?>> byModel;

    private Prefetch(
            FieldPath path,
            @Nullable QuerySet<?> rows,
            @Nullable String name,
            Map<ModelMapping<?>, QuerySet<?>> byModel) {
        this.path = path;
        this.rows = rows;
        this.name = name;
        this.byModel = byModel;
    }

    /// {@return a relation, or one behind others: `authors__profile`}
    public static Prefetch of(String relations) {
        return new Prefetch(Names.path(relations), null, null, Map.of());
    }

    /// {@return a relation}
    public static Prefetch of(Relation<?, ?> relation) {
        return new Prefetch(((Node.Field) relation.node()).path(), null, null, Map.of());
    }

    /// {@return what a relation to rows of any model leads to, its rows found by these queries;
    /// rows of other models are found as usual. Django: `GenericPrefetch`}
    public static Prefetch of(GenericPath<?> relation, QuerySet<?>... rows) {
        var byModel = new HashMap<ModelMapping<?>, QuerySet<?>>();
        for (QuerySet<?> one : rows) {
            byModel.put(one.mapping().concrete(), one);
        }
        return new Prefetch(relation.path(), null, null, Map.copyOf(byModel));
    }

    /// {@return the same, but only these rows, in their order; a slice is one for each owner}
    public Prefetch queryset(QuerySet<?> rows) {
        return new Prefetch(path, rows, name, byModel);
    }

    /// {@return the same, kept as a list under a name of its own instead of in the relation}
    public Prefetch to(String name) {
        if (!name.matches("\\w+")) {
            throw new QueryException(
                    Problem.of("orm.E118", "'" + name + "' is no name for what is prefetched."));
        }
        return new Prefetch(path, rows, name, byModel);
    }

    /// Loads relations behind objects that are there already, in one statement for all objects of a
    /// model; what is loaded is not loaded again. Django: `prefetch_related_objects`.
    ///
    /// @param objects of one model or of several; all have rows
    public static void prefetchRelatedObjects(
            Collection<? extends Entity> objects, Prefetch... relations) {
        Map<Class<?>, List<Entity>> byModel = new LinkedHashMap<>();
        for (Entity object : objects) {
            attach(Mappings.of(object), object);
            byModel.computeIfAbsent(object.getClass(), _ -> new ArrayList<>()).add(object);
        }
        byModel.values().forEach(alike -> Prefetching.all(alike, List.of(relations)));
    }

    /// Loads relations behind objects that are there already.
    ///
    /// @param relation a name, or several with `__` between
    public static void prefetchRelatedObjects(
            Collection<? extends Entity> objects, String relation, String... more) {
        prefetchRelatedObjects(
                objects,
                Stream.concat(Stream.of(relation), Arrays.stream(more))
                        .map(Prefetch::of)
                        .toArray(Prefetch[]::new));
    }

    private static <M extends Entity> void attach(ModelMapping<M> mapping, Entity object) {
        mapping.attach(mapping.type().cast(object));
    }

    FieldPath path() {
        return path;
    }

    @Nullable QuerySet<?> rows() {
        return rows;
    }

    @Nullable String name() {
        return name;
    }

    Map<ModelMapping<?>, QuerySet<?>> byModel() {
        return byModel;
    }
}
