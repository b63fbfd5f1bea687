package dev.quintet.test;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.WorkUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A transaction on each database, or a savepoint where one is open, that is always taken back.
/// Belongs to the thread that opened it.
final class Bracket {

    private final List<Open> open = new ArrayList<>();
    private final Thread thread = Thread.currentThread();

    private record Open(WorkUnit unit, WorkUnit.Mark mark) {}

    Bracket(Collection<Database> databases) {
        for (Database database : databases) {
            WorkUnit unit = database.beginUnit();
            open.add(new Open(unit, unit.openBracket()));
        }
    }

    boolean isMine() {
        return thread == Thread.currentThread();
    }

    void takeBack() {
        RuntimeException first = null;
        for (Open one : open.reversed()) {
            try {
                one.unit().rollback(one.mark());
            } catch (RuntimeException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
