package dev.quintet.orm.sql;

import dev.quintet.orm.ModelMapping;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A table that is joined to the root of a query or to another joined one. Compared by identity.
///
/// Whether rows without a match are kept changes while a query is compiled: conditions vote, as in
/// Django's `JoinPromoter`.
final class Join {

    final @Nullable Join parent;
    final String table;
    final String alias;

    /// The columns of the parent, and those of this table, that must agree one by one.
    final List<String> parentColumns;

    final List<String> columns;

    /// The model of the table; null for a table between two that has none.
    final @Nullable ModelMapping<?> model;

    /// Whether it may lead to several rows.
    final boolean many;

    /// What else says that its rows are meant: where a row names a model and a key.
    final @Nullable GenericTies generic;

    /// The name of the relation's own that it goes by, or `null`.
    final @Nullable String filtered;

    /// What its rows must meet besides, or `null`.
    @Nullable Fragment condition;

    /// The filtered join whose condition speaks of this one, or `null`.
    @Nullable Join within;

    /// Whether there may be no row.
    final boolean nullable;

    private boolean inner;

    Join(@Nullable Join parent, Hop hop, String alias) {
        this.parent = parent;
        this.table = hop.table();
        this.alias = alias;
        this.parentColumns = hop.parentColumns();
        this.columns = hop.columns();
        this.model = hop.model();
        this.many = hop.many();
        this.nullable = hop.nullable();
        this.filtered = hop.filtered();
        this.generic = hop.generic();
        this.inner = !nullable && (parent == null || parent.inner);
    }

    /// A step from one table to the next.
    ///
    /// @param parentColumns of the table that it starts from: one, or several for a composite key
    /// @param columns of the table that it leads to, which must agree with those
    /// @param direct whether the table that it starts from has the key
    /// @param filtered the name that a filtered relation goes by, or `null`
    /// @param generic what else says that the rows are meant, or `null`
    record Hop(
            List<String> parentColumns,
            String table,
            List<String> columns,
            boolean nullable,
            boolean many,
            boolean direct,
            @Nullable ModelMapping<?> model,
            @Nullable String filtered,
            @Nullable GenericTies generic) {

        Hop(
                String parentColumn,
                String table,
                String column,
                boolean nullable,
                boolean many,
                boolean direct,
                @Nullable ModelMapping<?> model) {
            this(
                    List.of(parentColumn),
                    table,
                    List.of(column),
                    nullable,
                    many,
                    direct,
                    model,
                    null,
                    null);
        }

        /// {@return the same step, of a relation that goes by a name of its own}
        Hop filtered(String name) {
            return new Hop(parentColumns, table, columns, true, many, direct, model, name, generic);
        }
    }

    boolean follows(@Nullable Join from, Hop hop) {
        return parent == from
                && table.equals(hop.table())
                && columns.equals(hop.columns())
                && parentColumns.equals(hop.parentColumns())
                && Objects.equals(filtered, hop.filtered())
                && Objects.equals(generic, hop.generic());
    }

    /// {@return whether rows without a match are left out}
    boolean inner() {
        return inner;
    }

    /// Leaves out rows without a match, here and on the way here.
    void demote() {
        for (Join at = this; at != null && !at.inner; at = at.parent) {
            at.inner = true;
        }
    }

    /// Keeps rows without a match, if there can be any.
    ///
    /// @return whether that changed something: joins that start here must follow
    boolean promote() {
        boolean parentOuter = parent != null && !parent.inner;
        if (!inner || !(nullable || parentOuter)) {
            return false;
        }
        inner = false;
        return true;
    }
}
