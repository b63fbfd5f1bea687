package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.BulkOptions;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Selectable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many rows at once: `bulk_create` and `bulk_update`.
final class BulkWrites {

    private BulkWrites() {}

    static Object created(RowsValue it, Arguments arguments) {
        List<@Nullable Object> objects = Values.list(arguments.get(0, "objs", null));
        Object batch = arguments.get(1, "batch_size", null);
        BulkOptions.Conflicts conflicts =
                arguments.flag("ignore_conflicts")
                        ? BulkOptions.Conflicts.IGNORE
                        : arguments.flag("update_conflicts")
                                ? BulkOptions.Conflicts.UPDATE
                                : BulkOptions.Conflicts.REFUSE;
        var options =
                new BulkOptions(
                        batch == null ? 0 : Math.toIntExact(Values.integer(batch)),
                        conflicts,
                        names(it, arguments.named("update_fields", null)),
                        names(it, arguments.named("unique_fields", null)));
        Invocation.call(it.rows(), "bulkCreate", entities(objects), options);
        return objects;
    }

    private static List<String> names(RowsValue it, @Nullable Object fields) {
        return fields == null ? List.of() : Values.list(fields).stream().map(it::path).toList();
    }

    /// Objects whose fields wait for an expression are left to a statement that says so.
    static Object updated(RowsValue it, Arguments arguments) {
        List<EntityValue> objects = new ArrayList<>();
        for (Object one : Values.iterate(arguments.get(0, "objs", null))) {
            objects.add((EntityValue) java.util.Objects.requireNonNull(one));
        }
        List<String> fields = names(it, arguments.get(1, "fields", null));
        Object batch = arguments.get(2, "batch_size", null);
        int size = batch == null ? objects.size() : Math.toIntExact(Values.integer(batch));
        long updated = 0;
        for (int from = 0; from < objects.size(); from += size) {
            List<EntityValue> part = objects.subList(from, Math.min(objects.size(), from + size));
            updated += part.size();
            plain(it, part, fields);
            QueryWrites.flush(part);
        }
        return updated;
    }

    private static void plain(RowsValue it, List<EntityValue> objects, List<String> fields) {
        List<String> values =
                fields.stream()
                        .filter(field ->
                                objects.stream().anyMatch(one -> !one.waiting().containsKey(field)))
                        .toList();
        if (!values.isEmpty()) {
            Object[] call = {entities(new ArrayList<>(objects)), columns(values)};
            Invocation.call(it.rows(), "bulkUpdate", call);
        }
    }

    private static Selectable<?>[] columns(List<String> names) {
        return names.stream().map(EntityMethods::column).toArray(Selectable<?>[]::new);
    }

    private static List<Entity> entities(List<? extends @Nullable Object> objects) {
        List<Entity> entities = new ArrayList<>();
        for (Object one : objects) {
            entities.add(((EntityValue) java.util.Objects.requireNonNull(one)).entity());
        }
        return entities;
    }
}
