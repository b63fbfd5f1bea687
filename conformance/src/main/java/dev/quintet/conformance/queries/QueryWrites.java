package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Entity;
import dev.quintet.orm.F;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Q;
import dev.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The methods of a QuerySet that change rows.
final class QueryWrites {

    private QueryWrites() {}

    static @Nullable Function of(RowsValue it, String name) {
        return switch (name) {
            case "update" -> arguments -> updated(it, arguments);
            case "delete" -> _ -> Conversion.toPython(Invocation.call(it.rows(), "delete"));
            case "create" -> arguments -> created(it, arguments);
            case "get_or_create" -> arguments -> GettingOrCreating.got(it, arguments);
            case "update_or_create" -> arguments -> GettingOrCreating.updated(it, arguments);
            case "bulk_create" -> arguments -> BulkWrites.created(it, arguments);
            case "bulk_update" -> arguments -> BulkWrites.updated(it, arguments);
            default -> null;
        };
    }

    private static @Nullable Object updated(RowsValue it, Arguments arguments) {
        return Conversion.toPython(
                Invocation.call(it.rows(), "update", ours(it, arguments.named())));
    }

    /// {@return values by our names}
    static Map<String, @Nullable Object> ours(RowsValue it, Map<?, ?> named) {
        Map<String, @Nullable Object> ours = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            Object called =
                    value instanceof dev.quintet.conformance.python.Function function
                            ? function.call(Arguments.of())
                            : value;
            ours.put(it.path(name), Conversion.toOurs(called));
        });
        return ours;
    }

    private static Object created(RowsValue it, Arguments arguments) {
        EntityValue made = (EntityValue) new ModelValue(it.mapping()).call(arguments);
        made.entity().insert();
        return made;
    }

    /// Has the database work out what objects were given as expressions, for all in one statement a
    /// set of fields.
    static void flush(List<EntityValue> objects) {
        Map<Set<String>, List<EntityValue>> byFields = new LinkedHashMap<>();
        for (EntityValue one : objects) {
            if (!one.waiting().isEmpty()) {
                byFields.computeIfAbsent(
                                new LinkedHashSet<>(one.waiting().keySet()), _ -> new ArrayList<>())
                        .add(one);
            }
        }
        byFields.forEach(QueryWrites::worked);
    }

    private static void worked(Set<String> fields, List<EntityValue> objects) {
        ModelMapping<?> mapping = objects.getFirst().mapping();
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (String field : fields) {
            changes.put(field, chosen(field, objects));
        }
        List<@Nullable Object> keys = new ArrayList<>();
        objects.forEach(one -> keys.add(Conversion.toOurs(one.key())));
        QuerySet<?> rows = all(mapping).filter(Q.of("pk__in", keys));
        Invocation.call(rows, "update", changes);
    }

    private static <M extends Entity> QuerySet<M> all(ModelMapping<M> mapping) {
        return QuerySet.of(mapping);
    }

    private static F chosen(String field, List<EntityValue> objects) {
        if (objects.size() == 1) {
            return expression(objects.getFirst(), field);
        }
        var cases =
                F.when(
                        Q.of("pk", Conversion.toOurs(objects.getFirst().key())),
                        expression(objects.getFirst(), field));
        for (EntityValue one : objects.subList(1, objects.size())) {
            cases = cases.when(Q.of("pk", Conversion.toOurs(one.key())), expression(one, field));
        }
        return F.of(cases);
    }

    private static F expression(EntityValue object, String field) {
        ExpressionValue waiting = object.waiting().get(field);
        if (waiting == null) {
            throw new PythonError("ValueError", Values.text(field));
        }
        return waiting.expression();
    }
}
