package dev.quintet.orm.sql;

/// Something that not every database can do. Django: `DatabaseFeatures`.
///
/// Ask {@link Dialect#features} before, or let {@link Dialect#require} refuse by name.
public enum Feature {
    /// `DISTINCT ON (...)`: the first row of each group.
    DISTINCT_ON("DISTINCT ON", "Order by the same fields and keep the first of each in Java."),
    /// `FOR UPDATE` locks rows rather than the whole database.
    ROW_LOCKS("Locks on rows", "A transaction that writes locks the whole database here."),
    /// `FOR UPDATE NOWAIT`.
    LOCK_NOWAIT("FOR UPDATE NOWAIT", "Lock without it; busy rows are then waited for."),
    /// `FOR UPDATE SKIP LOCKED`.
    LOCK_SKIP_LOCKED("FOR UPDATE SKIP LOCKED", "Lock without it; busy rows are then waited for."),
    /// `FOR UPDATE OF` some of the tables.
    LOCK_OF("FOR UPDATE OF", "Lock the rows of all joined tables, without `of`."),
    /// `FOR NO KEY UPDATE`: foreign keys may still lead to the row.
    LOCK_NO_KEY("FOR NO KEY UPDATE", "Lock by selectForUpdate()."),
    /// INSERT gives columns back by RETURNING.
    RETURNING("RETURNING", "Read the rows again after the change."),
    /// A transaction that changes tables can be taken back.
    TRANSACTIONAL_DDL("Transactions around changes of tables", "Make a backup before."),
    /// Foreign keys are checked at the commit.
    DEFERRABLE_KEYS("Deferred foreign keys", "Save what is led to before what leads to it."),
    /// Levels of isolation other than serializable.
    ISOLATION_LEVELS("Levels of isolation", "Every transaction is serializable here."),
    /// Locks by name that hold until a transaction ends.
    ADVISORY_LOCKS("Advisory locks", "A transaction that writes excludes all others here."),
    /// Another session can stop a statement.
    CANCELLING("Cancelling statements", "Bound what a query reads."),
    /// Indexes over some of the rows.
    PARTIAL_INDEXES("Partial indexes", "Leave the condition of the index out."),
    /// Indexes over expressions.
    EXPRESSION_INDEXES("Indexes over expressions", "Keep the value in a column and index that."),
    /// Columns that an index carries along.
    COVERING_INDEXES("Indexes that carry columns along", "Leave the included columns out."),
    /// Rows that are held to be alike though their values are NULL.
    ALIKE_NULLS("Unique constraints for which NULLs are alike", "Put a value in place of NULL."),
    /// Constraints that no two rows overlap.
    EXCLUSION_CONSTRAINTS("Exclusion constraints", "Check for overlaps under a lock."),
    /// A list of values is one parameter, however many there are.
    ARRAYS("Arrays as parameters", "Each value of a list is a parameter of its own here."),
    /// `EXCLUDE` in the frame of a window.
    FRAME_EXCLUSIONS("EXCLUDE in frames of windows", "Take what is left out off the result."),
    /// Several sessions can write at once.
    PARALLEL_WRITERS("Several writers at once", "Writers queue here.");

    private final String words;
    private final String instead;

    Feature(String words, String instead) {
        this.words = words;
        this.instead = instead;
    }

    /// {@return what people call it}
    public String words() {
        return words;
    }

    /// {@return what to do where it is missing}
    public String instead() {
        return instead;
    }
}
