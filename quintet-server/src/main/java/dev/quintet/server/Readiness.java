package dev.quintet.server;

import dev.quintet.kernel.check.ReadinessCheck;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether all that a site stands on answers. However often it is asked, all is looked at once a
/// second, and what does not answer is not asked again before it has. Safe for many threads.
final class Readiness {

    private static final System.Logger LOG = Loggers.named("quintet.server");
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Look> latest = new AtomicReference<>();
    private volatile boolean wasReady = true;

    /// One look at all.
    private record Look(long begunNanos, CompletableFuture<Boolean> found) {

        /// An unfinished one is not replaced, however old it is.
        boolean holds() {
            return !found.isDone() || System.nanoTime() - begunNanos < FRESH.toNanos();
        }
    }

    boolean of(Context site) {
        Look look = latest.get();
        if (look == null || !look.holds()) {
            var next = new Look(System.nanoTime(), new CompletableFuture<>());
            if (latest.compareAndSet(look, next)) {
                Thread.ofVirtual().name("ready").start(() -> next.found().complete(asked(site)));
            }
            look = latest.get();
        }
        return look != null && answered(look);
    }

    private static boolean answered(Look look) {
        long left = look.begunNanos() + PATIENCE.toNanos() - System.nanoTime();
        try {
            return look.found().get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException none) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean asked(Context site) {
        boolean ready = true;
        for (ReadinessCheck check : checks()) {
            try {
                site.call(() -> {
                    check.ask(site);
                    return true;
                });
            } catch (Exception | LinkageError failed) {
                ready = false;
                if (wasReady) {
                    LOG.log(System.Logger.Level.WARNING, "The site is not ready", failed);
                }
            }
        }
        if (ready && !wasReady) {
            LOG.log(System.Logger.Level.INFO, "The site is ready again");
        }
        wasReady = ready;
        return ready;
    }

    private static List<ReadinessCheck> checks() {
        return ServiceLoader.load(ReadinessCheck.class, ReadinessCheck.class.getClassLoader())
                .stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
