package dev.quintet.orm;

import java.util.Set;

/// Rows are about to be tied to an object by a table between, or were. Django: `m2m_changed`.
///
/// @param instance whose relation it is
/// @param relation its name
/// @param action what happens
/// @param reverse whether it is the other side of the field that declares the table
/// @param keys of the rows on the other side; empty where all are untied at once
/// @param database alias of the database
public record TiesEvent(
        Entity instance,
        String relation,
        Action action,
        boolean reverse,
        Set<Object> keys,
        String database) {

    /// What happens.
    public enum Action {
        /// Rows will be tied.
        PRE_ADD,
        /// Rows were tied; only those that were not yet.
        POST_ADD,
        /// Rows will be untied.
        PRE_REMOVE,
        /// Rows were untied.
        POST_REMOVE,
        /// All rows will be untied.
        PRE_CLEAR,
        /// All rows were untied.
        POST_CLEAR
    }

    /// Keeps a copy.
    public TiesEvent {
        keys = Set.copyOf(keys);
    }
}
