package dev.quintet.kernel.context;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Does several things at once and waits for all of them, each on a virtual thread with the context
/// of the running code: its site, its user, its language.
///
/// ```java
/// try (var parallel = Parallel.open()) {
///     var weather = parallel.fork(() -> weather(city));
///     var news = parallel.fork(() -> news(city));
///     parallel.join();
///     return page(weather.get(), news.get());
/// }
/// ```
///
/// The first that fails stops the others: they are interrupted, and their {@link Cancellation} is
/// over. When the block is left, nothing of it is running any more. A transaction stays with the
/// thread that began it: what runs here is in none, and sees committed rows only.
///
/// Belongs to the thread that opened it.
public final class Parallel implements AutoCloseable {

    private final Context context;
    private final Cancellation cancellation;
    private final Cancellation.Registration parent;
    private final Thread owner = Thread.currentThread();
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int running;
    private boolean closed;
    private @Nullable Throwable failed;

    /// What one of the threads works out.
    ///
    /// @param <T> its type
    public static final class Part<T extends @Nullable Object> {

        private volatile boolean done;
        private @Nullable T value;

        private Part() {}

        /// {@return what was worked out}
        ///
        /// @throws ParallelException before {@link Parallel#join} has returned
        @SuppressWarnings("NullAway") // null is a value where T says so
        public T get() {
            if (!done) {
                throw new ParallelException(
                        Problem.of("kernel.E005", "A part is asked for before it is there.")
                                .fixedBy("Call join() before get()."),
                        null);
            }
            return value;
        }
    }

    private Parallel() {
        Cancellation outer = Cancellation.current();
        this.cancellation =
                outer.remaining().map(Cancellation::after).orElseGet(Cancellation::open);
        this.parent = outer.onCancel(this::stop);
        this.context = Context.current().with(Cancellation.KEY, cancellation);
    }

    /// {@return a block of things to do at once, to be closed by try-with-resources}
    public static Parallel open() {
        return new Parallel();
    }

    /// Begins to do something.
    ///
    /// @return where its result will be, after {@link #join}
    public <T extends @Nullable Object> Part<T> fork(Callable<T> work) {
        mustBeOwner();
        var part = new Part<T>();
        Callable<T> carrying =
                context.find(ThreadBound.KEY).map(bound -> bound.carrying(work)).orElse(work);
        Thread thread = Thread.ofVirtual().name("parallel").unstarted(() -> run(carrying, part));
        lock.lock();
        try {
            if (closed) {
                throw new ParallelException(
                        Problem.of("kernel.E006", "This block was closed already.")
                                .fixedBy("Fork before the block is left."),
                        null);
            }
            running++;
            threads.add(thread);
        } finally {
            lock.unlock();
        }
        thread.start();
        return part;
    }

    /// Waits until everything is done, or one thing has failed.
    ///
    /// @throws RuntimeException what the first to fail threw, if that is unchecked
    /// @throws ParallelException with what it threw as the cause, if that is checked
    public void join() {
        mustBeOwner();
        Throwable first;
        lock.lock();
        try {
            while (running > 0 && failed == null) {
                ended.await();
            }
            first = failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            first = interrupted;
        } finally {
            lock.unlock();
        }
        if (first != null) {
            close();
            throw thrown(first);
        }
    }

    /// Stops what is still running, and waits until it has ended.
    @Override
    public void close() {
        mustBeOwner();
        boolean stopping;
        lock.lock();
        try {
            closed = true;
            stopping = running > 0;
        } finally {
            lock.unlock();
        }
        parent.close();
        if (stopping) {
            stop();
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            owner.interrupt();
        }
    }

    private <T extends @Nullable Object> void run(Callable<T> work, Part<T> part) {
        Throwable thrown = null;
        try {
            part.value = context.<T, Exception>call(work::call);
            part.done = true;
        } catch (Throwable wrong) {
            thrown = wrong;
        }
        boolean first;
        lock.lock();
        try {
            running--;
            first = thrown != null && failed == null;
            if (first) {
                failed = thrown;
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        if (first) {
            stop();
        }
    }

    private void stop() {
        cancellation.cancel();
        List<Thread> all;
        lock.lock();
        try {
            all = List.copyOf(threads);
        } finally {
            lock.unlock();
        }
        all.forEach(Thread::interrupt);
    }

    private static RuntimeException thrown(Throwable first) {
        switch (first) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default ->
                    throw new ParallelException(
                            Problem.of("kernel.E004", "Something that was done in parallel failed.")
                                    .because(String.valueOf(first)),
                            first);
        }
    }

    private void mustBeOwner() {
        if (Thread.currentThread() != owner) {
            throw new ParallelException(
                    Problem.of("kernel.E007", "A parallel block is used by another thread.")
                            .because("It belongs to " + owner + ".")
                            .fixedBy("Open a block of its own there."),
                    null);
        }
    }
}
