package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Operator;
import dev.quintet.orm.tree.Ordering;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression told by names, for what is not known when the program is written. It goes wherever
/// a typed one goes, and is held against the model by the query that it is given to. Django: `F`,
/// and the classes of expressions beside it.
///
/// Where a function takes arguments, text is the name of a field, an expression is itself, and
/// anything else a value; for a text as it stands there is {@link #value}. Immutable.
public final class F extends Expression<Object, Object> {

    F(Node node) {
        super(node);
    }

    /// {@return a field, an annotation, or a transform of one: `artist__name`, `published__year`}
    public static F of(String name) {
        return new F(new Node.Named(Names.path(name)));
    }

    /// {@return any expression in this form}
    public static F of(Expression<?, ?> expression) {
        return new F(expression.node());
    }

    /// {@return a value, bound}
    public static F value(@Nullable Object value) {
        return new F(Arguments.value(value));
    }

    /// {@return a value, bound as a type; null is NULL}
    public static F value(@Nullable Object value, FieldType type) {
        return new F(new Node.Value(value, type));
    }

    /// {@return a field of the query around. Django: `OuterRef`}
    public static F outer(String name) {
        return new F(new Node.Outer(Names.path(name), 1));
    }

    /// {@return a field of a query still further out}
    public static F outer(F outer) {
        if (!(outer.node() instanceof Node.Outer(var path, var steps))) {
            throw new IllegalArgumentException("outer(outer(...)) takes an outer field.");
        }
        return new F(new Node.Outer(path, steps + 1));
    }

    /// {@return the only column of a query's first row, or NULL. Django: `Subquery`}
    public static F subquery(Rows<?> rows) {
        return new F(new Node.Scalar(rows.tree()));
    }

    /// {@return whether a query has rows. Django: `Exists`}
    public static F exists(Rows<?> rows) {
        return new F(new Node.Exists(rows.tree()));
    }

    /// {@return whether a condition holds, as a value}
    public static F condition(Condition<?> condition) {
        return new F(new Node.Truth(condition.node()));
    }

    /// {@return the first result whose condition holds, NULL where none does. Django: `Case`,
    /// `When`}
    ///
    /// @param result an expression, or a value; text is itself
    public static Cases when(Condition<?> condition, @Nullable Object result) {
        return new Cases(
                new Node.Case(
                        List.of(new Node.When(condition.node(), Arguments.value(result))), null));
    }

    /// {@return a function of the database by its name, such as `lower` or `coalesce`; the
    /// reference lists them}
    public static F call(String function, @Nullable Object... arguments) {
        return new F(new Node.Call(function, Arguments.all(arguments)));
    }

    /// {@return an aggregate by its name, such as `count` or `sum`; without arguments over rows}
    public static F aggregate(String function, @Nullable Object... arguments) {
        return new F(new Node.Aggregate(function, Arguments.all(arguments)));
    }

    /// {@return a value as another type}
    public static F cast(@Nullable Object value, FieldType type) {
        return new F(new Node.Cast(Arguments.of(value), type));
    }

    /// {@return a part of a date or time, such as `year` or `iso_week_day`}
    ///
    /// @param zone where a point in time is looked at; null for the running code's
    public static F extract(String part, @Nullable Object value, @Nullable ZoneId zone) {
        return new F(new Node.Extract(known(part, PARTS), Arguments.of(value), zone));
    }

    /// {@return a date or time cut off, such as to its `month`; `date` and `time` give one half}
    ///
    /// @param type of the result; null for the value's own
    /// @param zone where a point in time is looked at; null for the running code's
    public static F trunc(
            String unit, @Nullable Object value, @Nullable FieldType type, @Nullable ZoneId zone) {
        return new F(new Node.Trunc(known(unit, UNITS), Arguments.of(value), zone, type));
    }

    private static final List<String> PARTS =
            List.of(
                    "year",
                    "iso_year",
                    "quarter",
                    "month",
                    "day",
                    "week",
                    "week_day",
                    "iso_week_day",
                    "hour",
                    "minute",
                    "second",
                    "microsecond");

    private static final List<String> UNITS =
            List.of(
                    "year", "quarter", "month", "week", "day", "hour", "minute", "second", "date",
                    "time");

    private static String known(String word, List<String> words) {
        if (!words.contains(word)) {
            throw new QueryException(
                    Problem.of("orm.E113", "Times have no part '" + word + "'.")
                            .because("The parts are: " + String.join(", ", words) + ".")
                            .fixedBy(dev.quintet.kernel.error.Nearest.question(word, words)));
        }
        return word;
    }

