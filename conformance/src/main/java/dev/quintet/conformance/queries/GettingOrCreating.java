package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Tuple;
import dev.quintet.orm.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `get_or_create` and `update_or_create`, in the steps that Django documents: ours are told by
/// columns, not by names.
final class GettingOrCreating {

    private GettingOrCreating() {}

    static Tuple got(RowsValue it, Arguments arguments) {
        Map<String, @Nullable Object> lookups = arguments.namedExcept("defaults");
        EntityValue found = find(it, lookups);
        return found != null
                ? Tuple.of(found, false)
                : create(it, lookups, arguments.named("defaults", null));
    }

    static Tuple updated(RowsValue it, Arguments arguments) {
        Map<String, @Nullable Object> lookups =
                arguments.namedExcept("defaults", "create_defaults");
        Object defaults = arguments.named("defaults", null);
        EntityValue found = find(it, lookups);
        if (found == null) {
            return create(it, lookups, arguments.named("create_defaults", defaults));
        }
        if (defaults instanceof Map<?, ?> values) {
            values.forEach(
                    (name, value) -> found.setAttribute(String.valueOf(name), called(value)));
        }
        found.entity().save();
        QueryWrites.flush(List.of(found));
        return Tuple.of(found, false);
    }

    private static @Nullable EntityValue find(RowsValue it, Map<String, @Nullable Object> lookups) {
        try {
            return ErrorNames.translating(() ->
                    (EntityValue)
                            it.row(
                                    Invocation.callMany(
                                            it.rows(),
                                            "get",
                                            QuerySteps.conditions(
                                                    it, new Arguments(List.of(), lookups)))));
        } catch (PythonError error) {
            if (error.is("DoesNotExist")) {
                return null;
            }
            throw error;
        }
    }

    private static Tuple create(
            RowsValue it, Map<String, @Nullable Object> lookups, @Nullable Object defaults) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        lookups.forEach((name, value) -> {
            if (!name.contains("__")) {
                values.put(name, value);
            }
        });
        if (defaults instanceof Map<?, ?> more) {
            more.forEach((name, value) -> values.put(String.valueOf(name), called(value)));
        }
        EntityValue made =
                (EntityValue) new ModelValue(it.mapping()).call(new Arguments(List.of(), values));
        Transaction.atomic(() -> made.entity().insert());
        return Tuple.of(made, true);
    }

    private static @Nullable Object called(@Nullable Object value) {
        return value instanceof Function function ? function.call(Arguments.of()) : value;
    }
}
