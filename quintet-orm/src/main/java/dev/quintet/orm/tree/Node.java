package dev.quintet.orm.tree;

import dev.quintet.orm.FrameExclusion;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.FieldType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A part of a query: a column, a value, or something made of others. Immutable.
///
/// The typed expressions of {@code dev.quintet.orm} wrap these; the SQL compiler switches over
/// them. Values are always bound, never spliced into SQL.
@SuppressWarnings(
        "ReferenceEquality") // what did not change is told by identity, which costs nothing
public sealed interface Node {

    /// {@return this part with each of its own parts replaced by what `change` makes of it; itself
    /// where nothing changes. Queries inside are left alone}
    default Node map(UnaryOperator<Node> change) {
        return this;
    }

    /// {@return whether this part or one inside it passes; queries inside are not looked into}
    default boolean any(Predicate<Node> test) {
        if (test.test(this)) {
            return true;
        }
        boolean[] found = {false};
        map(part -> {
            found[0] |= !found[0] && part.any(test);
            return part;
        });
        return found[0];
    }

    /// A field at the end of a path, counted from the query's model. Django: `F`.
    record Field(FieldPath path) implements Node {}

    /// A field of a query around this one. Django: `OuterRef`.
    ///
    /// @param path as the query around reads it, names and lookups
    /// @param steps how many queries further out, from 1
    record Outer(FieldPath path, int steps) implements Node {

        /// A field of the query directly around.
        public Outer(FieldPath path) {
            this(path, 1);
        }
    }

    /// A name that no model was asked about yet. Django: `F("a__b")`.
    record Named(FieldPath path) implements Node {}

