package dev.quintet.auth.limits;

import dev.quintet.kernel.limit.Counters;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.IntegrityException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Counters in a table. A row is added to in the database itself, so that nothing is lost between
/// processes. Safe for many threads.
public final class DatabaseCounters implements Counters {

    /// So seldom what is over is deleted: once in so many new rows.
    private static final int SWEEP = 50;

    private final InstantSource clock;

    /// Counters of the current site's database.
    ///
    /// @param clock what time it is
    public DatabaseCounters(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long add(String key, long by, Duration keep) {
        String row = hashed(key);
        Instant now = clock.instant();
        if (!added(row, by, now)) {
            Attempts.filter(Attempts.key.eq(row), Attempts.ends.lte(now)).delete();
            try {
                Transaction.atomic(() -> begin(row, by, now.plus(keep)));
            } catch (IntegrityException another) {
                // Another process began it in between.
                added(row, by, now);
            }
        }
        return read(row, now);
    }

    private static boolean added(String row, long by, Instant now) {
        return Attempts.filter(Attempts.key.eq(row), Attempts.ends.gt(now))
                        .update(Attempts.counted.set(Attempts.counted.plus(by)))
                > 0;
    }

    private void begin(String row, long by, Instant ends) {
        if (ThreadLocalRandom.current().nextInt(SWEEP) == 0) {
            Attempts.filter(Attempts.ends.lte(clock.instant())).delete();
        }
        var first = new Attempt();
        first.key = row;
        first.counted = by;
        first.ends = ends;
        first.insert();
    }

    @Override
    public long get(String key) {
        return read(hashed(key), clock.instant());
    }

    private static long read(String row, Instant now) {
        return Attempts.filter(Attempts.key.eq(row), Attempts.ends.gt(now))
                .select(Attempts.counted)
                .first()
                .orElse(0L);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    private static String hashed(String key) {
        try {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
