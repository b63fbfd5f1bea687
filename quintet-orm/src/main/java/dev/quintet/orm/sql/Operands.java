package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.QueryException;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import dev.quintet.orm.tree.Types;
import dev.quintet.orm.tree.ValueType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values of one scope as SQL.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: there is one NEVER and one of each mapping
final class Operands {

    private final Scope scope;
    private final Dialect dialect;
    private final Words words;
    private final @Nullable Set<Join> reuse;

    /// @param reuse the joins to many rows that may be shared, or `null` for all
    Operands(Scope scope, @Nullable Set<Join> reuse) {
        this.scope = scope;
        this.dialect = scope.dialect();
        this.words = dialect.words();
        this.reuse = reuse;
    }

    Scope scope() {
        return scope;
    }

    Words words() {
        return words;
    }

    /// {@return a comparison, without regard for what is negated around it}
    Fragment condition(Node leaf) {
        return new Comparisons(this).of(leaf);
    }

    /// {@return the type of a part of the query, or `null` where only the database knows}
    @Nullable ValueType type(Node node) {
        if (node instanceof Node.Outer(var path, var steps)) {
            Scope outer = scope.outer(steps, path);
            return Types.of(outer.query(), Names.named(outer.query(), path));
        }
        return Types.of(scope.query(), node);
    }

    private SqlType sqlType(Node node, SqlType otherwise) {
        ValueType type = type(node);
        return type == null ? otherwise : type.sql();
    }

    /// {@return the columns at the end of a path}
    Scope.Place place(Node.Field field) {
        return scope.resolve(field.path(), reuse);
    }

    /// {@return where a value goes that is compared with something}
    ValueUse use(int number, Node meets) {
        if (meets instanceof Node.Field(var path)) {
            Scope.Place place = scope.single(path, reuse);
            ValueType type = Types.ofColumn(place.model(), place.number());
            boolean secret = place.model().columns().get(place.number()).secret();
            return new ValueUse(number, type.sql(), type.codec(), null, secret);
        }
        ValueType type = type(meets);
        return type == null
                ? ValueUse.plain(number)
                : new ValueUse(number, type.sql(), type.codec(), null, false);
    }

    /// {@return a value as SQL, bound as what it meets}
    Fragment value(Node node, Node meets) {
        return switch (node) {
            case Node.Param(int number, FieldType type, var _) when type == null ->
                    Fragment.value(use(number, meets));
            case Node.Case(var branches, var otherwise) -> choice(branches, otherwise, meets);
            default -> operand(node);
        };
    }

    Fragment operand(Node node) {
        return switch (node) {
            case Node.Field(var path) -> Fragment.of(scope.sql(scope.single(path, reuse)));
            case Node.Ref(var name) -> named(name);
            case Node.Outer(var path, var steps) -> outer(path, steps);
            case Node.Param(int number, var type, var codec) -> param(number, type, codec);
            case Node.Arithmetic(var operator, var left, var right) ->
                    Arithmetics.of(this, operator, left, right);
            case Node.Call(var function, var args) -> call(function, args);
            case Node.Raw(var sql, var args, var _) -> raw(sql, args);
            case Node.As(var value, var type) -> as(value, type);
            case Node.Cast(var value, var type) -> words.cast(operand(value), type, type(value));
            case Node.Collate(var value, var collation) ->
                    operand(value).wrapped("", " COLLATE " + dialect.quote(collation));
            case Node.Extract(var part, var value, var zone) ->
                    words.extract(
                            part,
                            operand(value),
                            sqlType(value, new SqlType.Timestamp()),
                            zone(zone));
            case Node.Trunc(var unit, var value, var zone, var type) -> {
                SqlType from = sqlType(value, new SqlType.Timestamp());
                SqlType to = type == null ? sqlType(node, from) : type.sql();
                yield words.trunc(unit, operand(value), from, to, zone(zone));
            }
            case Node.JsonPath(var document, var keys, var text) ->
                    words.jsonPath(operand(document), keys, text);
            case Node.JsonObject(var names, var values) -> {
                List<Fragment> keys =
                        names.stream().map(n -> Fragment.of(Spelling.quoted(n))).toList();
                yield words.jsonObject(keys, all(values));
            }
            case Node.Aggregate aggregate -> Aggregating.of(this, aggregate);
            case Node.Window window -> window(window);
            case Node.Scalar(var query) -> subquery(query, false).wrapped("(", ")");
            case Node.Exists(var query) -> exists(query);
            case Node.Case(var branches, var otherwise) -> choice(branches, otherwise, null);
            case Node.Truth(var condition) ->
                    Filters.truth(scope, condition, reuse).wrapped("(", ")");
            case Node.Value _,
                    Node.Named _,
                    Node.NamedLookup _,
                    Node.Annotate _,
                    Node.Touch _,
                    Node.Relate _ ->
                    throw new IllegalStateException(
                            "Names and values are taken out before: " + node);
            case Node.Compare _,
                    Node.IsNull _,
                    Node.In _,
                    Node.InQuery _,
                    Node.Range _,
                    Node.And _,
                    Node.Or _,
                    Node.Xor _,
                    Node.Not _ ->
                    Filters.truth(scope, node, reuse).wrapped("(", ")");
        };
    }

