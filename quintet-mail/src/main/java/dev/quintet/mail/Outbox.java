package dev.quintet.mail;

import dev.quintet.kernel.context.ContextKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The messages that mailers of `memory:` carried, the newest last: what tests look at, and a page
/// can list. Keeps the newest 10,000. Django: `mail.outbox`. Safe for many threads.
public final class Outbox {

    /// The site's, in its context.
    public static final ContextKey<Outbox> KEY = ContextKey.named("outbox");

    private static final int MOST = 10_000;

    private final Deque<EmailMessage> messages = new ArrayDeque<>();

    /// An outbox with nothing in it.
    public Outbox() {}

    /// {@return a copy of what is in it, as it was sent: with sender, `Date` and `Message-ID`}
    public synchronized List<EmailMessage> messages() {
        return new ArrayList<>(messages);
    }

    /// Empties it.
    public synchronized void clear() {
        messages.clear();
    }

    synchronized void add(EmailMessage message) {
        if (messages.size() == MOST) {
            messages.removeFirst();
        }
        messages.addLast(message);
    }

    /// The mailer of `memory:`.
    MailBackend backend() {
        return () ->
                new MailConnection() {
                    @Override
                    public void send(EmailMessage message) {
                        message.bytes(); // what cannot be written fails here as it does in earnest
                        add(message);
                    }

                    @Override
                    public void close() {}
                };
    }
}
