package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.conformance.queries.RowsValue.Shape;
import dev.quintet.orm.Condition;
import dev.quintet.orm.Expression;
import dev.quintet.orm.Rows;
import dev.quintet.orm.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods of a QuerySet that give another QuerySet.
final class QuerySteps {

    private QuerySteps() {}

    static @Nullable Function of(RowsValue it, String name) {
        return switch (name) {
            case "all", "get_queryset" -> _ -> it.with(Invocation.call(it.rows(), "all"));
            case "filter", "exclude" ->
                    arguments ->
                            it.with(
                                    Invocation.callMany(
                                            it.rows(), name, conditions(it, arguments)));
            case "annotate", "alias" -> arguments -> annotated(it, name, arguments);
            case "order_by" -> arguments -> ordered(it, arguments);
            case "reverse", "none" -> _ -> it.with(Invocation.call(it.rows(), name));
            case "distinct" -> arguments -> distinct(it, arguments);
            case "values" -> arguments -> values(it, arguments);
            case "values_list" -> arguments -> valuesList(it, arguments);
            case "dates" -> arguments -> dates(it, arguments);
            case "datetimes" -> arguments -> datetimes(it, arguments);
            case "union", "intersection", "difference" ->
                    arguments -> combined(it, name, arguments);
            case "only", "defer" -> arguments -> partly(it, name, names(it, arguments));
            case "select_related" -> arguments -> joined(it, arguments);
            case "prefetch_related" -> arguments -> PrefetchValue.prefetched(it, arguments);
            case "using" ->
                    arguments ->
                            it.with(
                                    Invocation.call(
                                            it.rows(), "using", Values.text(arguments.get(0))));
            case "select_for_update" -> arguments -> LockingValue.locked(it, arguments);
            case "extra" -> arguments -> extra(it, arguments);
            case "complex_filter" -> arguments -> complex(it, arguments);
            default -> null;
        };
    }

    static List<Condition<?>> conditions(RowsValue it, Arguments arguments) {
        List<Condition<?>> conditions = new ArrayList<>();
        for (Object one : arguments.positional()) {
            conditions.add(ConditionValue.from(one).condition());
        }
        arguments
                .named()
                .forEach((lookup, value) ->
                        conditions.add(ConditionValue.lookup(it.path(lookup), value)));
        return conditions;
    }

    private static RowsValue complex(RowsValue it, Arguments arguments) {
        if (arguments.get(0) instanceof Map<?, ?> named) {
            Map<String, @Nullable Object> lookups = new LinkedHashMap<>();
            named.forEach((lookup, value) -> lookups.put(String.valueOf(lookup), value));
            return it.with(
                    Invocation.callMany(
                            it.rows(),
                            "filter",
                            conditions(it, new Arguments(List.of(), lookups))));
        }
        return it.with(Invocation.callMany(it.rows(), "filter", conditions(it, arguments)));
    }

    private static RowsValue partly(RowsValue it, String step, List<String> names) {
        boolean clears = step.equals("defer") && names.equals(List.of("None"));
        return clears
                ? it.with(Invocation.callMany(it.rows(), step, List.of()))
                : it.with(Invocation.callMany(it.rows(), step, names))
                        .reading(names, step.equals("only"));
    }

    static List<String> names(RowsValue it, Arguments arguments) {
        return arguments.positional().stream().map(it::path).toList();
    }

    private static RowsValue annotated(RowsValue it, String step, Arguments arguments) {
        RowsValue annotated = it;
        for (Object one : arguments.positional()) {
            ExpressionValue expression = ExpressionValue.from(one);
            annotated = annotated(annotated, step, expression.defaultName(), expression);
        }
        for (var one : arguments.named().entrySet()) {
            annotated =
                    one.getValue() instanceof FilteredRelationValue relation
                            ? relation.among(annotated, one.getKey())
                            : annotated(
                                    annotated,
                                    step,
                                    one.getKey(),
                                    ExpressionValue.from(one.getValue()));
        }
        return annotated;
    }

    private static RowsValue annotated(
            RowsValue it, String step, String name, ExpressionValue expression) {
        String ours = it.path(name);
        Map<String, String> asked = new LinkedHashMap<>(it.asked());
        asked.put(ours, name);
        Object rows = Invocation.call(it.rows(), step, ours, expression.expression());
        return new RowsValue(
                (Rows<?>) java.util.Objects.requireNonNull(rows),
                it.mapping(),
                it.shape(),
                asked,
                it.loaded());
    }

    private static RowsValue ordered(RowsValue it, Arguments arguments) {
        List<Sort<?>> sorts = new ArrayList<>();
        for (Object one : arguments.positional()) {
            sorts.add(SortValue.from(it, one));
        }
        return it.with(Invocation.callMany(it.rows(), "orderBy", sorts));
    }

    private static RowsValue distinct(RowsValue it, Arguments arguments) {
        return it.with(
                arguments.size() == 0
                        ? Invocation.call(it.rows(), "distinct")
                        : Invocation.callMany(it.rows(), "distinct", names(it, arguments)));
    }

