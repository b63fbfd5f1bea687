package dev.quintet.orm.tree;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.Slug;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.sql.EnumCodecs;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells what type an expression's values are, before it is SQL. Django: `output_field`.
public final class Types {

    private Types() {}

    /// {@return the type of a part of a query, or `null` where only the database knows}
    public static @Nullable ValueType of(Select query, Node node) {
        return switch (node) {
            case Node.Field(var path) -> ofField(query.model(), path);
            case Node.Named(var path) -> of(query, Names.named(query, path));
            case Node.Ref(var name) -> {
                Node value = query.annotation(name);
                yield value == null ? null : of(query, value);
            }
            case Node.As(var _, var type) -> ValueType.of(type);
            case Node.Cast(var _, var type) -> ValueType.of(type);
            case Node.Raw(var _, var _, var type) -> type == null ? null : ValueType.of(type);
            case Node.Collate(var value, var _) -> of(query, value);
            case Node.Param(var _, var type, var codec) ->
                    type == null ? null : new ValueType(type, codec);
            case Node.Value(var value, var type) -> {
                FieldType told = type == null ? ofValue(value) : type;
                Codec<?> codec = type == null ? EnumCodecs.of(value) : null;
                yield told == null ? null : new ValueType(told, codec);
            }
            case Node.Arithmetic(var operator, var left, var right) ->
                    ofArithmetic(operator, of(query, left), of(query, right), literal(right));
            case Node.Call(var function, var args) -> ofCall(query, function, args);
            case Node.Extract _ -> ValueType.INT;
            case Node.Trunc(var unit, var value, var _, var type) ->
                    type != null ? ValueType.of(type) : truncated(unit, of(query, value));
            case Node.JsonPath(var _, var _, var text) -> text ? ValueType.TEXT : ValueType.JSON;
            case Node.JsonObject _ -> ValueType.JSON;
            case Node.Aggregate aggregate -> ofAggregate(query, aggregate);
            case Node.Window(var value, var _, var _, var _) -> of(query, value);
            case Node.Case(var branches, var otherwise) -> ofCase(query, branches, otherwise);
            case Node.Scalar(var inner) -> ofScalar(inner);
            case Node.Annotate(var _, var value, var _) -> of(query, value);
            case Node.Outer _, Node.Touch _, Node.Relate _ -> null;
            case Node.NamedLookup _,
                    Node.Compare _,
                    Node.IsNull _,
                    Node.In _,
                    Node.InQuery _,
                    Node.Range _,
                    Node.And _,
                    Node.Or _,
                    Node.Xor _,
                    Node.Not _,
                    Node.Truth _,
                    Node.Exists _ ->
                    ValueType.BOOL;
        };
    }

    /// {@return the type of a field at the end of a path}
    public static @Nullable ValueType ofField(ModelMapping<?> root, FieldPath path) {
        ModelMapping<?> model = root;
        List<String> names = path.names();
        for (int i = 0; i < names.size(); i++) {
            ModelRelation relation = model.relation(names.get(i));
            boolean last = i == names.size() - 1;
            if (relation == null || (last && relation.kind() == ModelRelation.Kind.TO_ONE)) {
                if (relation != null && relation.parted()) {
                    return null;
                }
                int number =
                        names.get(i).equals("pk")
                                ? model.number(model.key().name())
                                : model.number(names.get(i));
                return number < 0 ? null : ofColumn(model, number);
            }
            model = relation.target().get();
        }
        return ofKey(model);
    }

    /// {@return the type of a model's key, or `null` when it has several columns}
    private static @Nullable ValueType ofKey(ModelMapping<?> model) {
        return model.hasCompositeKey() ? null : ofColumn(model, model.number(model.key().name()));
    }

    /// {@return the type of a model's column; that of the target's key for a relation}
    public static ValueType ofColumn(ModelMapping<?> model, int number) {
        FieldState field = model.columns().get(number);
        SqlType sql = model.sqlType(number);
        FieldType type =
                field.type().sql().equals(sql)
                        ? field.type()
                        : FieldType.of(field.type().name(), sql);
        return new ValueType(type, model.fieldCodec(number));
    }

