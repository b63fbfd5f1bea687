package dev.quintet.orm.sql;

import dev.quintet.orm.tree.Extras;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.List;

/// The words behind a query that lock its rows.
final class Locks {

    private Locks() {}

    static String clause(Dialect dialect, Scope scope, Select query) {
        Extras.RowLocks locks = query.extras().locking();
        if (locks == null) {
            return "";
        }
        if (locks.noWait()) {
            dialect.require(Feature.LOCK_NOWAIT);
        }
        if (locks.skipLocked()) {
            dialect.require(Feature.LOCK_SKIP_LOCKED);
        }
        String plain = dialect.lockingClause();
        if (plain.isEmpty()) {
            return plain;
        }
        var sql = new StringBuilder(plain);
        if (locks.noKey()) {
            dialect.require(Feature.LOCK_NO_KEY);
            sql = new StringBuilder(" FOR NO KEY UPDATE");
        }
        if (!locks.of().isEmpty()) {
            dialect.require(Feature.LOCK_OF);
            List<String> tables = new ArrayList<>();
            for (FieldPath path : locks.of()) {
                String alias = path.names().isEmpty() ? scope.alias() : scope.joinTo(path).alias;
                tables.add(dialect.quote(alias));
            }
            sql.append(" OF ").append(String.join(", ", tables));
        }
        return sql.append(locks.noWait() ? " NOWAIT" : "")
                .append(locks.skipLocked() ? " SKIP LOCKED" : "")
                .toString();
    }
}
