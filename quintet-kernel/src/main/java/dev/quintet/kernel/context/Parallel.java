package dev.quintet.kernel.context;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Does several things at once, each on a virtual thread of its own, and waits for all of them.
///
/// ```java
/// var both = Parallel.both(() -> weather.of(city), () -> Albums.latest().limit(5).list());
/// render(request, "home.html", Map.of("weather", both.first(), "albums", both.second()));
/// ```
///
/// Each sees the {@link Context} of the caller: settings, request, language, {@link Cancellation}.
/// None is in the caller's transaction: transactions belong to one thread. When one fails, or
/// nobody waits any more, the others are interrupted, and what failed first is thrown here once all
/// have come to an end: nothing runs on after the call.
public final class Parallel {

    private Parallel() {}

    /// Two results.
    ///
    /// @param first of the first
    /// @param second of the second
    public record Both<A extends @Nullable Object, B extends @Nullable Object>(A first, B second) {}

    /// {@return the results of two}
    ///
    /// @throws Exception what the first that failed threw
    @SuppressWarnings({"unchecked", "NullAway"}) // each is the result of its own, null or not
    public static <A extends @Nullable Object, B extends @Nullable Object> Both<A, B> both(
            Callable<? extends A> first, Callable<? extends B> second) throws Exception {
        List<@Nullable Object> results = all(List.of(first, second));
        return new Both<>((A) results.get(0), (B) results.get(1));
    }

    /// {@return the results of all, in their order}
    ///
    /// @throws Exception what the first that failed threw
    public static <T extends @Nullable Object> List<T> all(
            List<? extends Callable<? extends T>> works) throws Exception {
        Context context = Context.find();
        var done = new LinkedBlockingQueue<FutureTask<T>>();
        var tasks = new ArrayList<FutureTask<T>>();
        var threads = new ArrayList<Thread>();
        for (Callable<? extends T> work : works) {
            Callable<T> bound = context == null ? work::call : () -> context.call(work::call);
            tasks.add(
                    new FutureTask<>(bound) {
                        @Override
                        protected void done() {
                            done.add(this);
                        }
                    });
        }
        for (FutureTask<T> task : tasks) {
            threads.add(Thread.ofVirtual().name("parallel").start(task));
        }
        Exception failed = null;
        boolean whole = false;
        try (var _ = Cancellation.current().onCancel(() -> threads.forEach(Thread::interrupt))) {
            for (int i = 0; i < tasks.size() && failed == null; i++) {
                failed = failure(done.take());
            }
            whole = failed == null;
        } finally {
            if (!whole) {
                threads.forEach(Thread::interrupt);
            }
            join(threads);
        }
        if (failed != null) {
            throw failed;
        }
        var results = new ArrayList<T>();
        for (FutureTask<T> task : tasks) {
            results.add(task.resultNow());
        }
        return results;
    }

    private static @Nullable Exception failure(FutureTask<?> task) throws InterruptedException {
        try {
            task.get();
            return null;
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof Exception exception ? exception : thrown;
        }
    }

    /// Waits for all, even if the caller is interrupted: they would outlive the call otherwise.
    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException hurry) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
