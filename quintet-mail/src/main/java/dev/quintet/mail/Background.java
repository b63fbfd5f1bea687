package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The queue of this process: one virtual thread for a mailer, while there is something to send,
/// which takes all that waits over one connection. Safe for many threads.
final class Background implements MailQueue, AutoCloseable {

    private static final System.Logger LOG = Loggers.named("quintet.mail");
    private static final int MOST = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Deque<EmailMessage> waiting = new ArrayDeque<>();
    private final Consumer<Collection<EmailMessage>> sending;
    private final Duration patience;
    private boolean running;

    /// @param sending sends messages; what it throws is logged
    /// @param patience how long closing waits for what is under way
    Background(Consumer<Collection<EmailMessage>> sending, Duration patience) {
        this.sending = sending;
        this.patience = patience;
    }

    @Override
    public void add(EmailMessage message) {
        lock.lock();
        try {
            if (waiting.size() >= MOST) {
                throw new DeliveryException(
                        Problem.of(
                                        "mail.E010",
                                        MOST + " messages wait to be sent, and no more can.")
                                .because("The mail server is slower than the site.")
                                .fixedBy("Send so many by a queue of tasks, or from a command."),
                        null);
            }
            waiting.addLast(message);
            if (!running) {
                running = true;
                Thread.ofVirtual().name("quintet-mail").start(this::work);
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        for (List<EmailMessage> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                sending.accept(batch);
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.ERROR, "Messages were not sent", failed);
            }
        }
    }

    private List<EmailMessage> next() {
        lock.lock();
        try {
            var batch = new ArrayList<>(waiting);
            waiting.clear();
            if (batch.isEmpty()) {
                running = false;
                idle.signalAll();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all is sent, but no longer than its patience.
    @Override
    public void close() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (running && left > 0) {
                left = idle.awaitNanos(left);
            }
            if (running) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "The site closes before all mail is sent; "
                                + waiting.size()
                                + " messages still waited after "
                                + TimeUnit.NANOSECONDS.toSeconds(patience.toNanos())
                                + " s.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
