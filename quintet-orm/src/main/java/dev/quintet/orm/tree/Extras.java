package dev.quintet.orm.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What few queries ask for. Immutable.
///
/// @param distinctOn of rows that agree in these, only the first comes
/// @param group what rows are grouped by, or `null`
/// @param combined other queries whose rows are put together with these, or `null`
/// @param locking how rows are locked until the transaction ends, or `null`
/// @param loaded the names of the fields that entities are loaded with, or `null` for all
/// @param explained how the plan is asked for instead of the rows, or `null`
public record Extras(
        List<Node> distinctOn,
        @Nullable Grouping group,
        @Nullable Combined combined,
        @Nullable RowLocks locking,
        @Nullable List<FieldPath> loaded,
        @Nullable PlanRequest explained) {

    /// Nothing of it.
    public static final Extras NONE = new Extras(List.of(), null, null, null, null, null);

    /// Keeps copies.
    public Extras {
        distinctOn = List.copyOf(distinctOn);
        loaded = loaded == null ? null : List.copyOf(loaded);
    }

    /// Queries put together.
    ///
    /// @param how which rows come
    /// @param parts the queries, the first among them
    public record Combined(Combination how, List<Select> parts) {

        /// Keeps a copy.
        public Combined {
            parts = List.copyOf(parts);
        }
    }

    /// Which rows of several queries come.
    public enum Combination {
        /// Those of all, each once.
        UNION("UNION"),
        /// Those of all.
        UNION_ALL("UNION ALL"),
        /// Those that all have.
        INTERSECT("INTERSECT"),
        /// Those of the first that the others have not.
        EXCEPT("EXCEPT");

        private final String sql;

        Combination(String sql) {
            this.sql = sql;
        }

        /// {@return the word}
        public String sql() {
            return sql;
        }
    }

    /// How rows are locked.
    ///
    /// @param noWait whether a busy row is an error rather than waited for
    /// @param skipLocked whether busy rows are left out
    /// @param noKey whether foreign keys may still lead to the rows
    /// @param of paths of the models whose rows are locked; empty for all
    public record RowLocks(boolean noWait, boolean skipLocked, boolean noKey, List<FieldPath> of) {

        /// Keeps a copy.
        public RowLocks {
            of = List.copyOf(of);
        }
    }

    /// How a plan is asked for.
    ///
    /// @param analyze whether the query is run to tell times
    /// @param format such as `json`, or `null` for the database's own
    public record PlanRequest(boolean analyze, @Nullable String format) {}

    /// {@return these, with another grouping}
    public Extras grouped(@Nullable Grouping group) {
        return new Extras(distinctOn, group, combined, locking, loaded, explained);
    }

    /// {@return these, of rows that agree in `on` only the first}
    public Extras distinctOn(List<Node> on) {
        return new Extras(on, group, combined, locking, loaded, explained);
    }

    /// {@return these, put together with other queries}
    public Extras combined(@Nullable Combined combined) {
        return new Extras(distinctOn, group, combined, locking, loaded, explained);
    }

    /// {@return these, locked}
    public Extras locking(@Nullable RowLocks locking) {
        return new Extras(distinctOn, group, combined, locking, loaded, explained);
    }

    /// {@return these, loaded with some fields only}
    public Extras loaded(@Nullable List<FieldPath> loaded) {
        return new Extras(distinctOn, group, combined, locking, loaded, explained);
    }

    /// {@return these, as a plan}
    public Extras explained(@Nullable PlanRequest explained) {
        return new Extras(distinctOn, group, combined, locking, loaded, explained);
    }
}
