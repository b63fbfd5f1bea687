package dev.quintet.kernel.context;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells work that nobody waits for any more: its client went away, or its time is over.
///
/// Bound in the {@link Context} of a request. Work that takes long asks {@link #check} now and
/// then; work that blocks in foreign code registers what frees it by {@link #onCancel}, and gives
/// it no more time than {@link #remaining}. Safe for many threads.
public final class Cancellation {

    private static final System.Logger LOG = Loggers.named("quintet.kernel");

    /// The cancellation of the running code, in its context.
    public static final ContextKey<Cancellation> KEY = ContextKey.named("cancellation");

    private static final Cancellation NEVER = new Cancellation(0, false);

    private final long endNanos;
    private final boolean ends;
    private volatile boolean cancelled;
    private @Nullable Registration last;

    private Cancellation(long endNanos, boolean ends) {
        this.endNanos = endNanos;
        this.ends = ends;
    }

    /// What frees work that blocks; closed when the work is done.
    public final class Registration implements AutoCloseable {
        private final Runnable action;
        private @Nullable Registration before;

        private Registration(Runnable action) {
            this.action = action;
        }

        /// Takes the action back; does nothing where it ran already.
        @Override
        public void close() {
            synchronized (Cancellation.this) {
                if (last == this) {
                    last = before;
                    return;
                }
                for (Registration at = last; at != null; at = at.before) {
                    if (at.before == this) {
                        at.before = before;
                        return;
                    }
                }
            }
        }
    }

    /// {@return one that can be cancelled, and has no end of its own}
    public static Cancellation open() {
        return new Cancellation(0, false);
    }

    /// {@return one that is over after a while}
    public static Cancellation after(Duration time) {
        return new Cancellation(System.nanoTime() + time.toNanos(), true);
    }

    /// {@return one that never comes}
    public static Cancellation never() {
        return NEVER;
    }

    /// {@return that of the running code; one that never comes where there is none}
    public static Cancellation current() {
        Context context = Context.find();
        return context == null ? NEVER : context.getOr(KEY, Cancellation::never);
    }

    /// Says that nobody waits any more, and runs what was registered, on this thread.
    public void cancel() {
        var all = new ArrayList<Registration>();
        synchronized (this) {
            if (cancelled || this == NEVER) {
                return;
            }
            cancelled = true;
            for (Registration at = last; at != null; at = at.before) {
                all.addFirst(at);
            }
            last = null;
        }
        for (Registration each : all) {
            try {
                each.action.run();
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "Freeing cancelled work failed", failed);
            }
        }
    }

    /// {@return whether nobody waits any more, or the time is over}
    public boolean cancelled() {
        return cancelled || (ends && System.nanoTime() - endNanos >= 0);
    }

    /// {@return how much time is left, zero where it is over; nothing where there is no end}
    public Optional<Duration> remaining() {
        if (!ends) {
            return Optional.empty();
        }
        long left = endNanos - System.nanoTime();
        return Optional.of(left > 0 ? Duration.ofNanos(left) : Duration.ZERO);
    }

    /// Goes on, or stops work that nobody waits for.
    ///
    /// @throws CancelledException when nobody waits any more, or the time is over
    public void check() {
        if (cancelled()) {
            throw new CancelledException(
                    Problem.of("kernel.E003", "This work was cancelled.")
                            .because(
                                    cancelled
                                            ? "Whoever asked for it has gone away."
                                            : "It took longer than it may."));
        }
    }

    /// Registers what frees work that blocks, such as the cancelling of a statement; it runs at
    /// once where nobody waits already. A time that is over runs nothing: bound the work by {@link
    /// #remaining}.
    ///
    /// @return what takes it back; close it when the work is done
    public Registration onCancel(Runnable action) {
        var registration = new Registration(action);
        synchronized (this) {
            if (!cancelled) {
                if (this != NEVER) {
                    registration.before = last;
                    last = registration;
                }
                return registration;
            }
        }
        action.run();
        return registration;
    }
}
