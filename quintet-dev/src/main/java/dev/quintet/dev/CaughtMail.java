package dev.quintet.dev;

import dev.quintet.kernel.signal.Signal;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Mailer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The mail that the site sent since the developer's server began, whatever carried it, over all
/// reloads. Keeps the newest 200. Safe for many threads.
final class CaughtMail implements AutoCloseable {

    private static final int MOST = 200;

    private final Deque<Caught> all = new ArrayDeque<>();
    private final Signal.Connection<EmailMessage> connection;
    private final Consumer<Caught> told;
    private long last;

    /// A message.
    ///
    /// @param id its number since the start
    record Caught(long id, EmailMessage message) {}

    /// @param told called with each
    CaughtMail(Consumer<Caught> told) {
        this.told = told;
        this.connection = Mailer.SENT.connect(this::add);
    }

    private void add(EmailMessage message) {
        Caught caught;
        synchronized (this) {
            if (all.size() == MOST) {
                all.removeLast();
            }
            caught = new Caught(++last, message);
            all.addFirst(caught);
        }
        told.accept(caught);
    }

    /// {@return a copy, the newest first}
    synchronized List<Caught> messages() {
        return new ArrayList<>(all);
    }

    /// {@return a message, or `null` where it is gone}
    synchronized @Nullable EmailMessage get(long id) {
        for (Caught one : all) {
            if (one.id() == id) {
                return one.message();
            }
        }
        return null;
    }

    synchronized void clear() {
        all.clear();
    }

    @Override
    public void close() {
        connection.close();
    }
}
