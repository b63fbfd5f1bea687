package dev.quintet.dev;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.orm.connection.StatementObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Notes the statements that each request runs, for the page of its failure. Safe for many threads.
final class Recording implements Middleware, StatementObserver {

    private static final ScopedValue<List<Ran>> NOTED = ScopedValue.newInstance();
    private static final int MOST = 500;

    /// A statement that ran.
    ///
    /// @param failed whether it threw
    record Ran(String database, String sql, String parameters, Duration took, boolean failed) {}

    /// {@return what the running request has run, in its order}
    static List<Ran> statements() {
        return NOTED.isBound() ? NOTED.get() : List.of();
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        return ScopedValue.where(NOTED, new CopyOnWriteArrayList<Ran>())
                .call(() -> next.handle(request));
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
        if (NOTED.isBound() && NOTED.get().size() < MOST) {
            NOTED.get().add(new Ran(database, sql, parameters.toString(), took, failed != null));
        }
    }
}