    private static RowsValue values(RowsValue it, Arguments arguments) {
        RowsValue named = withExpressions(it, arguments.named());
        Map<String, String> asked = new LinkedHashMap<>(named.asked());
        List<Object> ours = parts(named, arguments, asked);
        arguments.named().keySet().forEach(name -> ours.add(named.path(name)));
        Object rows =
                ours.stream().allMatch(String.class::isInstance)
                        ? Invocation.callMany(named.rows(), "values", ours)
                        : Invocation.call(named.rows(), "values", ours);
        return it.with(rows, Shape.DICT, asked);
    }

    private static RowsValue withExpressions(RowsValue it, Map<String, @Nullable Object> named) {
        RowsValue with = it;
        for (var one : named.entrySet()) {
            with = annotated(with, "annotate", one.getKey(), ExpressionValue.from(one.getValue()));
        }
        return with;
    }

    private static List<Object> parts(
            RowsValue it, Arguments arguments, Map<String, String> asked) {
        List<Object> ours = new ArrayList<>();
        for (Object one : arguments.positional()) {
            if (one instanceof String name) {
                asked.put(it.path(name), name);
                ours.add(it.path(name));
            } else {
                ours.add(ExpressionValue.from(one).expression());
            }
        }
        return ours;
    }

    private static RowsValue valuesList(RowsValue it, Arguments arguments) {
        arguments.refuseNamesBut("values_list", "flat", "named");
        boolean flat = arguments.flag("flat");
        boolean byName = arguments.flag("named");
        if (flat && byName) {
            throw new PythonError("TypeError", "'flat' and 'named' can't be used together.");
        }
        if (flat && arguments.size() > 1) {
            throw new PythonError(
                    "TypeError",
                    "'flat' is not valid when values_list is called with more than one field.");
        }
        if (byName) {
            RowsValue dicts = values(it, new Arguments(arguments.positional(), Map.of()));
            return it.with(dicts.rows(), Shape.NAMED, dicts.asked());
        }
        List<Object> ours = parts(it, arguments, new LinkedHashMap<>());
        boolean plain = ours.stream().allMatch(String.class::isInstance);
        Object rows;
        if (flat) {
            rows =
                    Invocation.call(
                            it.rows(), "valuesFlat", ours.isEmpty() ? "pk" : ours.getFirst());
        } else if (plain) {
            rows = Invocation.callMany(it.rows(), "valuesList", ours);
        } else {
            rows = Invocation.call(it.rows(), "valuesList", ours);
        }
        return it.with(rows, flat ? Shape.FLAT : Shape.TUPLE, it.asked());
    }

    private static RowsValue dates(RowsValue it, Arguments arguments) {
        return flat(
                it,
                Invocation.call(
                        it.rows(),
                        "dates",
                        it.path(arguments.get(0, "field_name", null)),
                        Values.text(arguments.get(1, "kind", null)),
                        descending(arguments)));
    }

    private static RowsValue datetimes(RowsValue it, Arguments arguments) {
        return flat(
                it,
                Invocation.call(
                        it.rows(),
                        "datetimes",
                        it.path(arguments.get(0, "field_name", null)),
                        Values.text(arguments.get(1, "kind", null)),
                        descending(arguments),
                        Conversion.zone(arguments.get(3, "tzinfo", null))));
    }

    private static boolean descending(Arguments arguments) {
        return "DESC".equals(arguments.get(2, "order", "ASC"));
    }

    private static RowsValue flat(RowsValue it, @Nullable Object rows) {
        return it.with(rows, Shape.FLAT, Map.of());
    }

    private static RowsValue combined(RowsValue it, String step, Arguments arguments) {
        List<Rows<?>> others = new ArrayList<>();
        for (Object one : arguments.positional()) {
            others.add(((RowsValue) java.util.Objects.requireNonNull(one)).rows());
        }
        String name = arguments.flag("all") ? "unionAll" : step;
        return it.with(Invocation.callMany(it.rows(), name, others));
    }

    private static RowsValue joined(RowsValue it, Arguments arguments) {
        if (arguments.size() == 0) {
            return it.with(Invocation.callMany(it.rows(), "selectRelated", List.of()));
        }
        if (arguments.get(0) == null) {
            return it.with(Invocation.call(it.rows(), "selectRelatedNone"));
        }
        return it.with(Invocation.callMany(it.rows(), "selectRelated", names(it, arguments)));
    }

    /// Of Django's old `extra`, what has a place elsewhere: the order, and SQL of one's own.
    private static RowsValue extra(RowsValue it, Arguments arguments) {
        RowsValue made = it;
        if (arguments.named("select", null) instanceof Map<?, ?> select) {
            for (var one : select.entrySet()) {
                made =
                        annotated(
                                made,
                                "annotate",
                                String.valueOf(one.getKey()),
                                ExpressionNames.sql(Values.text(one.getValue()), List.of()));
            }
        }
        if (arguments.named("where", null) instanceof List<?> where) {
            List<@Nullable Object> parameters = Values.list(arguments.named("params", List.of()));
            for (Object one : where) {
                made =
                        made.with(
                                Invocation.callMany(
                                        made.rows(),
                                        "filter",
                                        List.of(ConditionValue.sql(Values.text(one), parameters))));
            }
        }
        if (arguments.named("order_by", null) instanceof List<?> order) {
            made = ordered(made, new Arguments(new ArrayList<>(order), Map.of()));
        }
        return made;
    }

    static Expression<?, ?> expression(@Nullable Object value) {
        return ExpressionValue.from(value).expression();
    }
}