    private static @Nullable ValueType ofScalar(Select inner) {
        List<Select.Column> columns = inner.columns();
        return columns == null ? ofKey(inner.model()) : of(inner, columns.getFirst().value());
    }

    private static @Nullable ValueType ofCase(
            Select query, List<Node.When> branches, @Nullable Node otherwise) {
        ValueType found = null;
        for (Node.When branch : branches) {
            found = common(found, of(query, branch.result()));
        }
        return otherwise == null ? found : common(found, of(query, otherwise));
    }

    private static @Nullable ValueType common(@Nullable ValueType one, @Nullable ValueType other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean wider =
                (one.whole() && !other.whole())
                        || (one.decimal() && other.sql() instanceof SqlType.DoublePrecision)
                        || (one.sql() instanceof SqlType.Date
                                && other.sql() instanceof SqlType.Timestamp);
        return wider ? other : one;
    }

    static @Nullable ValueType ofArithmetic(
            Operator operator,
            @Nullable ValueType left,
            @Nullable ValueType right,
            boolean literal) {
        if (left == null || right == null) {
            ValueType known = left == null ? right : left;
            return known == null ? null : ValueType.of(known.type());
        }
        if (left.temporal() && right.temporal()) {
            return ValueType.DURATION;
        }
        if (left.temporal() || right.temporal()) {
            ValueType time = left.temporal() ? left : right;
            return time.sql() instanceof SqlType.Date ? ValueType.INSTANT : time;
        }
        if (left.duration() || right.duration()) {
            return ValueType.DURATION;
        }
        boolean floats =
                left.sql() instanceof SqlType.DoublePrecision
                        || right.sql() instanceof SqlType.DoublePrecision;
        if (floats) {
            return ValueType.FLOAT;
        }
        if (left.decimal() || right.decimal()) {
            return ValueType.DECIMAL;
        }
        if (left.whole() && right.whole()) {
            // A literal is as wide as the value that it meets.
            boolean kept = literal && operator != Operator.POWER;
            return kept ? ValueType.of(left.type()) : ValueType.BIG;
        }
        return left;
    }

    private static boolean literal(Node node) {
        return node instanceof Node.Value || node instanceof Node.Param;
    }

    private static @Nullable ValueType truncated(String unit, @Nullable ValueType of) {
        return switch (unit) {
            case "date" -> ValueType.DATE;
            case "time" -> ValueType.TIME;
            default -> of == null ? null : ValueType.of(of.type());
        };
    }

    private static @Nullable ValueType ofAggregate(Select query, Node.Aggregate aggregate) {
        ValueType of = aggregate.args().isEmpty() ? null : of(query, aggregate.args().getFirst());
        return switch (aggregate.function()) {
            case "count", "regr_count" -> ValueType.BIG;
            case "avg" ->
                    of != null && (of.decimal() || of.duration()) ? numeric(of) : ValueType.FLOAT;
            case "std_dev", "variance", "std_dev_sample", "variance_sample" ->
                    of != null && of.decimal() ? ValueType.DECIMAL : ValueType.FLOAT;
            case "string_agg" -> ValueType.TEXT;
            case "json_array_agg", "array_agg" -> ValueType.JSON;
            case "bool_and", "bool_or" -> ValueType.BOOL;
            case "sum" -> of == null ? null : numeric(of);
            case "bit_and", "bit_or", "bit_xor" -> ValueType.BIG;
            default -> of;
        };
    }

    /// The scale of a sum or a mean is not the column's.
    private static ValueType numeric(ValueType of) {
        return of.decimal() ? ValueType.DECIMAL : ValueType.of(of.type());
    }

