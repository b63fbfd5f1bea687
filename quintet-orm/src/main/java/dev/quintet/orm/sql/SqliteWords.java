package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Operator;
import dev.quintet.orm.tree.ValueType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// SQLite's functions and operators; those whose names begin with `quintet_` are ours, in {@link
/// SqliteFunctions}.
final class SqliteWords extends Words {

    private static final Map<String, String> OWN =
            Map.ofEntries(
                    Map.entry("bit_and", "quintet_bit_and({0})"),
                    Map.entry("bit_or", "quintet_bit_or({0})"),
                    Map.entry("bit_xor", "quintet_bit_xor({0})"),
                    Map.entry("bool_and", "MIN({0})"),
                    Map.entry("bool_or", "MAX({0})"),
                    Map.entry("chr", "CHAR({0})"),
                    Map.entry("cot", "(1.0 / TAN({0}))"),
                    Map.entry("left", "SUBSTR({0}, 1, {1})"),
                    Map.entry("lpad/2", "quintet_pad({0}, {1}, ' ', 1)"),
                    Map.entry("lpad", "quintet_pad({0}, {1}, {2}, 1)"),
                    Map.entry("md5", "quintet_hash('MD5', {0})"),
                    Map.entry("now", "STRFTIME('%Y-%m-%d %H:%M:%f000', 'NOW')"),
                    Map.entry("ord", "UNICODE({0})"),
                    Map.entry("power", "POWER({0}, {1})"),
                    Map.entry("repeat", "quintet_repeat({0}, {1})"),
                    Map.entry("reverse", "quintet_reverse({0})"),
                    Map.entry("right", "SUBSTR({0}, {1} * -1)"),
                    Map.entry("rpad/2", "quintet_pad({0}, {1}, ' ', 0)"),
                    Map.entry("rpad", "quintet_pad({0}, {1}, {2}, 0)"),
                    Map.entry("random", "(RANDOM() / 18446744073709551616.0 + 0.5)"),
                    Map.entry("sha1", "quintet_hash('SHA-1', {0})"),
                    Map.entry("sha224", "quintet_hash('SHA-224', {0})"),
                    Map.entry("sha256", "quintet_hash('SHA-256', {0})"),
                    Map.entry("sha384", "quintet_hash('SHA-384', {0})"),
                    Map.entry("sha512", "quintet_hash('SHA-512', {0})"),
                    Map.entry("std_dev", "quintet_std_dev({0})"),
                    Map.entry("std_dev_sample", "quintet_std_dev_sample({0})"),
                    Map.entry("str_index", "INSTR({0}, {1})"),
                    Map.entry("uuid4", "quintet_uuid(4)"),
                    Map.entry("uuid7", "quintet_uuid(7)"),
                    Map.entry("variance", "quintet_variance({0})"),
                    Map.entry("variance_sample", "quintet_variance_sample({0})"));

    SqliteWords() {
        super("SQLite", OWN);
    }

    @Override
    Fragment call(String function, List<Fragment> args, List<@Nullable ValueType> types) {
        Fragment made = super.call(function, args, types);
        boolean mean = function.equals("avg") && !types.isEmpty() && micros(types.getFirst());
        return mean ? made.wrapped("CAST(ROUND(", ") AS INTEGER)") : made;
    }

    @Override
    Fragment arithmetic(
            Operator operator,
            Fragment left,
            Fragment right,
            @Nullable ValueType leftType,
            @Nullable ValueType rightType) {
        boolean leftTime = leftType != null && leftType.temporal();
        boolean rightTime = rightType != null && rightType.temporal();
        if (leftTime && rightTime) {
            return Fragment.fill("quintet_between({1}, {0})", left, right);
        }
        if (leftTime && micros(rightType)) {
            String sign = operator == Operator.MINUS ? "-" : "";
            return Fragment.fill("quintet_shift({0}, " + sign + "({1}))", left, right);
        }
        if (rightTime && micros(leftType)) {
            return Fragment.fill("quintet_shift({1}, {0})", left, right);
        }
        return switch (operator) {
            case POWER -> Fragment.fill("POWER({0}, {1})", left, right);
            case BIT_XOR -> Fragment.fill("(({0} | {1}) - ({0} & {1}))", left, right);
            default -> super.arithmetic(operator, left, right, leftType, rightType);
        };
    }