    /// {@return a JSON object}
    public static F jsonObject(Map<String, ?> parts) {
        List<Node> values = new ArrayList<>();
        parts.values().forEach(part -> values.add(Arguments.of(part)));
        return new F(new Node.JsonObject(List.copyOf(parts.keySet()), values));
    }

    /// {@return a JSON list}
    public static F jsonArray(@Nullable Object... parts) {
        return call("json_array", parts);
    }

    /// {@return a value inside a document as text: `metadata__owner__name`. Django: `KT`}
    public static F keyText(String path) {
        return new F(new Node.Call(Names.KEY_TEXT, List.of(new Node.Named(Names.path(path)))));
    }

    /// {@return text compared by the rules of a collation of the database}
    public static F collate(@Nullable Object value, String collation) {
        return new F(new Node.Collate(Arguments.of(value), collation));
    }

    /// {@return SQL as the program's author wrote it: unsafe, because nothing checks it. Never make
    /// it of a visitor's text; give that as values}
    ///
    /// @param sql with `?` for each value, and `??` for a question mark
    /// @param type of the value; null for text
    public static F unsafeSql(String sql, @Nullable FieldType type, @Nullable Object... values) {
        List<Node> nodes = Arrays.stream(values).map(Arguments::value).toList();
        return new F(new Node.Raw(sql, nodes, type));
    }

