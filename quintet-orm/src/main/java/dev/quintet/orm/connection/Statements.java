package dev.quintet.orm.connection;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Rules for the statements that a piece of code runs, on whichever database: wrapped, refused,
/// counted, bounded in time, kept from replicas. Django: `connection.execute_wrapper`.
///
/// They hold for the thread that runs the code, and for threads of `parallel`.
public final class Statements {

    private static final ContextKey<Scope> KEY = ContextKey.named("rules for statements");
    private static final Scope NOTHING = new Scope(List.of(), null, false, Map.of());

    private Statements() {}

    /// What holds at some point of the code.
    ///
    /// @param wrappers the outermost first
    /// @param timeout the longest time of one statement, or `null` for none of its own
    /// @param primary whether replicas are not to be read
    /// @param tags what comments say, where the database is to write them
    record Scope(
            List<StatementWrapper> wrappers,
            @Nullable Duration timeout,
            boolean primary,
            Map<String, String> tags) {}

    /// {@return what holds here, or `null` when nothing does}
    static @Nullable Scope here() {
        Context site = Context.find();
        return site == null ? null : site.find(KEY).orElse(null);
    }

    /// {@return what `body` returns, run with each of its statements wrapped}
    public static <T extends @Nullable Object, X extends Throwable> T wrapped(
            StatementWrapper wrapper, ScopedValue.CallableOp<T, X> body) throws X {
        Scope now = now();
        List<StatementWrapper> more = new ArrayList<>(now.wrappers());
        more.add(wrapper);
        return within(new Scope(List.copyOf(more), now.timeout(), now.primary(), now.tags()), body);
    }

    /// {@return what `body` returns, which must not ask the database anything}
    ///
    /// @throws DatabaseException by its first statement
    public static <T extends @Nullable Object, X extends Throwable> T refused(
            ScopedValue.CallableOp<T, X> body) throws X {
        return wrapped(
                statement -> {
                    throw new DatabaseException(
                            Problem.of("orm.E218", "A statement runs where none may.")
                                    .because("It is: " + statement.sql())
                                    .fixedBy(
                                            "Load the rows before, by selectRelated or"
                                                    + " prefetchRelated where a relation is"
                                                    + " touched."),
                            null);
                },
                body);
    }

    /// {@return how many statements `body` ran}
    public static <X extends Throwable> int counted(ThrowingRunnable<X> body) throws X {
        var count = new AtomicInteger();
        wrapped(
                statement -> {
                    count.incrementAndGet();
                    statement.run();
                },
                () -> {
                    body.run();
                    return count;
                });
        return count.get();
    }

    /// {@return what `body` returns, none of whose statements may take longer than this}
    ///
    /// @throws StatementTimeoutException by the first one that does
    public static <T extends @Nullable Object, X extends Throwable> T within(
            Duration timeout, ScopedValue.CallableOp<T, X> body) throws X {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A time-out is longer than nothing: " + timeout);
        }
        Scope now = now();
        return within(new Scope(now.wrappers(), timeout, now.primary(), now.tags()), body);
    }

    /// {@return what `body` returns, which reads no replica}
    public static <T extends @Nullable Object, X extends Throwable> T onPrimary(
            ScopedValue.CallableOp<T, X> body) throws X {
        Scope now = now();
        return within(new Scope(now.wrappers(), now.timeout(), true, now.tags()), body);
    }

    /// {@return what `body` returns, whose statements carry this in a comment on databases that are
    /// opened with `sql_comments=true`}
    ///
    /// @param name such as `request_id`
    public static <T extends @Nullable Object, X extends Throwable> T tagged(
            String name, String value, ScopedValue.CallableOp<T, X> body) throws X {
        Scope now = now();
        Map<String, String> tags = new TreeMap<>(now.tags());
        tags.put(name, value);
        return within(
                new Scope(
                        now.wrappers(),
                        now.timeout(),
                        now.primary(),
                        Collections.unmodifiableMap(tags)),
                body);
    }

    /// Something to run that may throw.
    ///
    /// @param <X> what it throws
    @FunctionalInterface
    public interface ThrowingRunnable<X extends Throwable> {

        /// Runs it.
        void run() throws X;
    }

    private static Scope now() {
        Scope here = here();
        return here == null ? NOTHING : here;
    }

    private static <T extends @Nullable Object, X extends Throwable> T within(
            Scope scope, ScopedValue.CallableOp<T, X> body) throws X {
        return Context.current().with(KEY, scope).call(body);
    }
}
