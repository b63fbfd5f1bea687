package dev.quintet.dev;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What open pages are told: how often something changed, and whether that was style sheets alone.
/// Safe for many threads.
final class Changes {

    /// Says which process counts: another one begins anew.
    private final String process = UUID.randomUUID().toString().substring(0, 8);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long version;
    private long lastOfPages;

    /// {@return the state that a page was made in}
    String mark() {
        lock.lock();
        try {
            return process + "-" + version;
        } finally {
            lock.unlock();
        }
    }

    /// Tells all open pages.
    ///
    /// @param stylesOnly whether it is enough that they load their style sheets again
    void tell(boolean stylesOnly) {
        lock.lock();
        try {
            version++;
            if (!stylesOnly) {
                lastOfPages = version;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something is different from how it was.
    ///
    /// @param mark the state that a page was made in
    /// @return `page` or `styles`; empty when the time is over
    String await(String mark, long seconds) throws InterruptedException {
        int dash = mark.lastIndexOf('-');
        long since;
        try {
            since = Long.parseLong(mark.substring(dash + 1));
        } catch (NumberFormatException odd) {
            return "page";
        }
        if (dash < 0 || !mark.substring(0, dash).equals(process)) {
            return "page";
        }
        lock.lock();
        try {
            long nanos = TimeUnit.SECONDS.toNanos(seconds);
            while (version <= since && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (version <= since) {
                return "";
            }
            return lastOfPages > since ? "page" : "styles";
        } finally {
            lock.unlock();
        }
    }
}
