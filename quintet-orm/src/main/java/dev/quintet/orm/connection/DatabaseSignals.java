package dev.quintet.orm.connection;

import dev.quintet.kernel.signal.Signal;
import java.sql.Connection;

/// What happens to databases, for those who listen. Django: `connection_created`.
public final class DatabaseSignals {

    /// A connection was opened, and is not used yet: the place to tell the server what holds for
    /// it. What a receiver throws ends the connection. Connections that a `DataSource` lends are
    /// its own matter, and not told of.
    public static final Signal<ConnectionOpened> CONNECTION_OPENED =
            Signal.named("orm.connection_opened");

    private DatabaseSignals() {}

    /// A connection was opened.
    ///
    /// @param database alias of the database
    /// @param connection in auto-commit mode; a receiver leaves it open and as it is
    public record ConnectionOpened(String database, Connection connection) {}
}
