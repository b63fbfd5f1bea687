package dev.quintet.auth.password;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets as many hashes be computed at once as there are cores; more wait in line, and too many are
/// sent away.
///
/// Hashes run on threads of their own, which the system switches between: on the virtual thread of
/// its request a hash would keep a core until it is done, and sign-ins would starve all other
/// pages.
final class HashingGate {

    /// The process's one: its cores are shared, whoever hashes.
    static final HashingGate SHARED =
            new HashingGate(Runtime.getRuntime().availableProcessors(), 64, 20_000);

    private static final long SECONDS_UNUSED = 30;

    private final ThreadPoolExecutor threads;
    private final long patience;

    /// @param queue how many may wait for each that runs
    /// @param patience how long one waits at most before it begins, in milliseconds
    HashingGate(int cores, int queue, long patience) {
        this.threads =
                new ThreadPoolExecutor(
                        cores,
                        cores,
                        SECONDS_UNUSED,
                        TimeUnit.SECONDS,
                        queue == 0
                                ? new SynchronousQueue<>()
                                : new ArrayBlockingQueue<>(queue * cores),
                        Thread.ofPlatform().daemon().name("quintet-hashing-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        this.patience = patience;
    }

    <T> T pass(Supplier<T> hashing) {
        var begun = new CountDownLatch(1);
        var task =
                new FutureTask<T>(() -> {
                    begun.countDown();
                    return hashing.get();
                });
        try {
            threads.execute(task);
            // What runs is waited for, however slow the machine: only who queues gives up.
            if (!begun.await(patience, TimeUnit.MILLISECONDS)) {
                giveUp(task);
                throw new HashingBusyException();
            }
            return task.get();
        } catch (RejectedExecutionException _) {
            throw new HashingBusyException();
        } catch (InterruptedException _) {
            giveUp(task);
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error broken) {
                throw broken;
            }
            throw failed.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException(failed);
        }
    }

    private void giveUp(FutureTask<?> task) {
        task.cancel(false);
        threads.remove(task);
    }
}