    /// {@return a function that the database has under this very name: unsafe, because the name is
    /// not checked. Django: `Func(function=...)`}
    ///
    /// @param type of its value; null for that of the first argument
    public static F unsafeFunction(
            String name, @Nullable FieldType type, @Nullable Object... arguments) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            throw new QueryException(
                    Problem.of("orm.E114", "'" + name + "' is no name of a function."));
        }
        String holes = String.join(", ", java.util.Collections.nCopies(arguments.length, "?"));
        return new F(new Node.Raw(name + "(" + holes + ")", Arguments.all(arguments), type));
    }

    /// {@return a value worked out over the rows around each row. Django: `Window`}
    ///
    /// @param value an aggregate, or a function of windows such as `F.call("row_number")`
    public static F window(Expression<?, ?> value) {
        return new F(new Node.Window(value.node(), List.of(), List.of(), null));
    }

    /// {@return this window, over rows that agree in these}
    public F partitionBy(@Nullable Object... by) {
        Node.Window window = asWindow();
        return new F(
                new Node.Window(window.value(), Arguments.all(by), window.order(), window.frame()));
    }

    /// {@return this window, over rows in this order}
    public F orderBy(Sort<?>... keys) {
        Node.Window window = asWindow();
        return new F(
                new Node.Window(
                        window.value(), window.partition(), orderings(keys), window.frame()));
    }

    /// {@return this window, over so many rows around}
    ///
    /// @param start rows before when negative, behind when positive; null for all before
    /// @param end likewise; null for all behind
    public F rows(@Nullable Integer start, @Nullable Integer end) {
        return framed(Node.Frame.Unit.ROWS, start, end);
    }

    /// {@return this window, over rows whose value is so far away}
    ///
    /// @param start below when negative; null for all before
    /// @param end above when positive; null for all behind
    public F range(@Nullable Integer start, @Nullable Integer end) {
        return framed(Node.Frame.Unit.RANGE, start, end);
    }

    /// {@return this window, without some of the rows around each; MariaDB cannot do it}
    public F excluding(FrameExclusion without) {
        Node.Frame known = asWindow().frame();
        Node.Frame all = known == null ? new Node.Frame(Node.Frame.Unit.RANGE, null, 0) : known;
        return framed(new Node.Frame(all.unit(), all.start(), all.end(), without));
    }

    private F framed(Node.Frame.Unit unit, @Nullable Integer start, @Nullable Integer end) {
        return framed(new Node.Frame(unit, start, end));
    }

    private F framed(Node.Frame frame) {
        Node.Window window = asWindow();
        return new F(new Node.Window(window.value(), window.partition(), window.order(), frame));
    }

    private Node.Window asWindow() {
        if (node() instanceof Node.Window window) {
            return window;
        }
        throw new IllegalArgumentException("Only F.window(...) has partitions, an order, a frame.");
    }

    private Node.Aggregate asAggregate() {
        if (node() instanceof Node.Aggregate aggregate) {
            return aggregate;
        }
        throw new IllegalArgumentException(
                "Only F.aggregate(...) has filters, a default and distinct values.");
    }

    private static List<Ordering> orderings(Sort<?>... keys) {
        return Arrays.stream(keys).map(Sort::ordering).toList();
    }

    /// {@return this aggregate with equal values counted once}
    public F distinct() {
        Node.Aggregate of = asAggregate();
        return new F(
                new Node.Aggregate(
                        of.function(), of.args(), true, of.filter(), of.order(), of.otherwise()));
    }

    /// {@return this aggregate over the rows that meet all conditions}
    public F filter(Condition<?>... conditions) {
        Node.Aggregate of = asAggregate();
        Node all = Conditions.all(List.of(conditions));
        Node both = of.filter() == null ? all : new Node.And(List.of(of.filter(), all));
        return new F(
                new Node.Aggregate(
                        of.function(), of.args(), of.distinct(), both, of.order(), of.otherwise()));
    }

    /// {@return this aggregate, its rows taken in this order}
    public F orderedBy(Sort<?>... keys) {
        Node.Aggregate of = asAggregate();
        return new F(
                new Node.Aggregate(
                        of.function(),
                        of.args(),
                        of.distinct(),
                        of.filter(),
                        orderings(keys),
                        of.otherwise()));
    }

    /// {@return this aggregate, with what it is where there is nothing to make it of}
    public F orElse(@Nullable Object otherwise) {
        Node.Aggregate of = asAggregate();
        return new F(
                new Node.Aggregate(
                        of.function(),
                        of.args(),
                        of.distinct(),
                        of.filter(),
                        of.order(),
                        Arguments.value(otherwise)));
    }

    /// {@return the name that Django gives an aggregate: `reviews__count`}
    public String defaultName() {
        Node.Aggregate of = asAggregate();
        if (of.args().size() == 1 && of.args().getFirst() instanceof Node.Named(var path)) {
            String function = of.function().replace("_sample", "").replace("_", "");
            return path + "__" + function;
        }
        throw new QueryException(
                Problem.of("orm.E115", "A value that is no aggregate of a field needs a name.")
                        .fixedBy("Use annotate(name, expression)."));
    }

    /// {@return the sum}
    public F plus(@Nullable Object other) {
        return with(Operator.PLUS, other);
    }

    /// {@return the difference}
    public F minus(@Nullable Object other) {
        return with(Operator.MINUS, other);
    }

    /// {@return the product}
    public F times(@Nullable Object other) {
        return with(Operator.TIMES, other);
    }

    /// {@return the quotient; of two whole numbers a whole number}
    public F dividedBy(@Nullable Object other) {
        return with(Operator.DIVIDED_BY, other);
    }

    /// {@return the remainder}
    public F modulo(@Nullable Object other) {
        return with(Operator.MODULO, other);
    }

    /// {@return the power}
    public F power(@Nullable Object other) {
        return with(Operator.POWER, other);
    }

    /// {@return the bits that both have}
    public F bitAnd(@Nullable Object other) {
        return with(Operator.BIT_AND, other);
    }

    /// {@return the bits that one of them has}
    public F bitOr(@Nullable Object other) {
        return with(Operator.BIT_OR, other);
    }

    /// {@return the bits that just one of them has}
    public F bitXor(@Nullable Object other) {
        return with(Operator.BIT_XOR, other);
    }

    /// {@return the bits moved to the left}
    public F shiftLeft(@Nullable Object other) {
        return with(Operator.SHIFT_LEFT, other);
    }

    /// {@return the bits moved to the right}
    public F shiftRight(@Nullable Object other) {
        return with(Operator.SHIFT_RIGHT, other);
    }

    /// {@return the number below zero for the one above}
    public F negated() {
        return times(-1L);
    }

    /// {@return true for false}
    public F not() {
        return new F(new Node.Truth(new Node.Not(Arguments.truth(node()))));
    }

    private F with(Operator operator, @Nullable Object other) {
        return new F(new Node.Arithmetic(operator, node(), Arguments.value(other)));
    }

    /// {@return this value, said to be of a type. Django: `output_field`}
    public F as(FieldType type) {
        return new F(new Node.As(node(), type));
    }

    /// {@return a comparison by a lookup's name, true or false or unknown}
    public F compare(String lookup, @Nullable Object other) {
        Lookup how = Lookup.named(lookup);
        if (how == null) {
            throw new QueryException(
                    Problem.of("orm.E116", "There is no lookup '" + lookup + "'.")
                            .fixedBy(
                                    dev.quintet.kernel.error.Nearest.question(
                                            lookup, Lookup.words())));
        }
        Node value = Arguments.compared(other);
        return new F(
                new Node.Truth(
                        dev.quintet.orm.tree.Comparing.of(lookup, node(), how, value, false)));
    }
}
