package dev.quintet.test;

import dev.quintet.RunningSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/// A test class while its tests run: the worker that it was lent, and the transaction around what
/// its `@BeforeAll` methods save.
final class ClassRun {

    private final Class<?> type;
    private final @Nullable Workers lender;
    private final Worker worker;
    private final @Nullable ClassRun outer;
    private final @Nullable Bracket bracket;
    private @Nullable ClassRows rows;

    private ClassRun(
            Class<?> type, @Nullable Workers lender, Worker worker, @Nullable ClassRun outer) {
        this.type = type;
        this.lender = lender;
        this.worker = worker;
        this.outer = outer;
        boolean data = SiteAnnotations.has(type, BeforeAll.class);
        boolean bracketed = data && !SiteAnnotations.commits(null, type);
        this.bracket = bracketed ? new Bracket(worker.all()) : null;
    }

    static ClassRun begin(Class<?> type, Workers lender) {
        Worker worker = lender.lend();
        try {
            return new ClassRun(type, lender, worker, null);
        } catch (RuntimeException failed) {
            lender.giveBack(worker);
            throw failed;
        }
    }

    ClassRun within(Class<?> nested) {
        return new ClassRun(nested, null, worker, this);
    }

    Worker worker() {
        return worker;
    }

    RunningSite site() {
        return worker.site();
    }

    /// {@return the innermost open transaction around class-level data, or `null` when there is
    /// none}
    @Nullable Bracket open() {
        return bracket != null || outer == null ? bracket : outer.open();
    }

    /// Reads what the class and those around it keep in static fields; in the context of a test,
    /// and inside of its transaction.
    void refreshRows() {
        if (outer != null) {
            outer.refreshRows();
        }
        if (bracket == null) {
            return;
        }
        ClassRows known = rows;
        if (known == null) {
            // The first test sees the objects as they were saved.
            rows = ClassRows.of(type);
        } else {
            known.refresh();
        }
    }

    void end() {
        try {
            if (bracket != null) {
                bracket.takeBack();
            }
        } finally {
            if (lender != null) {
                lender.giveBack(worker);
            }
        }
    }
}
