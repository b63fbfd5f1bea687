package dev.quintet.orm.connection;

import dev.quintet.kernel.context.ContextKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers that somebody wrote, so that their reads do not go to a replica that has not heard of
/// it yet. A site binds one for each request; what no request does shares one of the process.
///
/// Safe for many threads.
public final class ReadYourWrites {

    /// Under which a context holds the one of the running request.
    public static final ContextKey<ReadYourWrites> KEY = ContextKey.named("writes of this user");

    private final Map<String, Long> untilNanos = new ConcurrentHashMap<>();

    /// Nobody wrote yet.
    public ReadYourWrites() {}

    /// From now on, and this long, reads of this database go to the primary.
    public void wrote(String alias, Duration keep) {
        untilNanos.put(alias, System.nanoTime() + keep.toNanos());
    }

    /// {@return how long reads of this database still go to the primary; zero for not any more}
    public Duration remaining(String alias) {
        Long until = untilNanos.get(alias);
        return until == null
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    /// {@return the databases that were written to}
    public Iterable<String> aliases() {
        return untilNanos.keySet();
    }
}