    /// A comparison told by names that no model was asked about yet: `a__b__icontains`.
    record NamedLookup(FieldPath path, Node value) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new NamedLookup(path, to);
        }
    }

    /// A value that the query names: an annotation.
    record Ref(String name) implements Node {}

    /// A value that gets a name from here on; stands among the steps of a query only.
    ///
    /// @param shown whether rows carry it. Django: `annotate` against `alias`
    record Annotate(String name, Node value, boolean shown) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new Annotate(name, to, shown);
        }
    }

    /// A relation that is joined under a name of its own, with a condition on the rows that it
    /// leads to; stands among the steps of a query only. Django: `FilteredRelation`.
    ///
    /// @param relation of the query's model
    record Relate(String name, String relation, Node condition) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(condition);
            return to == condition ? this : new Relate(name, relation, to);
        }

        /// {@return the first name of paths that go this way}
        public String step() {
            return "+" + name + ":" + relation;
        }
    }

    /// Paths that are joined from here on; stands among the steps of a query only.
    record Touch(List<Node> paths) implements Node {

        /// Keeps a copy.
        public Touch {
            paths = List.copyOf(paths);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(paths, change);
            return to == paths ? this : new Touch(to);
        }
    }

    /// A value, bound as the other side's type where there is one.
    ///
    /// @param type what it is bound as where it stands alone, or `null` to tell by the value
    record Value(@Nullable Object value, @Nullable FieldType type) implements Node {

        /// A value whose type is told by itself.
        public Value(@Nullable Object value) {
            this(value, null);
        }
    }

    /// The value of this number, counted from 0, of a query whose values were taken out: what
    /// statements are compiled from, once for all queries of the same shape.
    ///
    /// @param type of the value, or `null` where the other side tells it
    /// @param codec how the value is stored where its own class tells it, or `null`
    record Param(int number, @Nullable FieldType type, @Nullable Codec<?> codec) implements Node {

        /// A value that is stored as it is, or as the other side tells.
        public Param(int number, @Nullable FieldType type) {
            this(number, type, null);
        }
    }

    /// Two sides compared; true, false or unknown.
    record Compare(Lookup lookup, Node left, Node right) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node first = change.apply(left);
            Node second = change.apply(right);
            return first == left && second == right ? this : new Compare(lookup, first, second);
        }
    }

    /// A side that is NULL, or is not.
    record IsNull(Node operand, boolean expected) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(operand);
            return to == operand ? this : new IsNull(to, expected);
        }
    }

    /// A side that is one of several values; none of them means never.
    record In(Node operand, List<? extends Object> values) implements Node {

        /// Keeps a copy.
        public In {
            values = List.copyOf(values);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(operand);
            List<Object> changed = null;
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Node node) {
                    Node other = change.apply(node);
                    if (other != node) {
                        changed = changed == null ? new ArrayList<>(values) : changed;
                        changed.set(i, other);
                    }
                }
            }
            return to == operand && changed == null
                    ? this
                    : new In(to, changed == null ? values : changed);
        }
    }

    /// A side that is among the rows of a query of one column.
    record InQuery(Node operand, Select query) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(operand);
            return to == operand ? this : new InQuery(to, query);
        }
    }

    /// A side between two others, ends included.
    record Range(Node operand, Node low, Node high) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node middle = change.apply(operand);
            Node from = change.apply(low);
            Node to = change.apply(high);
            return middle == operand && from == low && to == high
                    ? this
                    : new Range(middle, from, to);
        }
    }

    /// All parts hold; none means always.
    record And(List<Node> parts) implements Node {

        /// Keeps a copy.
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(parts, change);
            return to == parts ? this : new And(to);
        }
    }

    /// One part holds at least; none means never.
    record Or(List<Node> parts) implements Node {

        /// Keeps a copy.
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(parts, change);
            return to == parts ? this : new Or(to);
        }
    }

    /// An odd number of parts holds.
    record Xor(List<Node> parts) implements Node {

        /// Keeps a copy.
        public Xor {
            parts = List.copyOf(parts);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(parts, change);
            return to == parts ? this : new Xor(to);
        }
    }

    /// The part does not hold; NULL counts as not holding, as in Django's `exclude`.
    record Not(Node part) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(part);
            return to == part ? this : new Not(to);
        }
    }

    /// A condition as a value, and as the database sees it: joins keep all rows, and NULL is
    /// neither true nor false. Django: `Q` or a lookup where an expression stands.
    record Truth(Node condition) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(condition);
            return to == condition ? this : new Truth(to);
        }
    }

    /// A query that has rows.
    record Exists(Select query) implements Node {}

    /// The only column of a query's first row. Django: `Subquery`.
    record Scalar(Select query) implements Node {}

    /// Two values combined.
    record Arithmetic(Operator operator, Node left, Node right) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node first = change.apply(left);
            Node second = change.apply(right);
            return first == left && second == right
                    ? this
                    : new Arithmetic(operator, first, second);
        }
    }

    /// A function of the database.
    ///
    /// @param function the name in the dialect's table of functions, such as `lower`
    /// @param args its arguments
    record Call(String function, List<Node> args) implements Node {

        /// Keeps a copy.
        public Call {
            args = List.copyOf(args);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(args, change);
            return to == args ? this : new Call(function, to);
        }
    }

    /// SQL that the program's author wrote, with `?` where its arguments go, in their order.
    ///
    /// @param sql with `??` for a question mark
    /// @param type of its value, or `null` for text
    record Raw(String sql, List<Node> args, @Nullable FieldType type) implements Node {

        /// Keeps a copy.
        public Raw {
            args = List.copyOf(args);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(args, change);
            return to == args ? this : new Raw(sql, to, type);
        }
    }

    /// A value that is said to be of a type. Django: `ExpressionWrapper`, `output_field`.
    record As(Node value, FieldType type) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new As(to, type);
        }
    }

    /// A value turned into another type by the database.
    record Cast(Node value, FieldType type) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new Cast(to, type);
        }
    }

    /// Text compared by the rules of a collation.
    record Collate(Node value, String collation) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new Collate(to, collation);
        }
    }

    /// A part of a date or time, as a whole number.
    ///
    /// @param part such as `year`
    /// @param zone where a point in time is looked at, or `null` for the running code's
    record Extract(String part, Node value, @Nullable ZoneId zone) implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new Extract(part, to, zone);
        }
    }

    /// A date or time cut off.
    ///
    /// @param unit such as `month`; `date` and `time` give the one or the other half
    /// @param zone where a point in time is looked at, or `null` for the running code's
    /// @param type of the result, or `null` for the value's own
    record Trunc(String unit, Node value, @Nullable ZoneId zone, @Nullable FieldType type)
            implements Node {

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            return to == value ? this : new Trunc(unit, to, zone, type);
        }
    }

    /// A value inside a JSON document.
    ///
    /// @param keys of objects and numbers of lists, from the outside
    /// @param text whether it comes as text rather than as JSON. Django: `KeyTextTransform`
    record JsonPath(Node document, List<String> keys, boolean text) implements Node {

        /// Keeps a copy.
        public JsonPath {
            keys = List.copyOf(keys);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(document);
            return to == document ? this : new JsonPath(to, keys, text);
        }
    }

    /// A JSON object made of names and values.
    record JsonObject(List<String> names, List<Node> values) implements Node {

        /// Keeps copies.
        public JsonObject {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(values, change);
            return to == values ? this : new JsonObject(names, to);
        }
    }

    /// A value made of many rows.
    ///
    /// @param function such as `count`
    /// @param args what it is made of; none counts rows
    /// @param distinct whether equal values count once
    /// @param filter which rows count, or `null` for all
    /// @param order in which rows are taken, where that matters
    /// @param otherwise what it is where there is nothing to make it of, or `null` for NULL
    record Aggregate(
            String function,
            List<Node> args,
            boolean distinct,
            @Nullable Node filter,
            List<Ordering> order,
            @Nullable Node otherwise)
            implements Node {

        /// Keeps copies.
        public Aggregate {
            args = List.copyOf(args);
            order = List.copyOf(order);
        }

        /// An aggregate over all rows.
        public Aggregate(String function, List<Node> args) {
            this(function, args, false, null, List.of(), null);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<Node> to = all(args, change);
            Node met = filter == null ? null : change.apply(filter);
            Node other = otherwise == null ? null : change.apply(otherwise);
            List<Ordering> by = Ordering.all(order, change);
            return to == args && met == filter && other == otherwise && by == order
                    ? this
                    : new Aggregate(function, to, distinct, met, by, other);
        }
    }

    /// A value worked out over the rows around each row.
    ///
    /// @param frame which of the partition's rows count, or `null` for the database's default
    record Window(Node value, List<Node> partition, List<Ordering> order, @Nullable Frame frame)
            implements Node {

        /// Keeps copies.
        public Window {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            Node to = change.apply(value);
            List<Node> by = all(partition, change);
            List<Ordering> sorted = Ordering.all(order, change);
            return to == value && by == partition && sorted == order
                    ? this
                    : new Window(to, by, sorted, frame);
        }
    }

    /// The rows around a row that a window looks at.
    ///
    /// @param unit how they are counted
    /// @param start rows before when negative, behind when positive, or `null` for all before
    /// @param end likewise, or `null` for all behind
    /// @param without what is left out, or `null` for nothing
    record Frame(
            Unit unit,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable FrameExclusion without) {

        /// A frame that leaves nothing out.
        public Frame(Unit unit, @Nullable Integer start, @Nullable Integer end) {
            this(unit, start, end, null);
        }

        /// How rows of a frame are counted.
        public enum Unit {
            /// One by one.
            ROWS,
            /// By their value in the order.
            RANGE
        }
    }

    /// The first result whose condition holds. Django: `Case`, `When`.
    ///
    /// @param branches tried in order
    /// @param otherwise the result when none holds, or `null` for NULL
    record Case(List<When> branches, @Nullable Node otherwise) implements Node {

        /// Keeps a copy.
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public Node map(UnaryOperator<Node> change) {
            List<When> changed = null;
            for (int i = 0; i < branches.size(); i++) {
                When branch = branches.get(i);
                Node condition = change.apply(branch.condition());
                Node result = change.apply(branch.result());
                if (condition != branch.condition() || result != branch.result()) {
                    changed = changed == null ? new ArrayList<>(branches) : changed;
                    changed.set(i, new When(condition, result));
                }
            }
            Node other = otherwise == null ? null : change.apply(otherwise);
            return changed == null && other == otherwise
                    ? this
                    : new Case(changed == null ? branches : changed, other);
        }
    }

    /// One branch of a {@link Case}.
    record When(Node condition, Node result) {}

    private static List<Node> all(List<Node> parts, UnaryOperator<Node> change) {
        List<Node> changed = null;
        for (int i = 0; i < parts.size(); i++) {
            Node part = parts.get(i);
            Node to = change.apply(part);
            if (to != part) {
                changed = changed == null ? new ArrayList<>(parts) : changed;
                changed.set(i, to);
            }
        }
        return changed == null ? parts : changed;
    }
}
