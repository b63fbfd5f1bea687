package dev.quintet.orm.connection;

import java.io.Serial;
import java.sql.SQLTransientConnectionException;

/// A pool had no connection to lend in time.
final class PoolExhaustedSqlException extends SQLTransientConnectionException {

    @Serial private static final long serialVersionUID = 1L;

    private final String fix;

    PoolExhaustedSqlException(String reason, String fix) {
        super(reason);
        this.fix = fix;
    }

    String fix() {
        return fix;
    }
}
