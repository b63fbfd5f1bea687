package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Operator;
import dev.quintet.orm.tree.ValueType;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// MariaDB's and MySQL's functions and operators.
final class MariadbWords extends Words {

    private static final Map<String, String> OWN =
            Map.ofEntries(
                    Map.entry("bit_and", "BIT_AND({0})"),
                    Map.entry("bit_or", "BIT_OR({0})"),
                    Map.entry("bit_xor", "BIT_XOR({0})"),
                    Map.entry("bool_and", "MIN({0})"),
                    Map.entry("bool_or", "MAX({0})"),
                    Map.entry("chr", "CHAR({0} USING utf8mb4)"),
                    Map.entry("length", "CHAR_LENGTH({0})"),
                    Map.entry("lpad/2", "LPAD({0}, {1}, ' ')"),
                    Map.entry("lpad", "LPAD({0}, {1}, {2})"),
                    Map.entry("now", "UTC_TIMESTAMP(6)"),
                    Map.entry("ord", "ORD(CONVERT({0} USING utf32))"),
                    Map.entry("power", "POWER({0}, {1})"),
                    Map.entry("random", "RAND()"),
                    Map.entry("repeat", "REPEAT({0}, {1})"),
                    Map.entry("rpad/2", "RPAD({0}, {1}, ' ')"),
                    Map.entry("rpad", "RPAD({0}, {1}, {2})"),
                    Map.entry("sha1", "SHA1({0})"),
                    Map.entry("sha224", "SHA2({0}, 224)"),
                    Map.entry("sha256", "SHA2({0}, 256)"),
                    Map.entry("sha384", "SHA2({0}, 384)"),
                    Map.entry("sha512", "SHA2({0}, 512)"),
                    Map.entry("str_index", "INSTR({0}, {1})"),
                    Map.entry(
                            "uuid4",
                            "LOWER(CONCAT(HEX(RANDOM_BYTES(6)), '4',"
                                    + " SUBSTR(HEX(RANDOM_BYTES(2)), 2),"
                                    + " SUBSTR('89AB', 1 + FLOOR(RAND() * 4), 1),"
                                    + " SUBSTR(HEX(RANDOM_BYTES(8)), 2)))"),
                    Map.entry(
                            "uuid7",
                            "LOWER(CONCAT(LPAD(HEX(FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000)), 12, '0'),"
                                    + " '7', SUBSTR(HEX(RANDOM_BYTES(2)), 2),"
                                    + " SUBSTR('89AB', 1 + FLOOR(RAND() * 4), 1),"
                                    + " SUBSTR(HEX(RANDOM_BYTES(8)), 2)))"));

    MariadbWords() {
        super("MariaDB", OWN);
    }

    @Override
    boolean filterClause() {
        return false;
    }