    @Override
    Fragment concat(List<Fragment> parts, List<@Nullable ValueType> types) {
        List<Fragment> safe =
                parts.stream().map(part -> part.wrapped("COALESCE(", ", '')")).toList();
        return Fragment.join(" || ", safe).wrapped("(", ")");
    }

    @Override
    Fragment extreme(boolean greatest, List<Fragment> parts) {
        return Fragment.join(", ", parts).wrapped(greatest ? "MAX(" : "MIN(", ")");
    }

    @Override
    Fragment extract(String part, Fragment value, SqlType of, ZoneId zone) {
        String at = of instanceof SqlType.Timestamp ? zoneText(zone) : "''";
        return value.wrapped("quintet_extract('" + part + "', ", ", " + at + ")");
    }

    @Override
    Fragment trunc(String unit, Fragment value, SqlType of, SqlType to, ZoneId zone) {
        String from = of instanceof SqlType.Timestamp ? zoneText(zone) : "''";
        String kind =
                switch (unit) {
                    case "date", "time" -> unit;
                    default ->
                            switch (to) {
                                case SqlType.Date _ -> "date";
                                case SqlType.Time _ -> "time";
                                case SqlType.Timestamp _ -> "instant";
                                default -> "local";
                            };
                };
        String back = kind.equals("instant") ? zoneText(zone) : "''";
        return value.wrapped(
                "quintet_trunc('" + unit + "', ", ", " + from + ", '" + kind + "', " + back + ")");
    }

    @Override
    Fragment cast(Fragment value, FieldType type, @Nullable ValueType from) {
        boolean ofDay = from != null && from.sql() instanceof SqlType.Date;
        return switch (type.sql()) {
            case SqlType.Date _ -> value.wrapped("DATE(", ")");
            case SqlType.Time _ -> value.wrapped("STRFTIME('%H:%M:%f', ", ")");
            case SqlType.Timestamp _, SqlType.LocalTimestamp _ ->
                    ofDay
                            ? value.wrapped("STRFTIME('%Y-%m-%d %H:%M:%S', ", ")")
                            : value.wrapped("STRFTIME('%Y-%m-%d %H:%M:%f', ", ")");
            case SqlType.Decimal _ -> value.wrapped("CAST(", " AS NUMERIC)");
            case SqlType.VarChar _, SqlType.Text _ -> value.wrapped("CAST(", " AS TEXT)");
            case SqlType.SmallInt _, SqlType.Int _, SqlType.BigInt _, SqlType.TargetKey _ ->
                    value.wrapped("CAST(", " AS INTEGER)");
            case SqlType.DoublePrecision _ -> value.wrapped("CAST(", " AS REAL)");
            case SqlType.Json _ -> value.wrapped("JSON(", ")");
            case SqlType.Bool _ -> value.wrapped("CAST(", " AS BOOL)");
            case SqlType.Binary _ -> value.wrapped("CAST(", " AS BLOB)");
            default -> value;
        };
    }

    static String path(List<String> keys) {
        var path = new StringBuilder("$");
        for (String key : keys) {
            if (key.matches("\\d{1,9}")) {
                path.append('[').append(key).append(']');
            } else {
                path.append(".\"").append(key.replace("\"", "\\\"")).append('"');
            }
        }
        return Spelling.quoted(path.toString());
    }

