package dev.quintet.orm.sql;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Operator;
import dev.quintet.orm.tree.ValueType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's functions and operators.
final class PostgresqlWords extends Words {

    private static final Map<String, String> OWN =
            Map.ofEntries(
                    Map.entry("array_agg", "ARRAY_AGG({0})"),
                    Map.entry("array_len", "ARRAY_LENGTH({0}, 1)"),
                    Map.entry("array_at", "({0})[{1}::integer]"),
                    Map.entry("array_slice", "({0})[{1}::integer:{2}::integer]"),
                    Map.entry("range_lower", "LOWER({0})"),
                    Map.entry("range_upper", "UPPER({0})"),
                    Map.entry("range_isempty", "ISEMPTY({0})"),
                    Map.entry("range_lower_inc", "LOWER_INC({0})"),
                    Map.entry("range_upper_inc", "UPPER_INC({0})"),
                    Map.entry("range_lower_inf", "LOWER_INF({0})"),
                    Map.entry("range_upper_inf", "UPPER_INF({0})"),
                    Map.entry("bit_and", "BIT_AND({0})"),
                    Map.entry("bit_or", "BIT_OR({0})"),
                    Map.entry("bit_xor", "BIT_XOR({0})"),
                    Map.entry("bool_and", "BOOL_AND({0})"),
                    Map.entry("bool_or", "BOOL_OR({0})"),
                    Map.entry("any_value", "(ARRAY_AGG({0}))[1]"),
                    Map.entry("chr", "CHR({0}::integer)"),
                    Map.entry("left", "LEFT({0}::text, {1}::integer)"),
                    Map.entry("ln", "LN({0}::numeric)"),
                    Map.entry("log", "LOG({0}::numeric, {1}::numeric)"),
                    Map.entry("lpad/2", "LPAD({0}::text, {1}::integer)"),
                    Map.entry("lpad", "LPAD({0}::text, {1}::integer, {2})"),
                    Map.entry("md5", "MD5({0}::text)"),
                    Map.entry("mod", "MOD({0}::numeric, {1}::numeric)"),
                    Map.entry("now", "STATEMENT_TIMESTAMP()"),
                    Map.entry("nth_value", "NTH_VALUE({0}, {1}::integer)"),
                    Map.entry("ntile", "NTILE({0}::integer)"),
                    Map.entry("lag/2", "LAG({0}, {1}::integer)"),
                    Map.entry("lag/3", "LAG({0}, {1}::integer, {2})"),
                    Map.entry("lead/2", "LEAD({0}, {1}::integer)"),
                    Map.entry("lead/3", "LEAD({0}, {1}::integer, {2})"),
                    Map.entry("ord", "ASCII({0})"),
                    Map.entry("repeat", "REPEAT({0}::text, {1}::integer)"),
                    Map.entry("right", "RIGHT({0}::text, {1}::integer)"),
                    Map.entry("round/1", "ROUND({0}::numeric)"),
                    Map.entry("round/2", "ROUND({0}::numeric, {1}::integer)"),
                    Map.entry("rpad/2", "RPAD({0}::text, {1}::integer)"),
                    Map.entry("rpad", "RPAD({0}::text, {1}::integer, {2})"),
                    Map.entry("search_headline/2", "TS_HEADLINE({0}, {1})"),
                    Map.entry("search_headline", "TS_HEADLINE({0}, {1}, {2})"),
                    Map.entry("search_query", "PLAINTO_TSQUERY({0})"),
                    Map.entry("search_query_phrase", "PHRASETO_TSQUERY({0})"),
                    Map.entry("search_query_raw", "TO_TSQUERY({0})"),
                    Map.entry("search_query_web", "WEBSEARCH_TO_TSQUERY({0})"),
                    Map.entry("search_query_in", "PLAINTO_TSQUERY({1}::regconfig, {0})"),
                    Map.entry("search_query_web_in", "WEBSEARCH_TO_TSQUERY({1}::regconfig, {0})"),
                    Map.entry("search_rank", "TS_RANK({0}, {1})"),
                    Map.entry("search_rank_cd", "TS_RANK_CD({0}, {1})"),
                    Map.entry("search_weight", "SETWEIGHT({0}, {1}::\"char\")"),
                    Map.entry("search_join", "({0} || {1})"),
                    Map.entry("search_and", "({0} && {1})"),
                    Map.entry("search_or", "({0} || {1})"),
                    Map.entry("search_not", "(!! {0})"),
                    Map.entry("sha1", "ENCODE(DIGEST({0}, 'sha1'), 'hex')"),
                    Map.entry("sha224", "ENCODE(SHA224(CONVERT_TO({0}, 'UTF8')), 'hex')"),
                    Map.entry("sha256", "ENCODE(SHA256(CONVERT_TO({0}, 'UTF8')), 'hex')"),
                    Map.entry("sha384", "ENCODE(SHA384(CONVERT_TO({0}, 'UTF8')), 'hex')"),
                    Map.entry("sha512", "ENCODE(SHA512(CONVERT_TO({0}, 'UTF8')), 'hex')"),
                    Map.entry("str_index", "STRPOS({0}, {1})"),
                    Map.entry("substr/2", "SUBSTR({0}::text, {1}::integer)"),
                    Map.entry("substr/3", "SUBSTR({0}::text, {1}::integer, {2}::integer)"),
                    Map.entry("trigram_similarity", "SIMILARITY({0}, {1})"),
                    Map.entry("trigram_distance", "({0} <-> {1})"),
                    Map.entry("trigram_word_similarity", "WORD_SIMILARITY({1}, {0})"),
                    Map.entry("trigram_word_distance", "({1} <<-> {0})"),
                    Map.entry("unaccent", "UNACCENT({0})"),
                    Map.entry("uuid4", "GEN_RANDOM_UUID()"),
                    Map.entry(
                            "uuid7",
                            "ENCODE(SET_BIT(SET_BIT(OVERLAY(UUID_SEND(GEN_RANDOM_UUID()) PLACING"
                                    + " SUBSTRING(INT8SEND((EXTRACT(EPOCH FROM CLOCK_TIMESTAMP()) *"
                                    + " 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1),"
                                    + " 'hex')::uuid"));

