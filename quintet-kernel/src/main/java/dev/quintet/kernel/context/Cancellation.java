package dev.quintet.kernel.context;

import java.util.LinkedHashSet;
import java.util.Set;

/// Whether somebody still waits for what is being done, and what to stop when nobody does.
///
/// Whoever serves binds one for the length of a request, and cancels it when the client goes away;
/// what takes long, such as a statement in a database, registers how it is stopped.
///
/// ```java
/// var cancellation = new Cancellation();
/// context.with(Cancellation.KEY, cancellation).run(() -> answer(request));
/// cancellation.cancel(); // from another thread
/// ```
///
/// Safe for many threads.
public final class Cancellation {

    /// Under which a context holds the one of the running request; often there is none.
    public static final ContextKey<Cancellation> KEY = ContextKey.named("cancellation");

    private final Set<Runnable> stopping = new LinkedHashSet<>();
    private boolean cancelled;

    /// One that is not cancelled.
    public Cancellation() {}

    /// Stops what is registered, and what registers from now on. Returns when all were told to
    /// stop. The second time it does nothing.
    public synchronized void cancel() {
        if (cancelled) {
            return;
        }
        cancelled = true;
        for (Runnable stop : stopping) {
            try {
                stop.run();
            } catch (RuntimeException failed) {
                System.getLogger(Cancellation.class.getName())
                        .log(System.Logger.Level.DEBUG, "Something did not stop.", failed);
            }
        }
        stopping.clear();
    }

    /// {@return whether nobody waits any more}
    public synchronized boolean cancelled() {
        return cancelled;
    }

    /// Registers what to run when this is cancelled: at once, when it was already. It must be quick
    /// and must not wait for the thread that registered it.
    ///
    /// @return closes the registration; when that returns, `stop` is not running and will not
    public AutoCloseable onCancel(Runnable stop) {
        boolean already;
        synchronized (this) {
            already = cancelled;
            if (!already) {
                stopping.add(stop);
            }
        }
        if (already) {
            stop.run();
        }
        return () -> forget(stop);
    }

    /// Waits for a cancelling that is under way, so that what it stops is still the right thing.
    private synchronized void forget(Runnable stop) {
        stopping.remove(stop);
    }
}
