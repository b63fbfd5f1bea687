package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values made of many rows: `Count`, `Sum` and their kin.
final class AggregateNames {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("Count", "count"),
                    Map.entry("Sum", "sum"),
                    Map.entry("Avg", "avg"),
                    Map.entry("Min", "min"),
                    Map.entry("Max", "max"),
                    Map.entry("StdDev", "std_dev"),
                    Map.entry("Variance", "variance"),
                    Map.entry("StringAgg", "string_agg"),
                    Map.entry("ArrayAgg", "array_agg"),
                    Map.entry("AnyValue", "any_value"),
                    Map.entry("BitAnd", "bit_and"),
                    Map.entry("BitOr", "bit_or"),
                    Map.entry("BitXor", "bit_xor"),
                    Map.entry("BoolAnd", "bool_and"),
                    Map.entry("BoolOr", "bool_or"),
                    Map.entry("JSONBAgg", "json_array_agg"));

    private AggregateNames() {}

    static void addTo(Map<String, @Nullable Object> names) {
        NAMES.forEach((name, ours) ->
                ExpressionNames.put(names, name, arguments -> made(name, ours, arguments)));
    }

    private static ExpressionValue made(String name, String ours, Arguments arguments) {
        boolean sample = arguments.flag("sample");
        String function = sample ? ours + "_sample" : ours;
        Object first = arguments.get(0, "expression", null);
        if ("*".equals(first) && arguments.named("filter", null) != null && !ours.equals("count")) {
            throw new PythonError("ValueError", "Star cannot be used with filter.");
        }
        List<Object> operands = new ArrayList<>();
        if (!"*".equals(first)) {
            operands.add(ExpressionValue.named(first));
        }
        if (arguments.has(1, "delimiter")) {
            operands.add(ExpressionValue.from(arguments.get(1, "delimiter", null)).expression());
        }
        var aggregate = dev.quintet.orm.F.aggregate(function, operands.toArray());
        if (arguments.flag("distinct")) {
            aggregate = aggregate.distinct();
        }
        if (arguments.named("filter", null) != null) {
            aggregate =
                    aggregate.filter(
                            ConditionValue.from(arguments.named("filter", null)).condition());
        }
        if (arguments.named("ordering", arguments.named("order_by", null)) != null) {
            aggregate =
                    aggregate.orderedBy(
                            sorts(arguments.named("ordering", arguments.named("order_by", null))));
        }
        if (arguments.named("default", null) != null) {
            aggregate = aggregate.orElse(Conversion.toOurs(arguments.named("default", null)));
        }
        var typed = ExpressionNames.typed(aggregate, arguments);
        return new ExpressionValue(
                typed.expression(),
                first instanceof String path ? path + "__" + name.toLowerCase(Locale.ROOT) : null);
    }

    static Sort<?>[] sorts(@Nullable Object order) {
        List<Sort<?>> sorts = new ArrayList<>();
        for (Object one :
                order instanceof List<?> list
                        ? list
                        : Values.list(List.of(java.util.Objects.requireNonNull(order)))) {
            sorts.add(SortValue.from(null, one));
        }
        return sorts.toArray(Sort<?>[]::new);
    }
}