    PostgresqlWords() {
        super("PostgreSQL", OWN);
    }

    @Override
    Fragment call(String function, List<Fragment> args, List<@Nullable ValueType> types) {
        if (function.equals("search_vector")) {
            return vector(args, "");
        }
        if (function.equals("search_vector_in")) {
            return vector(args.subList(1, args.size()), args.getFirst().sql());
        }
        ValueType first = types.isEmpty() ? null : types.getFirst();
        boolean length = function.equals("length") && first != null && !first.text();
        return length
                ? Fragment.fill("LENGTH({0}::text)", args)
                : super.call(function, args, types);
    }

    private static Fragment vector(List<Fragment> args, String configuration) {
        List<Fragment> texts =
                args.stream().map(arg -> arg.wrapped("COALESCE(", "::text, '')")).toList();
        String head =
                configuration.isEmpty() ? "TO_TSVECTOR(" : "TO_TSVECTOR(" + configuration + ", ";
        return Fragment.join(" || ' ' || ", texts).wrapped(head, ")");
    }

    @Override
    Fragment arithmetic(
            Operator operator,
            Fragment left,
            Fragment right,
            @Nullable ValueType leftType,
            @Nullable ValueType rightType) {
        boolean days =
                operator == Operator.MINUS
                        && leftType != null
                        && rightType != null
                        && leftType.sql() instanceof SqlType.Date
                        && rightType.sql() instanceof SqlType.Date;
        if (days) {
            return Fragment.fill("(INTERVAL '1 day' * ({0} - {1}))", left, right);
        }
        return switch (operator) {
            case MODULO -> Fragment.fill("MOD({0}::numeric, {1}::numeric)", left, right);
            case POWER ->
                    Fragment.fill(
                            whole(leftType) && whole(rightType)
                                    ? "POWER({0}, {1})::numeric"
                                    : "POWER({0}, {1})",
                            left,
                            right);
            case SHIFT_LEFT, SHIFT_RIGHT ->
                    Fragment.fill("({0} " + operator.sql() + " {1}::integer)", left, right);
            default -> super.arithmetic(operator, left, right, leftType, rightType);
        };
    }

    @Override
    Fragment concat(List<Fragment> parts, List<@Nullable ValueType> types) {
        List<Fragment> safe =
                parts.stream().map(part -> part.wrapped("COALESCE(", "::text, '')")).toList();
        return Fragment.join(" || ", safe).wrapped("(", ")");
    }

    @Override
    Fragment extreme(boolean greatest, List<Fragment> parts) {
        // Alone, PostgreSQL would leave NULL out; the others say NULL, and so do we everywhere.
        List<Fragment> unknown = parts.stream().map(part -> part.wrapped("", " IS NULL")).toList();
        return Fragment.concat(
                Fragment.join(" OR ", unknown).wrapped("CASE WHEN ", " THEN NULL ELSE "),
                Fragment.join(", ", parts).wrapped(greatest ? "GREATEST(" : "LEAST(", ") END"));
    }

    private static boolean whole(@Nullable ValueType type) {
        return type != null && type.whole();
    }

