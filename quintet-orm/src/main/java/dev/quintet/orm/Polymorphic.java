package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows of a model that others extend, each as what it is.
final class Polymorphic {

    private static final int MOST_KEYS = 1_000;

    private Polymorphic() {}

    static <M extends Entity> List<M> of(QuerySet<M> query) {
        List<M> rows = query.list();
        Map<Object, M> byKey = new LinkedHashMap<>();
        for (M row : rows) {
            byKey.put(Objects.requireNonNull(Keys.of(row)), row);
        }
        if (!rows.isEmpty()) {
            narrow(query.mapping(), Relations.databaseOf(rows.getFirst()), byKey);
        }
        List<M> all = new ArrayList<>(rows.size());
        for (M row : rows) {
            all.add(Objects.requireNonNull(byKey.get(Objects.requireNonNull(Keys.of(row)))));
        }
        return List.copyOf(all);
    }

    private static <M extends Entity> void narrow(
            ModelMapping<M> mapping, String alias, Map<Object, M> byKey) {
        for (ModelMapping<?> child : Context.current().get(Models.KEY).list()) {
            if (mapping.concrete().equals(child.parent()) && !child.state().options().proxy()) {
                Map<Object, M> found = found(child, mapping.type(), alias, byKey);
                byKey.putAll(found);
            }
        }
    }

    private static <C extends Entity, M extends Entity> Map<Object, M> found(
            ModelMapping<C> child, Class<M> type, String alias, Map<Object, M> parents) {
        Map<Object, C> found = new HashMap<>();
        Node key = new Node.Field(FieldPath.of(child.key().name()));
        for (List<Object> chunk : Keys.chunks(parents.keySet(), MOST_KEYS)) {
            for (C row :
                    QuerySet.of(child).using(alias).filter(new Node.In(key, chunk)).orderBy()) {
                found.put(Objects.requireNonNull(Keys.of(row)), row);
            }
        }
        if (!found.isEmpty()) {
            narrow(child, alias, found);
        }
        Map<Object, M> cast = new HashMap<>();
        found.forEach((number, row) -> {
            annotate(row, parents.get(number));
            cast.put(number, type.cast(row));
        });
        return cast;
    }

    private static void annotate(Entity row, @Nullable Entity parent) {
        EntityState told = parent == null ? null : parent.state;
        if (told != null && row.state != null) {
            row.state.annotations = told.annotations;
        }
    }
}
