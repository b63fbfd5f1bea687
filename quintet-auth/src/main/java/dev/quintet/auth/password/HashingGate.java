package dev.quintet.auth.password;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets as many hashes be computed at once as there are cores; more wait in line, and too many are
/// sent away: sign-ins cannot starve the rest of the site.
final class HashingGate {

    /// The process's one: its cores are shared, whoever hashes.
    static final HashingGate SHARED =
            new HashingGate(Runtime.getRuntime().availableProcessors(), 64, 20_000);

    private final Semaphore free;
    private final int queue;
    private final long patience;

    /// @param queue how many may wait for each that runs
    /// @param patience how long one waits at most, in milliseconds
    HashingGate(int cores, int queue, long patience) {
        this.free = new Semaphore(cores, true);
        this.queue = queue * cores;
        this.patience = patience;
    }

    <T> T pass(Supplier<T> hashing) {
        if (free.availablePermits() == 0 && free.getQueueLength() >= queue) {
            throw new HashingBusyException();
        }
        try {
            if (!free.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw new HashingBusyException();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        }
        try {
            return hashing.get();
        } finally {
            free.release();
        }
    }
}
