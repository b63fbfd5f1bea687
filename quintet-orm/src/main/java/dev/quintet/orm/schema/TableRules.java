package dev.quintet.orm.schema;

import java.util.Collection;
import java.util.List;

/// What the database calls the rules that stand with a column: for tables that somebody else made,
/// whose names do not follow from the models.
///
/// @see SchemaChange
@FunctionalInterface
public interface TableRules {

    /// A kind of rule.
    enum Kind {
        /// No two rows have the same value.
        UNIQUE,
        /// The value leads to a row of another table.
        FOREIGN_KEY,
        /// The value meets a condition.
        CHECK,
        /// The row is known by it.
        PRIMARY_KEY
    }

    /// {@return the names of the rules of a kind over just these columns}
    ///
    /// @param columns one, or those of a key of several, in their order
    /// @param usual the name that the database gives when nobody says one, or that we give
    List<String> names(String table, List<String> columns, Kind kind, String usual);

    /// {@return the name of the rule that no two rows agree in all of these columns}
    ///
    /// @param usual the name that we give
    default String together(String table, List<String> columns, String usual) {
        return usual;
    }

    /// {@return the name of the index over just this column}
    ///
    /// @param usual the name that we give; one that ends in `_like` is for searches by the
    ///   beginning
    /// @param others names of indexes that are not meant
    default String index(String table, String column, String usual, Collection<String> others) {
        return usual;
    }

    /// {@return rules that all have their usual names: for tables that our migrations made}
    static TableRules usual() {
        return (_, _, _, usual) -> List.of(usual);
    }
}
