package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.conformance.queries.RowsValue.Shape;
import dev.quintet.orm.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The methods of a QuerySet that ask the database, and give a value.
final class QueryAnswers {

    private QueryAnswers() {}

    static @Nullable Function of(RowsValue it, String name) {
        return switch (name) {
            case "count" -> _ -> it.rows().count();
            case "exists" -> _ -> it.rows().exists();
            case "get" -> arguments -> got(it, arguments);
            case "first" -> _ -> one(it, it.rows().first());
            case "last" -> _ -> one(it, Invocation.call(it.rows(), "last"));
            case "latest", "earliest" -> arguments -> extreme(it, name, arguments);
            case "contains" ->
                    arguments ->
                            Invocation.call(
                                    it.rows(), "contains", Conversion.toOurs(arguments.get(0)));
            case "aggregate" -> arguments -> aggregated(it, arguments);
            case "in_bulk" -> arguments -> inBulk(it, arguments);
            case "iterator" -> _ -> it.list();
            case "raw" -> arguments -> RawRows.of(it.mapping(), arguments);
            case "explain" -> _ -> Invocation.call(it.rows(), "explain");
            default -> null;
        };
    }

    private static @Nullable Object got(RowsValue it, Arguments arguments) {
        return it.row(Invocation.callMany(it.rows(), "get", QuerySteps.conditions(it, arguments)));
    }

    private static @Nullable Object one(RowsValue it, @Nullable Object found) {
        Object row = found instanceof Optional<?> optional ? optional.orElse(null) : found;
        return row == null ? null : it.row(row);
    }

    private static @Nullable Object extreme(RowsValue it, String name, Arguments arguments) {
        return it.row(Invocation.callMany(it.rows(), name, QuerySteps.names(it, arguments)));
    }

    private static Object aggregated(RowsValue it, Arguments arguments) {
        Map<String, Expression<?, ?>> ours = new LinkedHashMap<>();
        Map<String, String> asked = new LinkedHashMap<>();
        for (Object one : arguments.positional()) {
            ExpressionValue expression = ExpressionValue.from(one);
            String name = expression.defaultName();
            asked.put(it.path(name), name);
            ours.put(it.path(name), expression.expression());
        }
        arguments
                .named()
                .forEach((name, value) -> {
                    if (value != null && !(value instanceof ExpressionValue)) {
                        throw new PythonError(
                                "TypeError",
                                "QuerySet.aggregate() received non-expression(s): "
                                        + Values.text(value)
                                        + ".");
                    }
                    asked.put(it.path(name), name);
                    ours.put(it.path(name), ExpressionValue.from(value).expression());
                });
        Map<?, ?> values = (Map<?, ?>) Invocation.call(it.rows(), "aggregate", ours);
        Map<String, @Nullable Object> python = new LinkedHashMap<>();
        java.util.Objects.requireNonNull(values)
                .forEach((name, value) ->
                        python.put(
                                asked.getOrDefault(String.valueOf(name), String.valueOf(name)),
                                Conversion.toPython(value)));
        return python;
    }

    private static @Nullable Object inBulk(RowsValue it, Arguments arguments) {
        if (it.shape() != Shape.MODEL) {
            throw new PythonError("TypeError", "in_bulk() cannot be used with values()");
        }
        Object ids = arguments.get(0, "id_list", null);
        List<@Nullable Object> keys = null;
        if (ids != null) {
            keys = new ArrayList<>();
            for (Object one : Values.iterate(ids)) {
                keys.add(Conversion.toOurs(one));
            }
        }
        Object field = arguments.named("field_name", null);
        return Conversion.toPython(
                field == null
                        ? Invocation.call(it.rows(), "inBulk", keys)
                        : Invocation.call(it.rows(), "inBulk", keys, it.path(field)));
    }
}