    private static Fragment local(Fragment value, SqlType of, ZoneId zone) {
        return of instanceof SqlType.Timestamp
                ? value.wrapped("(", " AT TIME ZONE " + zoneText(zone) + ")")
                : value;
    }

    @Override
    Fragment extract(String part, Fragment value, SqlType of, ZoneId zone) {
        Fragment local = local(value, of, zone);
        String template =
                switch (part) {
                    case "week_day" -> "(EXTRACT(DOW FROM {0})::integer + 1)";
                    case "iso_week_day" -> "EXTRACT(ISODOW FROM {0})::integer";
                    case "iso_year" -> "EXTRACT(ISOYEAR FROM {0})::integer";
                    case "second" -> "FLOOR(EXTRACT(SECOND FROM {0}))::integer";
                    case "microsecond" -> "(EXTRACT(MICROSECONDS FROM {0})::integer % 1000000)";
                    default -> "EXTRACT(" + part.toUpperCase(Locale.ROOT) + " FROM {0})::integer";
                };
        return Fragment.fill(template, local);
    }

    @Override
    Fragment trunc(String unit, Fragment value, SqlType of, SqlType to, ZoneId zone) {
        Fragment local = local(value, of, zone);
        if (unit.equals("date")) {
            return local.wrapped("", "::date");
        }
        if (unit.equals("time")) {
            return local.wrapped("", "::time");
        }
        if (of instanceof SqlType.Time) {
            return local.wrapped("DATE_TRUNC('" + unit + "', ", "::interval)::time");
        }
        Fragment cut = local.wrapped("DATE_TRUNC('" + unit + "', ", ")");
        if (to instanceof SqlType.Date) {
            return cut.wrapped("", "::date");
        }
        if (to instanceof SqlType.Time) {
            return cut.wrapped("", "::time");
        }
        return to instanceof SqlType.Timestamp
                ? of instanceof SqlType.Date
                        ? cut.wrapped("", "::timestamp AT TIME ZONE " + zoneText(zone))
                                .wrapped("(", ")")
                        : cut.wrapped("(", " AT TIME ZONE " + zoneText(zone) + ")")
                : cut;
    }

    @Override
    Fragment cast(Fragment value, FieldType type, @Nullable ValueType from) {
        return value.wrapped("(", ")::" + name(type.sql()));
    }

    static String name(SqlType type) {
        return switch (type) {
            case SqlType.VarChar(int length) ->
                    length > 0 && length < 10_000_000 ? "varchar(" + length + ")" : "varchar";
            case SqlType.Decimal(int digits, int decimals) ->
                    digits > 0 && decimals >= 0
                            ? "numeric(" + digits + ", " + decimals + ")"
                            : "numeric";
            case SqlType.Text _ -> "text";
            case SqlType.Json _ -> "jsonb";
            case SqlType.SmallInt _ -> "smallint";
            case SqlType.Int _ -> "integer";
            case SqlType.BigInt _, SqlType.TargetKey _ -> "bigint";
            case SqlType.DoublePrecision _ -> "double precision";
            case SqlType.Bool _ -> "boolean";
            case SqlType.Date _ -> "date";
            case SqlType.Time _ -> "time";
            case SqlType.Timestamp _ -> "timestamp with time zone";
            case SqlType.LocalTimestamp _ -> "timestamp";
            case SqlType.Interval _ -> "interval";
            case SqlType.Uuid _ -> "uuid";
            case SqlType.Binary _ -> "bytea";
            case SqlType.Inet _ -> "inet";
            case SqlType.ArrayOf(var element) -> name(element) + "[]";
            case SqlType.Hstore _ -> "hstore";
            case SqlType.RangeOf(var bound) ->
                    switch (bound) {
                        case SqlType.Date _ -> "daterange";
                        case SqlType.Timestamp _ -> "tstzrange";
                        case SqlType.Int _, SqlType.SmallInt _ -> "int4range";
                        case SqlType.BigInt _ -> "int8range";
                        default -> "numrange";
                    };
        };
    }

    @Override
    Fragment typed(Fragment value, SqlType type) {
        return type instanceof SqlType.Text || type instanceof SqlType.VarChar
                ? value.wrapped("", "::text")
                : value.wrapped("", "::" + name(type));
    }