    private static @Nullable ValueType ofCall(Select query, String function, List<Node> args) {
        return switch (function) {
            case "length", "str_index", "ord", "array_len" -> ValueType.INT;
            case "array_at" -> ofElement(query, args.getFirst());
            case "range_lower", "range_upper" -> ofBound(query, args.getFirst());
            case "range_isempty",
                    "range_lower_inc",
                    "range_upper_inc",
                    "range_lower_inf",
                    "range_upper_inf" ->
                    ValueType.BOOL;
            case "row_number", "rank", "dense_rank", "ntile" -> ValueType.BIG;
            case "percent_rank",
                    "cume_dist",
                    "pi",
                    "random",
                    "search_rank",
                    "trigram_similarity",
                    "trigram_distance",
                    "trigram_word_similarity",
                    "trigram_word_distance" ->
                    ValueType.FLOAT;
            case "acos",
                    "asin",
                    "atan",
                    "atan2",
                    "cos",
                    "cot",
                    "degrees",
                    "exp",
                    "ln",
                    "log",
                    "mod",
                    "power",
                    "radians",
                    "sin",
                    "sqrt",
                    "tan" ->
                    decimalOrFloat(query, args);
            case "now" -> ValueType.INSTANT;
            case "uuid4", "uuid7" -> ValueType.UUID;
            case "json_array" -> ValueType.JSON;
            case "lower",
                    "upper",
                    "concat",
                    "substr",
                    "left",
                    "right",
                    "lpad",
                    "rpad",
                    "trim",
                    "ltrim",
                    "rtrim",
                    "replace",
                    "repeat",
                    "reverse",
                    "chr",
                    "md5",
                    "sha1",
                    "sha224",
                    "sha256",
                    "sha384",
                    "sha512",
                    "unaccent",
                    "search_headline" ->
                    ValueType.TEXT;
            case "coalesce", "greatest", "least" -> {
                ValueType found = null;
                for (Node arg : args) {
                    found = common(found, of(query, arg));
                }
                yield found;
            }
            default -> args.isEmpty() ? null : of(query, args.getFirst());
        };
    }

    private static @Nullable ValueType ofElement(Select query, Node array) {
        ValueType type = of(query, array);
        if (type == null || !(type.sql() instanceof SqlType.ArrayOf(var element))) {
            return null;
        }
        Codec<?> codec = type.codec() == null ? null : type.codec().element();
        return new ValueType(FieldType.of("element", element), codec);
    }

    private static @Nullable ValueType ofBound(Select query, Node range) {
        ValueType type = of(query, range);
        return type != null && type.sql() instanceof SqlType.RangeOf(var bound)
                ? ValueType.of(FieldType.of("bound", bound))
                : null;
    }

    private static ValueType decimalOrFloat(Select query, List<Node> args) {
        for (Node arg : args) {
            ValueType type = of(query, arg);
            if (type != null && type.decimal()) {
                return ValueType.DECIMAL;
            }
        }
        return ValueType.FLOAT;
    }

    /// {@return the type that a value tells by itself, or `null`}
    public static @Nullable FieldType ofValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String _ -> ValueType.TEXT.type();
            case Long _, Integer _, Short _, BigInteger _ -> ValueType.BIG.type();
            case Double _, Float _ -> ValueType.FLOAT.type();
            case BigDecimal _ -> ValueType.DECIMAL.type();
            case Boolean _ -> ValueType.BOOL.type();
            case LocalDate _ -> ValueType.DATE.type();
            case LocalTime _ -> ValueType.TIME.type();
            case Instant _, OffsetDateTime _, ZonedDateTime _ -> ValueType.INSTANT.type();
            case LocalDateTime _ -> FieldType.localDateTime();
            case Duration _ -> ValueType.DURATION.type();
            case UUID _ -> ValueType.UUID.type();
            case byte[] _ -> FieldType.binary();
            case Slug _ -> ValueType.TEXT.type();
            case Enum<?> constant ->
                    EnumCodecs.stored(constant) instanceof Integer
                            ? ValueType.INT.type()
                            : ValueType.TEXT.type();
            case Map<?, ?> _, Collection<?> _ -> ValueType.JSON.type();
            default -> null;
        };
    }
}
