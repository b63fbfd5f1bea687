package dev.quintet.orm.state;

import dev.quintet.orm.tree.Node;
import java.util.Objects;

/// A value that the database works out: what a column holds by default, or is made of.
public sealed interface StateExpression {

    /// SQL that the model says word for word.
    ///
    /// @param sql the same for every database
    record Raw(String sql) implements StateExpression {

        /// Refuses null.
        public Raw {
            Objects.requireNonNull(sql, "sql");
        }
    }

    /// An expression, which each database says in its own words.
    ///
    /// @param node over fields of the model's own table
    record Tree(Node node) implements StateExpression {

        /// Refuses null.
        public Tree {
            Objects.requireNonNull(node, "node");
        }
    }
}
