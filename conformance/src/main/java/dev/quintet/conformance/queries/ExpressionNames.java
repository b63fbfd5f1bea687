package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Function;
import dev.quintet.conformance.python.NamedFunction;
import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.F;
import dev.quintet.orm.Rows;
import dev.quintet.orm.state.FieldType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of `django.db.models` and its functions.
final class ExpressionNames {

    /// Django's functions whose arguments are all expressions, by what ours are called.
    private static final Map<String, String> FUNCTIONS = new LinkedHashMap<>();

    static {
        for (String name :
                List.of(
                        "Lower",
                        "Upper",
                        "Length",
                        "Concat",
                        "Substr",
                        "Left",
                        "Right",
                        "LPad",
                        "RPad",
                        "Trim",
                        "LTrim",
                        "RTrim",
                        "Replace",
                        "Repeat",
                        "Reverse",
                        "Chr",
                        "Ord",
                        "MD5",
                        "SHA1",
                        "SHA224",
                        "SHA256",
                        "SHA384",
                        "SHA512",
                        "Coalesce",
                        "Greatest",
                        "Least",
                        "Abs",
                        "ACos",
                        "ASin",
                        "ATan",
                        "ATan2",
                        "Ceil",
                        "Cos",
                        "Cot",
                        "Degrees",
                        "Exp",
                        "Floor",
                        "Ln",
                        "Log",
                        "Mod",
                        "Pi",
                        "Power",
                        "Radians",
                        "Random",
                        "Round",
                        "Sign",
                        "Sin",
                        "Sqrt",
                        "Tan",
                        "Now",
                        "Rank",
                        "Ntile",
                        "Lag",
                        "Lead")) {
            FUNCTIONS.put(name, name.toLowerCase(Locale.ROOT));
        }
        FUNCTIONS.put("ConcatPair", "concat");
        FUNCTIONS.put("StrIndex", "str_index");
        FUNCTIONS.put("NullIf", "nullif");
        FUNCTIONS.put("RowNumber", "row_number");
        FUNCTIONS.put("DenseRank", "dense_rank");
        FUNCTIONS.put("PercentRank", "percent_rank");
        FUNCTIONS.put("CumeDist", "cume_dist");
        FUNCTIONS.put("FirstValue", "first_value");
        FUNCTIONS.put("LastValue", "last_value");
        FUNCTIONS.put("NthValue", "nth_value");
    }

    private static final Map<String, String> LOOKUPS =
            Map.ofEntries(
                    Map.entry("Exact", "exact"),
                    Map.entry("IExact", "iexact"),
                    Map.entry("GreaterThan", "gt"),
                    Map.entry("GreaterThanOrEqual", "gte"),
                    Map.entry("LessThan", "lt"),
                    Map.entry("LessThanOrEqual", "lte"),
                    Map.entry("In", "in"),
                    Map.entry("Range", "range"),
                    Map.entry("IsNull", "isnull"),
                    Map.entry("Contains", "contains"),
                    Map.entry("IContains", "icontains"),
                    Map.entry("StartsWith", "startswith"),
                    Map.entry("IStartsWith", "istartswith"),
                    Map.entry("EndsWith", "endswith"),
                    Map.entry("IEndsWith", "iendswith"),
                    Map.entry("Regex", "regex"),
                    Map.entry("IRegex", "iregex"));

    private ExpressionNames() {}

    /// {@return all, by name}
    static Map<String, @Nullable Object> names() {
        Map<String, @Nullable Object> names = new HashMap<>(FieldTypes.names());
        FUNCTIONS.forEach((name, ours) -> put(names, name, arguments -> function(ours, arguments)));
        LOOKUPS.forEach((name, ours) -> put(names, name, arguments -> compared(ours, arguments)));
        AggregateNames.addTo(names);
        TimeNames.addTo(names);
        WindowNames.addTo(names);
        put(
                names,
                "F",
                arguments ->
                        ExpressionValue.of(ExpressionValue.named(Values.text(arguments.get(0)))));
        names.put("Q", ConditionValue.TYPE);
        put(names, "Value", ExpressionNames::value);
        put(names, "OuterRef", ExpressionNames::outer);
        put(names, "Subquery", arguments -> typed(F.subquery(rows(arguments)), arguments));
        put(names, "Exists", arguments -> ExpressionValue.of(F.exists(rows(arguments))));
        put(names, "When", WhenValue::made);
        put(names, "Case", WhenValue::chosen);
        put(
                names,
                "ExpressionWrapper",
                arguments ->
                        typed(
                                ExpressionValue.named(arguments.get(0)),
                                output(arguments.get(1, "output_field", null))));
        put(names, "Func", FunctionTemplate::made);
        put(
                names,
                "RawSQL",
                arguments ->
                        typed(
                                sql(Values.text(arguments.get(0)), Values.list(arguments.get(1)))
                                        .expression(),
                                output(arguments.get(2, "output_field", null))));
        put(
                names,
                "KT",
                arguments ->
                        ExpressionValue.of(
                                F.keyText(
                                        Site.current()
                                                .names()
                                                .path(null, Values.text(arguments.get(0))))));
        put(
                names,
                "Cast",
                arguments ->
                        ExpressionValue.of(
                                F.cast(
                                        ExpressionValue.named(arguments.get(0)),
                                        java.util.Objects.requireNonNull(
                                                output(arguments.get(1, "output_field", null))))));
        put(
                names,
                "Collate",
                arguments ->
                        ExpressionValue.of(
                                F.collate(
                                        ExpressionValue.named(arguments.get(0)),
                                        Values.text(arguments.get(1)))));
        put(names, "JSONObject", ExpressionNames::object);
        put(names, "JSONArray", arguments -> ExpressionValue.of(F.jsonArray(operands(arguments))));
        put(names, "OrderBy", ExpressionNames::sort);
        put(names, "Prefetch", PrefetchValue::made);
        put(names, "FilteredRelation", FilteredRelationValue::made);
        return names;
    }

