package dev.quintet.orm.connection;

import dev.quintet.kernel.log.Loggers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the log of statements that take long, and whose they are.
final class SlowStatements implements StatementObserver {

    private static final System.Logger LOG = Loggers.named("quintet.orm.slow");

    private final Duration from;

    SlowStatements(Duration from) {
        this.from = from;
    }

    @Override
    public void beforeStatement(
            String database, String sql, List<? extends @Nullable Object> parameters) {}

    @Override
    public void afterStatement(
            String database,
            String sql,
            List<? extends @Nullable Object> parameters,
            Duration took,
            @Nullable RuntimeException failed) {
        if (took.compareTo(from) >= 0) {
            String caller = Caller.place();
            LOG.log(
                    System.Logger.Level.WARNING,
                    () ->
                            "Slow statement on "
                                    + database
                                    + ", "
                                    + took.toMillis()
                                    + " ms"
                                    + (caller.isEmpty() ? ": " : ", asked by " + caller + ": ")
                                    + new FailedStatement(
                                                    sql, new ArrayList<>(parameters), List.of())
                                            .shown());
        }
    }
}