    List<Fragment> all(List<Node> nodes) {
        List<Fragment> all = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            all.add(operand(node));
        }
        return all;
    }

    List<@Nullable ValueType> types(List<Node> nodes) {
        List<@Nullable ValueType> all = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            all.add(type(node));
        }
        return all;
    }

    private static ZoneId zone(@Nullable ZoneId zone) {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private Fragment named(String name) {
        Fragment known = scope.named(name);
        if (known != null) {
            return known;
        }
        throw new QueryException(
                Problem.of("orm.E105", "There is no annotation '" + name + "' here.")
                        .fixedBy("Annotate before the step that uses it."));
    }

    private Fragment outer(FieldPath path, int steps) {
        Scope outer = scope.outer(steps, path);
        Node meant = Names.named(outer.query(), path);
        return new Operands(outer, null).operand(meant);
    }

    private Fragment param(int number, @Nullable FieldType type, @Nullable Codec<?> codec) {
        if (type == null) {
            return Fragment.value(ValueUse.plain(number));
        }
        Fragment value = Fragment.value(new ValueUse(number, type.sql(), codec, null, false));
        return words.typed(value, type.sql());
    }

    private Fragment as(Node value, FieldType type) {
        if (value instanceof Node.Param(int number, FieldType own, var _) && own == null) {
            return words.typed(
                    Fragment.value(new ValueUse(number, type.sql(), null, null, false)),
                    type.sql());
        }
        return operand(value);
    }

    private Fragment call(String function, List<Node> args) {
        return switch (function) {
            case "concat" -> words.concat(all(args), types(args));
            case "greatest" -> words.extreme(true, met(args));
            case "least" -> words.extreme(false, met(args));
            case "json_array" -> words.jsonArray(all(args));
            case "coalesce", "nullif" -> words.call(function, met(args), types(args));
            default -> words.call(function, all(args), types(args));
        };
    }

    /// Values among columns are bound as the first column's type.
    private List<Fragment> met(List<Node> args) {
        Node typed =
                args.stream().filter(arg -> !(arg instanceof Node.Param)).findFirst().orElse(null);
        List<Fragment> all = new ArrayList<>(args.size());
        for (Node arg : args) {
            boolean plain = typed != null && arg instanceof Node.Param;
            all.add(plain ? bound((Node.Param) arg, Objects.requireNonNull(typed)) : operand(arg));
        }
        return all;
    }

    private Fragment bound(Node.Param param, Node meets) {
        ValueType own = param.type() == null ? null : new ValueType(param.type(), param.codec());
        ValueType other = type(meets);
        boolean alike =
                own == null
                        || other == null
                        || own.sql().getClass() == other.sql().getClass()
                        || (own.text() && other.text())
                        || (own.whole() && (other.whole() || other.decimal()))
                        || (own.temporal() && other.temporal());
        return alike ? Fragment.value(use(param.number(), meets)) : operand(param);
    }

    private Fragment raw(String sql, List<Node> args) {
        var text = new StringBuilder();
        List<ValueUse> values = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c != '?') {
                text.append(c);
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == '?') {
                text.append("??");
                i++;
            } else {
                if (next >= args.size()) {
                    throw new QueryException(
                            Problem.of("orm.E106", "SQL has more '?' than it got values: " + sql)
                                    .fixedBy("Write '??' for a question mark."));
                }
                Fragment arg = operand(args.get(next++));
                text.append(arg.sql());
                values.addAll(arg.values());
            }
        }
        return new Fragment(text.toString(), values);
    }

    private Fragment window(Node.Window window) {
        List<Fragment> parts = new ArrayList<>();
        if (!window.partition().isEmpty()) {
            parts.add(Fragment.join(", ", all(window.partition())).wrapped("PARTITION BY ", ""));
        }
        if (!window.order().isEmpty()) {
            parts.add(order(window.order()).wrapped("ORDER BY ", ""));
        }
        Node.Frame frame = window.frame();
        if (frame != null) {
            parts.add(
                    Fragment.of(
                            frame.unit()
                                    + " BETWEEN "
                                    + bound(frame.start(), "PRECEDING")
                                    + " AND "
                                    + bound(frame.end(), "FOLLOWING")
                                    + without(frame)));
        }
        return Fragment.concat(
                operand(window.value()), Fragment.join(" ", parts).wrapped(" OVER (", ")"));
    }

    private String without(Node.Frame frame) {
        if (frame.without() == null) {
            return "";
        }
        dialect.require(Feature.FRAME_EXCLUSIONS);
        return " EXCLUDE " + frame.without().words();
    }

    private static String bound(@Nullable Integer rows, String open) {
        if (rows == null) {
            return "UNBOUNDED " + open;
        }
        if (rows == 0) {
            return "CURRENT ROW";
        }
        return Math.abs(rows) + (rows < 0 ? " PRECEDING" : " FOLLOWING");
    }

    /// {@return sort keys, as they stand behind ORDER BY}
    Fragment order(List<Ordering> keys) {
        List<Fragment> all = new ArrayList<>(keys.size());
        for (Ordering key : keys) {
            all.add(sorted(operand(key.by()), key));
        }
        return Fragment.join(", ", all);
    }

    Fragment sorted(Fragment by, Ordering key) {
        String sql = dialect.orderBy(by.sql(), key.descending(), key.nullsFirst());
        if (by.values().isEmpty()) {
            return new Fragment(sql, by.values());
        }
        // A database that cannot place NULL by words names the key twice.
        int times = (sql.length() - sql.replace(by.sql(), "").length()) / by.sql().length();
        List<ValueUse> values = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            values.addAll(by.values());
        }
        return new Fragment(sql, values);
    }

    /// @param meets the column that the result goes into or is compared with, or `null`
    private Fragment choice(
            List<Node.When> branches, @Nullable Node otherwise, @Nullable Node meets) {
        List<Fragment> parts = new ArrayList<>();
        List<Node> results = new ArrayList<>(branches.stream().map(Node.When::result).toList());
        if (otherwise != null) {
            results.add(otherwise);
        }
        List<Fragment> values =
                meets == null
                        ? met(results)
                        : results.stream().map(result -> value(result, meets)).toList();
        for (int i = 0; i < branches.size(); i++) {
            Fragment met = Filters.truth(scope, branches.get(i).condition(), reuse);
            if (met.never()) {
                continue;
            }
            if (met.always() && parts.isEmpty()) {
                return values.get(i);
            }
            parts.add(met.wrapped(" WHEN ", " THEN "));
            parts.add(values.get(i));
        }
        Fragment last = otherwise == null ? Fragment.of("NULL") : values.getLast();
        if (parts.isEmpty()) {
            return last;
        }
        if (otherwise != null) {
            parts.add(last.wrapped(" ELSE ", ""));
        }
        return Fragment.join("", parts).wrapped("CASE", " END");
    }

    Fragment exists(Select query) {
        Fragment inner = subquery(query, true);
        return inner.never() ? inner : inner.wrapped("EXISTS (", ")");
    }

    /// {@return a query inside this one; {@link Fragment#NEVER} where it has no rows}
    ///
    /// @param onlyWhether whether it matters only that there are rows
    Fragment subquery(Select query, boolean onlyWhether) {
        return new SelectCompiler(dialect, scope.inner(query)).subquery(query, onlyWhether);
    }
}
