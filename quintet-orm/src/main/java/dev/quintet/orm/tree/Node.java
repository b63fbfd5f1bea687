package dev.quintet.orm.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a query: a column, a value, or something made of others. Immutable.
///
/// The typed expressions of {@code dev.quintet.orm} wrap these; the SQL compiler switches over
/// them. Values are always bound, never spliced into SQL.
public sealed interface Node {

    /// A field at the end of a path, counted from the query's model. Django: `F`.
    record Field(FieldPath path) implements Node {}

    /// A field of the query around this one. Django: `OuterRef`.
    record Outer(FieldPath path) implements Node {}

    /// A value, bound as the other side's type where there is one.
    record Value(@Nullable Object value) implements Node {}

    /// The value of this number, counted from 0, of a query whose values were taken out: what
    /// statements are compiled from, once for all queries of the same shape.
    record Param(int number) implements Node {}

    /// Two sides compared; true, false or unknown.
    record Compare(Lookup lookup, Node left, Node right) implements Node {}

    /// A side that is NULL, or is not.
    record IsNull(Node operand, boolean expected) implements Node {}

    /// A side that is one of several values; none of them means never.
    record In(Node operand, List<? extends Object> values) implements Node {

        /// Keeps a copy.
        public In {
            values = List.copyOf(values);
        }
    }

    /// A side that is among the rows of a query of one column.
    record InQuery(Node operand, Select query) implements Node {}

    /// A side between two others, ends included.
    record Range(Node operand, Node low, Node high) implements Node {}

    /// All parts hold; none means always.
    record And(List<Node> parts) implements Node {

        /// Keeps a copy.
        public And {
            parts = List.copyOf(parts);
        }
    }

    /// One part holds at least; none means never.
    record Or(List<Node> parts) implements Node {

        /// Keeps a copy.
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// The part does not hold; NULL counts as not holding, as in Django's `exclude`.
    record Not(Node part) implements Node {}

    /// A query that has rows.
    record Exists(Select query) implements Node {}

    /// The only column of a query's first row. Django: `Subquery`.
    record Scalar(Select query) implements Node {}

    /// Two numbers combined.
    record Arithmetic(Operator operator, Node left, Node right) implements Node {}

    /// A function of the database.
    ///
    /// @param function the name in the dialect's table of functions, such as `lower`
    /// @param args its arguments
    record Call(String function, List<Node> args) implements Node {

        /// Keeps a copy.
        public Call {
            args = List.copyOf(args);
        }
    }

    /// A value made of many rows.
    ///
    /// @param function such as `count`
    /// @param operand what it is made of; `null` counts rows
    /// @param distinct whether equal values count once
    /// @param filter which rows count, or `null` for all
    record Aggregate(
            String function, @Nullable Node operand, boolean distinct, @Nullable Node filter)
            implements Node {}

    /// The first result whose condition holds. Django: `Case`, `When`.
    ///
    /// @param branches tried in order
    /// @param otherwise the result when none holds, or `null` for NULL
    record Case(List<When> branches, @Nullable Node otherwise) implements Node {

        /// Keeps a copy.
        public Case {
            branches = List.copyOf(branches);
        }
    }

    /// One branch of a {@link Case}.
    record When(Node condition, Node result) {}

    /// Operators between numbers.
    enum Operator {
        /// Sum.
        PLUS("+"),
        /// Difference.
        MINUS("-"),
        /// Product.
        TIMES("*"),
        /// Quotient.
        DIVIDED_BY("/"),
        /// Remainder.
        MODULO("%");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        /// {@return the sign}
        public String sql() {
            return sql;
        }
    }
}
