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
    private final Map<String, Duration> here = new ConcurrentHashMap<>();

    /// Nobody wrote yet.
    public ReadYourWrites() {}

    /// From now on, and this long, reads of this database go to the primary: its reader wrote
    /// elsewhere, as in an earlier request.
    public void wrote(String alias, Duration keep) {
        untilNanos.put(alias, System.nanoTime() + keep.toNanos());
    }

    /// The same for something that was written here.
    void writes(String alias, Duration keep) {
        wrote(alias, keep);
        here.put(alias, keep);
    }

    /// {@return how long later reads of this database are to go to the primary because of what was
    /// written here; zero when nothing was}
    public Duration wroteHere(String alias) {
        return here.getOrDefault(alias, Duration.ZERO);
    }

    /// {@return how long reads of this database still go to the primary; zero for not any more}
    public Duration remaining(String alias) {
        Long until = untilNanos.get(alias);
        return until == null
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