    @Override
    Fragment call(String function, List<Fragment> args, List<@Nullable ValueType> types) {
        boolean mean =
                switch (function) {
                    case "avg", "std_dev", "std_dev_sample", "variance", "variance_sample" -> true;
                    default -> false;
                };
        ValueType first = types.isEmpty() ? null : types.getFirst();
        if (function.equals("avg") && micros(first)) {
            return super.call(function, args, types).wrapped("CAST(ROUND(", ") AS SIGNED)");
        }
        // Of whole numbers MariaDB would tell four digits behind the point only.
        return mean && first != null && first.whole()
                ? super.call(function, List.of(args.getFirst().wrapped("", " + 0e0")), types)
                : super.call(function, args, types);
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
            boolean clock = leftType != null && leftType.sql() instanceof SqlType.Time;
            return clock
                    ? Fragment.fill(
                            "(TIME_TO_SEC({0}) * 1000000 + MICROSECOND({0}) - TIME_TO_SEC({1}) *"
                                    + " 1000000 - MICROSECOND({1}))",
                            left, right)
                    : Fragment.fill("TIMESTAMPDIFF(MICROSECOND, {1}, {0})", left, right);
        }
        if (leftTime && micros(rightType)) {
            String sign = operator == Operator.MINUS ? "-" : "+";
            return Fragment.fill("({0} " + sign + " INTERVAL ({1}) MICROSECOND)", left, right);
        }
        if (rightTime && micros(leftType)) {
            return Fragment.fill("({1} + INTERVAL ({0}) MICROSECOND)", left, right);
        }
        boolean whole =
                leftType != null && rightType != null && leftType.whole() && rightType.whole();
        return switch (operator) {
            case DIVIDED_BY -> Fragment.fill(whole ? "({0} DIV {1})" : "({0} / {1})", left, right);
            case POWER -> Fragment.fill("POWER({0}, {1})", left, right);
            case BIT_XOR -> Fragment.fill("({0} ^ {1})", left, right);
            default -> super.arithmetic(operator, left, right, leftType, rightType);
        };
    }

    @Override
    Fragment concat(List<Fragment> parts, List<@Nullable ValueType> types) {
        return Fragment.join(", ", parts).wrapped("CONCAT_WS('', ", ")");
    }

    @Override
    Fragment extreme(boolean greatest, List<Fragment> parts) {
        return Fragment.join(", ", parts).wrapped(greatest ? "GREATEST(" : "LEAST(", ")");
    }

    @Override
    Fragment extract(String part, Fragment value, SqlType of, ZoneId zone) {
        Fragment local = of instanceof SqlType.Timestamp ? Offsets.toLocal(value, zone) : value;
        String template =
                switch (part) {
                    case "week_day" -> "DAYOFWEEK({0})";
                    case "iso_week_day" -> "(WEEKDAY({0}) + 1)";
                    case "week" -> "WEEK({0}, 3)";
                    case "iso_year" -> "FLOOR(YEARWEEK({0}, 3) / 100)";
                    default -> "EXTRACT(" + part.toUpperCase(Locale.ROOT) + " FROM {0})";
                };
        return Fragment.fill(template, local);
    }

    @Override
    Fragment trunc(String unit, Fragment value, SqlType of, SqlType to, ZoneId zone) {
        Fragment local = of instanceof SqlType.Timestamp ? Offsets.toLocal(value, zone) : value;
        if (of instanceof SqlType.Time && !unit.equals("time")) {
            String format =
                    switch (unit) {
                        case "hour" -> "%H:00:00";
                        case "minute" -> "%H:%i:00";
                        default -> "%H:%i:%s";
                    };
            return local.wrapped("CAST(DATE_FORMAT(", ", '" + format + "') AS TIME(6))");
        }
        Fragment cut =
                switch (unit) {
                    case "date" -> local.wrapped("DATE(", ")");
                    case "time" -> local.wrapped("TIME(", ")");
                    case "year" -> format(local, "%Y-01-01 00:00:00");
                    case "quarter" ->
                            Fragment.fill(
                                    "CAST(MAKEDATE(YEAR({0}), 1) + INTERVAL QUARTER({0}) - 1"
                                            + " QUARTER AS DATETIME(6))",
                                    local);
                    case "month" -> format(local, "%Y-%m-01 00:00:00");
                    case "week" ->
                            Fragment.fill(
                                    "CAST(DATE({0}) - INTERVAL WEEKDAY({0}) DAY AS DATETIME(6))",
                                    local);
                    case "hour" -> format(local, "%Y-%m-%d %H:00:00");
                    case "minute" -> format(local, "%Y-%m-%d %H:%i:00");
                    case "second" -> format(local, "%Y-%m-%d %H:%i:%s");
                    default -> format(local, "%Y-%m-%d 00:00:00");
                };
        return switch (to) {
            case SqlType.Date _ -> cut.wrapped("CAST(", " AS DATE)");
            case SqlType.Time _ -> cut.wrapped("CAST(", " AS TIME(6))");
            case SqlType.Timestamp _ ->
                    unit.equals("date") || unit.equals("time") ? cut : Offsets.toUtc(cut, zone);
            default -> cut;
        };
    }

    private static Fragment format(Fragment local, String format) {
        return local.wrapped("CAST(DATE_FORMAT(", ", '" + format + "') AS DATETIME(6))");
    }

    @Override
    Fragment cast(Fragment value, FieldType type, @Nullable ValueType from) {
        return switch (type.sql()) {
            case SqlType.VarChar _, SqlType.Text _ -> value.wrapped("CAST(", " AS CHAR)");
            case SqlType.SmallInt _, SqlType.Int _, SqlType.BigInt _, SqlType.TargetKey _ ->
                    value.wrapped("CAST(", " AS SIGNED)");
            case SqlType.Bool _ -> value.wrapped("(", ") <> 0");
            case SqlType.Decimal(int digits, int decimals) ->
                    value.wrapped(
                            "CAST(",
                            digits > 0
                                    ? " AS DECIMAL(" + digits + ", " + Math.max(0, decimals) + "))"
                                    : " AS DECIMAL(65, 30))");
            case SqlType.DoublePrecision _ -> value.wrapped("CAST(", " AS DOUBLE)");
            case SqlType.Date _ -> value.wrapped("CAST(", " AS DATE)");
            case SqlType.Time _ -> value.wrapped("CAST(", " AS TIME(6))");
            case SqlType.Timestamp _, SqlType.LocalTimestamp _ ->
                    value.wrapped("CAST(", " AS DATETIME(6))");
            case SqlType.Json _ -> value.wrapped("JSON_EXTRACT(", ", '$')");
            case SqlType.Binary _ -> value.wrapped("CAST(", " AS BINARY)");
            default -> value;
        };
    }

    @Override
    Fragment jsonPath(Fragment document, List<String> keys, boolean text) {
        String path = path(keys);
        return text
                ? document.wrapped("JSON_UNQUOTE(JSON_EXTRACT(", ", " + path + "))")
                : document.wrapped("JSON_EXTRACT(", ", " + path + ")");
    }

    private static String path(List<String> keys) {
        // In MariaDB's text a backslash escapes, so that one of the path's is written twice.
        return SqliteWords.path(keys).replace("\\", "\\\\");
    }

    @Override
    Fragment jsonCompare(Lookup lookup, Fragment document, List<String> keys, Fragment right) {
        Fragment value = keys.isEmpty() ? document : jsonPath(document, keys, false);
        return switch (lookup) {
            case CONTAINS -> Fragment.fill("JSON_CONTAINS({0}, {1})", value, right);
            case CONTAINED_BY -> Fragment.fill("JSON_CONTAINS({1}, {0})", value, right);
            case EXACT -> Fragment.fill("JSON_EQUALS({0}, {1})", value, right);
            default ->
                    Fragment.fill(
                            "JSON_UNQUOTE({0})"
                                    + Spelling.comparison(lookup)
                                    + "JSON_VALUE({1}, '$')",
                            value,
                            right);
        };
    }

    @Override
    Fragment jsonHasKey(Fragment document, List<String> keys) {
        return document.wrapped("JSON_CONTAINS_PATH(", ", 'one', " + path(keys) + ")");
    }

    @Override
    Fragment regex(Fragment text, Fragment pattern, boolean ignoreCase) {
        return Fragment.fill(
                "{0} REGEXP CONCAT('" + (ignoreCase ? "(?i)" : "(?-i)") + "', {1})", text, pattern);
    }

    @Override
    Fragment listing(String function, List<Fragment> args, boolean distinct, Fragment order) {
        String once = distinct ? "DISTINCT " : "";
        if (!function.equals("string_agg")) {
            return Fragment.concat(args.getFirst(), order).wrapped("JSON_ARRAYAGG(" + once, ")");
        }
        // The separator must be a constant there: what is put between is put behind each, and cut.
        Fragment between = args.size() < 2 ? Fragment.of("','") : args.get(1);
        Fragment all =
                Fragment.concat(
                                args.getFirst().wrapped("CONCAT(" + once.strip(), ""),
                                between.wrapped(", ", ")"),
                                order)
                        .wrapped("GROUP_CONCAT(", " SEPARATOR '')");
        Fragment plain =
                Fragment.concat(
                                args.getFirst().wrapped("CONCAT(", ""),
                                between.wrapped(", ", ")"),
                                order)
                        .wrapped("GROUP_CONCAT(" + once, " SEPARATOR '')");
        return Fragment.fill(
                "SUBSTR({0}, 1, CHAR_LENGTH({0}) - CHAR_LENGTH({1}))",
                distinct ? plain : all, between);
    }

    @Override
    Fragment searched(Lookup lookup, Fragment value) {
        String safe =
                "REPLACE(REPLACE(REPLACE({0}, '\\\\', '\\\\\\\\'), '%', '\\\\%'), '_', '\\\\_')";
        String like = Wildcards.template(lookup, safe, "%");
        return Fragment.fill(
                like.startsWith("'") || like.contains(" || ")
                        ? "CONCAT(" + like.replace(" || ", ", ") + ")"
                        : like,
                value);
    }

    @Override
    String explain(boolean analyze, @Nullable String format) {
        if (format != null && !format.equalsIgnoreCase("json")) {
            throw wrongExplain("as " + format);
        }
        return (analyze ? "ANALYZE " : "EXPLAIN ") + (format == null ? "" : "FORMAT=JSON ");
    }
}
