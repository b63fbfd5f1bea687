package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.Arguments;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Locking;

/// Locks of rows: `select_for_update(...)`.
final class LockingValue {

    private LockingValue() {}

    static RowsValue locked(RowsValue it, Arguments arguments) {
        Locking locking = Locking.rows();
        if (arguments.flag("nowait")) {
            locking = locking.nowait();
        }
        if (arguments.flag("skip_locked")) {
            locking = locking.skipLocked();
        }
        if (arguments.flag("no_key")) {
            locking = locking.noKey();
        }
        Object of = arguments.named("of", null);
        if (of != null) {
            locking = locking.of(Values.list(of).stream().map(it::path).toArray(String[]::new));
        }
        return it.with(Invocation.call(it.rows(), "selectForUpdate", locking));
    }
}