    @Override
    Fragment jsonPath(Fragment document, List<String> keys, boolean text) {
        String path = path(keys);
        if (text) {
            return document.wrapped("(", " ->> " + path + ")");
        }
        return Fragment.fill(
                "(CASE WHEN JSON_TYPE({0}, "
                        + path
                        + ") IN ('false', 'true', 'null') THEN JSON_TYPE({0}, "
                        + path
                        + ") ELSE JSON_EXTRACT({0}, "
                        + path
                        + ") END)",
                document);
    }

    @Override
    Fragment jsonCompare(Lookup lookup, Fragment document, List<String> keys, Fragment right) {
        Fragment value = keys.isEmpty() ? document : jsonPath(document, keys, false);
        return switch (lookup) {
            case EXACT ->
                    keys.isEmpty()
                            ? Fragment.fill("JSON({0}) = JSON({1})", document, right)
                            : Fragment.concat(
                                    value,
                                    Fragment.fill(
                                                    "(CASE WHEN JSON_TYPE({0}) IN ('false', 'true',"
                                                            + " 'null') THEN JSON_TYPE({0}) ELSE"
                                                            + " JSON_EXTRACT({0}, '$') END)",
                                                    right)
                                            .wrapped(" = ", ""));
            case CONTAINS ->
                    Fragment.fill("quintet_json_contains({0}, {1})", whole(document, keys), right);
            case CONTAINED_BY ->
                    Fragment.fill("quintet_json_contains({1}, {0})", whole(document, keys), right);
            default ->
                    Fragment.fill(
                            "{0}" + Spelling.comparison(lookup) + "JSON_EXTRACT({1}, '$')",
                            value,
                            right);
        };
    }

    private static Fragment whole(Fragment document, List<String> keys) {
        return keys.isEmpty() ? document : document.wrapped("(", " -> " + path(keys) + ")");
    }

    @Override
    Fragment jsonHasKey(Fragment document, List<String> keys) {
        return document.wrapped("JSON_TYPE(", ", " + path(keys) + ") IS NOT NULL");
    }

    @Override
    Fragment regex(Fragment text, Fragment pattern, boolean ignoreCase) {
        return Fragment.fill(
                "quintet_regex({1}, {0}, " + (ignoreCase ? "1" : "0") + ")", text, pattern);
    }

    @Override
    Fragment listing(String function, List<Fragment> args, boolean distinct, Fragment order) {
        String once = distinct ? "DISTINCT " : "";
        if (!function.equals("string_agg")) {
            return Fragment.concat(args.getFirst(), order).wrapped("JSON_GROUP_ARRAY(" + once, ")");
        }
        // With DISTINCT, SQLite takes no separator: rows are put together with a comma then.
        Fragment between =
                args.size() < 2 || distinct ? Fragment.of("") : args.get(1).wrapped(", ", "");
        return Fragment.concat(args.getFirst(), between, order)
                .wrapped("GROUP_CONCAT(" + once, ")");
    }

    @Override
    Fragment searched(Lookup lookup, Fragment value) {
        return switch (lookup) {
            case CONTAINS, STARTSWITH, ENDSWITH -> glob(lookup, value);
            default ->
                    Fragment.fill(
                            Wildcards.template(
                                    lookup,
                                    "REPLACE(REPLACE(REPLACE({0}, '\\', '\\\\'), '%', '\\%'), '_',"
                                            + " '\\_')",
                                    "%"),
                            value);
        };
    }

    private static Fragment glob(Lookup lookup, Fragment value) {
        return Fragment.fill(
                Wildcards.template(
                        lookup,
                        "REPLACE(REPLACE(REPLACE({0}, '[', '[[]'), '*', '[*]'), '?', '[?]')",
                        "*"),
                value);
    }

    @Override
    String explain(boolean analyze, @Nullable String format) {
        if (analyze || format != null) {
            throw wrongExplain(analyze ? "with times" : "as " + format);
        }
        return "EXPLAIN QUERY PLAN ";
    }
}