    static void put(Map<String, @Nullable Object> names, String name, Function function) {
        names.put(
                name,
                new NamedFunction(
                        name, arguments -> ErrorNames.translating(() -> function.call(arguments))));
    }

    /// {@return the arguments without a name, text naming fields}
    static @Nullable Object[] operands(Arguments arguments) {
        return arguments.positional().stream().map(ExpressionValue::named).toArray();
    }

    private static ExpressionValue function(String ours, Arguments arguments) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(operands(arguments)));
        // The few that Django lets be named.
        for (String name :
                List.of(
                        "pos",
                        "length",
                        "text",
                        "replacement",
                        "fill_text",
                        "number",
                        "precision",
                        "offset",
                        "default",
                        "num_buckets",
                        "nth")) {
            if (arguments.named().containsKey(name)) {
                Object value = arguments.named().get(name);
                all.add(
                        name.equals("text") || name.equals("replacement") || name.equals("default")
                                ? ExpressionValue.from(value).expression()
                                : ExpressionValue.named(value));
            }
        }
        return typed(F.call(ours, all.toArray()), arguments);
    }

    private static ExpressionValue compared(String lookup, Arguments arguments) {
        F left = ExpressionValue.named(arguments.get(0));
        Object right = arguments.get(1);
        return ExpressionValue.of(left.compare(lookup, Conversion.toOurs(right)));
    }

    private static ExpressionValue value(Arguments arguments) {
        FieldType type = output(arguments.get(1, "output_field", null));
        Object value = Conversion.toOurs(arguments.get(0));
        return ExpressionValue.of(type == null ? F.value(value) : F.value(value, type));
    }

    private static ExpressionValue outer(Arguments arguments) {
        return ExpressionValue.of(
                arguments.get(0) instanceof ExpressionValue further
                        ? F.outer(further.expression())
                        : F.outer(
                                Site.current().names().path(null, Values.text(arguments.get(0)))));
    }

    private static Rows<?> rows(Arguments arguments) {
        if (arguments.get(0, "queryset", null) instanceof RowsValue rows) {
            return rows.rows();
        }
        throw new PythonError("AttributeError", "object has no attribute 'query'");
    }

    static @Nullable FieldType output(@Nullable Object value) {
        return FieldTypes.of(value);
    }

    static ExpressionValue typed(F expression, Arguments arguments) {
        return typed(expression, output(arguments.named("output_field", null)));
    }

    static ExpressionValue typed(F expression, @Nullable FieldType type) {
        return ExpressionValue.of(type == null ? expression : expression.as(type));
    }

    /// {@return SQL of one's own; Django's `%s` is our `?`}
    static ExpressionValue sql(String sql, List<@Nullable Object> parameters) {
        return ExpressionValue.of(
                F.unsafeSql(
                        questionMarks(sql),
                        null,
                        parameters.stream().map(Conversion::toOurs).toArray()));
    }

    static String questionMarks(String sql) {
        return sql.replace("?", "??").replace("%s", "?").replace("%%", "%");
    }

    private static ExpressionValue object(Arguments arguments) {
        Map<String, Object> parts = new LinkedHashMap<>();
        arguments.named().forEach((name, value) -> parts.put(name, ExpressionValue.named(value)));
        return ExpressionValue.of(F.jsonObject(parts));
    }

    private static Object sort(Arguments arguments) {
        ExpressionValue by = ExpressionValue.of(ExpressionValue.named(arguments.get(0)));
        String way = Values.truth(arguments.get(1, "descending", false)) ? "desc" : "asc";
        return java.util.Objects.requireNonNull(
                Values.call(by.attribute(way), new Arguments(List.of(), arguments.named())));
    }

    static @Nullable ZoneId zone(Arguments arguments) {
        return Conversion.zone(arguments.named("tzinfo", null));
    }
}
