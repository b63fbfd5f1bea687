package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Operator;
import dev.quintet.orm.tree.ValueType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How one kind of database spells functions, operators and casts. Safe for many threads.
///
/// A spelling is a template for {@link Fragment#fill}; one for a certain number of arguments stands
/// under `name/number`.
public abstract class Words {

    private static final Map<String, String> COMMON =
            Map.ofEntries(
                    Map.entry("abs", "ABS({0})"),
                    Map.entry("acos", "ACOS({0})"),
                    Map.entry("any_value", "MIN({0})"),
                    Map.entry("asin", "ASIN({0})"),
                    Map.entry("atan", "ATAN({0})"),
                    Map.entry("atan2", "ATAN2({0}, {1})"),
                    Map.entry("avg", "AVG({0})"),
                    Map.entry("ceil", "CEILING({0})"),
                    Map.entry("coalesce", "COALESCE({*})"),
                    Map.entry("cos", "COS({0})"),
                    Map.entry("cot", "COT({0})"),
                    Map.entry("count", "COUNT({0})"),
                    Map.entry("cume_dist", "CUME_DIST()"),
                    Map.entry("degrees", "DEGREES({0})"),
                    Map.entry("dense_rank", "DENSE_RANK()"),
                    Map.entry("exp", "EXP({0})"),
                    Map.entry("first_value", "FIRST_VALUE({0})"),
                    Map.entry("floor", "FLOOR({0})"),
                    Map.entry("lag", "LAG({*})"),
                    Map.entry("last_value", "LAST_VALUE({0})"),
                    Map.entry("lead", "LEAD({*})"),
                    Map.entry("left", "LEFT({0}, {1})"),
                    Map.entry("length", "LENGTH({0})"),
                    Map.entry("ln", "LN({0})"),
                    Map.entry("log", "LOG({0}, {1})"),
                    Map.entry("lower", "LOWER({0})"),
                    Map.entry("ltrim", "LTRIM({0})"),
                    Map.entry("max", "MAX({0})"),
                    Map.entry("md5", "MD5({0})"),
                    Map.entry("min", "MIN({0})"),
                    Map.entry("mod", "MOD({0}, {1})"),
                    Map.entry("nth_value", "NTH_VALUE({0}, {1})"),
                    Map.entry("ntile", "NTILE({0})"),
                    Map.entry("nullif", "NULLIF({0}, {1})"),
                    Map.entry("percent_rank", "PERCENT_RANK()"),
                    Map.entry("pi", "PI()"),
                    Map.entry("power", "POWER({0}, {1})"),
                    Map.entry("radians", "RADIANS({0})"),
                    Map.entry("random", "RANDOM()"),
                    Map.entry("rank", "RANK()"),
                    Map.entry("replace/2", "REPLACE({0}, {1}, '')"),
                    Map.entry("replace", "REPLACE({0}, {1}, {2})"),
                    Map.entry("reverse", "REVERSE({0})"),
                    Map.entry("right", "RIGHT({0}, {1})"),
                    Map.entry("round", "ROUND({*})"),
                    Map.entry("row_number", "ROW_NUMBER()"),
                    Map.entry("rtrim", "RTRIM({0})"),
                    Map.entry("sign", "SIGN({0})"),
                    Map.entry("sin", "SIN({0})"),
                    Map.entry("sqrt", "SQRT({0})"),
                    Map.entry("std_dev", "STDDEV_POP({0})"),
                    Map.entry("std_dev_sample", "STDDEV_SAMP({0})"),
                    Map.entry("substr", "SUBSTR({*})"),
                    Map.entry("sum", "SUM({0})"),
                    Map.entry("tan", "TAN({0})"),
                    Map.entry("trim", "TRIM({0})"),
                    Map.entry("upper", "UPPER({0})"),
                    Map.entry("variance", "VAR_POP({0})"),
                    Map.entry("variance_sample", "VAR_SAMP({0})"));

    private final String database;
    private final Map<String, String> own;

    Words(String database, Map<String, String> own) {
        this.database = database;
        this.own = new HashMap<>(COMMON);
        this.own.putAll(own);
    }

    /// {@return a function as SQL}
    Fragment call(String function, List<Fragment> args, List<@Nullable ValueType> types) {
        String template = own.get(function + "/" + args.size());
        if (template == null) {
            template = own.get(function);
        }
        if (template == null) {
            throw unknown(function);
        }
        try {
            return Fragment.fill(template, args);
        } catch (IndexOutOfBoundsException tooFew) {
            throw new QueryException(
                    Problem.of(
                            "orm.E102",
                            "The function '"
                                    + function
                                    + "' takes more than "
                                    + args.size()
                                    + " arguments."));
        }
    }