    private static String literal(List<String> keys) {
        String path =
                keys.stream()
                        .map(key -> '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(","));
        return "'{" + path.replace("'", "''") + "}'";
    }

    @Override
    Fragment jsonPath(Fragment document, List<String> keys, boolean text) {
        return document.wrapped("(", (text ? " #>> " : " #> ") + literal(keys) + ")");
    }

    @Override
    Fragment jsonCompare(Lookup lookup, Fragment document, List<String> keys, Fragment right) {
        Fragment value = keys.isEmpty() ? document : jsonPath(document, keys, false);
        return switch (lookup) {
            case CONTAINS -> Fragment.fill("{0} @> {1}::jsonb", value, right);
            case CONTAINED_BY -> Fragment.fill("{0} <@ {1}::jsonb", value, right);
            case EXACT -> Fragment.fill("{0} = {1}::jsonb", value, right);
            default ->
                    Fragment.fill("{0}" + Spelling.comparison(lookup) + "{1}::jsonb", value, right);
        };
    }

    @Override
    Fragment jsonHasKey(Fragment document, List<String> keys) {
        Fragment near =
                keys.size() == 1
                        ? document
                        : jsonPath(document, keys.subList(0, keys.size() - 1), false);
        String key = keys.getLast();
        String quoted = "'" + key.replace("'", "''") + "'";
        if (key.matches("\\d{1,9}")) {
            return Fragment.concat(
                    near.wrapped("(", " ?? " + quoted + " OR ("),
                    near.wrapped("", " #> '{" + key + "}') IS NOT NULL)"));
        }
        return near.wrapped("", " ?? " + quoted);
    }

    @Override
    Fragment jsonObject(List<Fragment> names, List<Fragment> values) {
        return pairs(names, values).wrapped("JSONB_BUILD_OBJECT(", ")");
    }

    @Override
    Fragment jsonArray(List<Fragment> values) {
        return values.isEmpty()
                ? Fragment.of("'[]'::jsonb")
                : Fragment.join(", ", values).wrapped("JSONB_BUILD_ARRAY(", ")");
    }

    @Override
    Fragment regex(Fragment text, Fragment pattern, boolean ignoreCase) {
        return Fragment.fill("{0}::text " + (ignoreCase ? "~*" : "~") + " {1}", text, pattern);
    }

    @Override
    Fragment listing(String function, List<Fragment> args, boolean distinct, Fragment order) {
        String name =
                switch (function) {
                    case "string_agg" -> "STRING_AGG";
                    case "json_array_agg" -> "JSONB_AGG";
                    default -> "ARRAY_AGG";
                };
        Fragment what =
                function.equals("string_agg")
                        ? args.getFirst().wrapped("", "::text")
                        : args.getFirst();
        Fragment all =
                args.size() > 1
                        ? Fragment.concat(what, args.get(1).wrapped(", ", ""), order)
                        : Fragment.concat(what, order);
        Fragment call = all.wrapped(name + (distinct ? "(DISTINCT " : "("), ")");
        return function.equals("array_agg") ? call.wrapped("TO_JSONB(", ")") : call;
    }

    @Override
    Fragment special(Lookup lookup, Fragment left, Fragment right) {
        return switch (lookup) {
            case SEARCH -> Fragment.fill("{0} @@ {1}", left, right);
            case TRIGRAM_SIMILAR -> Fragment.fill("{0} % {1}", left, right);
            case TRIGRAM_WORD_SIMILAR -> Fragment.fill("{1} <% {0}", left, right);
            case OVERLAP -> Fragment.fill("{0} && {1}", left, right);
            case CONTAINED_BY -> Fragment.fill("{0} <@ {1}", left, right);
            case ADJACENT_TO -> Fragment.fill("{0} -|- {1}", left, right);
            case FULLY_LT -> Fragment.fill("{0} << {1}", left, right);
            case FULLY_GT -> Fragment.fill("{0} >> {1}", left, right);
            case NOT_LT -> Fragment.fill("{0} &> {1}", left, right);
            case NOT_GT -> Fragment.fill("{0} &< {1}", left, right);
            default -> Fragment.fill("{0} @> {1}", left, right);
        };
    }

    @Override
    Fragment searched(Lookup lookup, Fragment value) {
        return Fragment.fill(
                Wildcards.template(
                        lookup,
                        "REPLACE(REPLACE(REPLACE({0}::text, '\\', '\\\\'), '%', '\\%'), '_', '\\_')",
                        "%"),
                value);
    }

    @Override
    String explain(boolean analyze, @Nullable String format) {
        if (format != null && !format.matches("(?i)text|json|xml|yaml")) {
            throw wrongExplain("as " + format);
        }
        List<String> options = new ArrayList<>();
        if (analyze) {
            options.add("ANALYZE");
        }
        if (format != null) {
            options.add("FORMAT " + format.toUpperCase(Locale.ROOT));
        }
        return options.isEmpty() ? "EXPLAIN " : "EXPLAIN (" + String.join(", ", options) + ") ";
    }
}