    /// {@return a function of arguments that hold no values}
    String plain(String function, List<String> args) {
        List<Fragment> parts = args.stream().map(Fragment::of).toList();
        List<@Nullable ValueType> types = Collections.nCopies(parts.size(), null);
        Fragment made =
                switch (function) {
                    case "concat" -> concat(parts, types);
                    case "greatest" -> extreme(true, parts);
                    case "least" -> extreme(false, parts);
                    default -> call(function, parts, types);
                };
        return made.sql();
    }

    private QueryException unknown(String function) {
        var names = new TreeSet<String>();
        own.keySet().forEach(key -> names.add(key.replaceFirst("/.*", "")));
        return new QueryException(
                Problem.of(
                                "orm.E040",
                                "There is no function '" + function + "' on " + database + ".")
                        .because("The functions are: " + String.join(", ", names) + ".")
                        .fixedBy(Nearest.question(function, names)));
    }

    /// {@return two values combined}
    Fragment arithmetic(
            Operator operator,
            Fragment left,
            Fragment right,
            @Nullable ValueType leftType,
            @Nullable ValueType rightType) {
        return Fragment.fill("({0} " + operator.sql() + " {1})", left, right);
    }

    /// {@return values put one behind the other; what is NULL adds nothing}
    abstract Fragment concat(List<Fragment> parts, List<@Nullable ValueType> types);

    /// {@return the greatest or least of several; NULL if one of them is, on all databases}
    abstract Fragment extreme(boolean greatest, List<Fragment> parts);

    /// {@return a part of a date or time as a whole number}
    abstract Fragment extract(String part, Fragment value, SqlType of, ZoneId zone);

    /// {@return a date or time cut off}
    abstract Fragment trunc(String unit, Fragment value, SqlType of, SqlType to, ZoneId zone);

    /// {@return a value as another type}
    abstract Fragment cast(Fragment value, FieldType type, @Nullable ValueType from);

    /// {@return a bound value that says its type, where the database could not tell}
    Fragment typed(Fragment value, SqlType type) {
        return value;
    }

    /// {@return a value of a document}
    ///
    /// @param text whether as text rather than as JSON
    abstract Fragment jsonPath(Fragment document, List<String> keys, boolean text);

    /// {@return a condition on a document or a value of one}
    ///
    /// @param keys the way to the value; empty for the document itself
    /// @param right what it is compared with: JSON text, or the parts of a key as text
    abstract Fragment jsonCompare(
            Lookup lookup, Fragment document, List<String> keys, Fragment right);

    /// {@return whether a document has a key at the end of a way}
    abstract Fragment jsonHasKey(Fragment document, List<String> keys);

    /// {@return an object of names and values}
    Fragment jsonObject(List<Fragment> names, List<Fragment> values) {
        return pairs(names, values).wrapped("JSON_OBJECT(", ")");
    }

    /// {@return names and values in turns}
    static Fragment pairs(List<Fragment> names, List<Fragment> values) {
        List<Fragment> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i));
            parts.add(values.get(i));
        }
        return Fragment.join(", ", parts);
    }

    /// {@return a list of values}
    Fragment jsonArray(List<Fragment> values) {
        return values.isEmpty()
                ? Fragment.of("JSON_ARRAY()")
                : Fragment.join(", ", values).wrapped("JSON_ARRAY(", ")");
    }

    /// {@return whether text matches a regular expression}
    abstract Fragment regex(Fragment text, Fragment pattern, boolean ignoreCase);

    /// {@return values of many rows as one text or list}
    ///
    /// @param order ` ORDER BY ...`, or nothing
    abstract Fragment listing(
            String function, List<Fragment> args, boolean distinct, Fragment order);

    /// {@return whether FILTER (WHERE ...) may stand behind an aggregate}
    boolean filterClause() {
        return true;
    }

    /// {@return whether a comparison needs PostgreSQL's arrays, searches or trigrams}
    Fragment special(Lookup lookup, Fragment left, Fragment right) {
        throw new QueryException(
                Problem.of(
                                "orm.E103",
                                "The lookup '"
                                        + lookup.word()
                                        + "' is not there on "
                                        + database
                                        + ".")
                        .because("Only PostgreSQL has it.")
                        .fixedBy("Use icontains, or another database."));
    }

    /// {@return what a text search by another value looks for: escaped, with the wildcards that it
    /// needs}
    abstract Fragment searched(Lookup lookup, Fragment value);

    /// {@return the words before a query that ask for its plan}
    abstract String explain(boolean analyze, @Nullable String format);

    QueryException wrongExplain(String what) {
        return new QueryException(
                Problem.of(
                        "orm.E104",
                        "A plan cannot be asked for " + what + " on " + database + "."));
    }

    static boolean micros(@Nullable ValueType type) {
        return type != null && type.duration();
    }

    static String zoneText(ZoneId zone) {
        // Identifiers of zones are made of letters, digits and / _ + - : only.
        return "'" + zone.getId().replace("'", "") + "'";
    }
}
