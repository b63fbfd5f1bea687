package dev.quintet;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Mailers;
import java.util.Map;
import java.util.function.Supplier;

/// Sends mail about the site to those who look after it. What goes wrong on the way is logged: it
/// must not become an error of its own, about which mail is sent.
final class RoleMail {

    private static final System.Logger LOG = Loggers.named("quintet.mail");

    private RoleMail() {}

    /// Sends a message without making the caller wait. It is written before this returns, as a
    /// request cannot be read when it is over.
    static void send(Context site, Supplier<EmailMessage> message) {
        EmailMessage written;
        try {
            written = site.call(message::get);
        } catch (RuntimeException unreadable) {
            log(unreadable);
            return;
        }
        // A thread of its own has no transaction, which may be about to be taken back.
        Thread.ofVirtual().name("role-mail").start(() -> sendAndWait(site, () -> written));
    }

    static void sendAndWait(Context site, Supplier<EmailMessage> message) {
        try {
            site.run(() -> Mailers.current().get().failSilently().send(message.get()));
        } catch (RuntimeException failed) {
            log(failed);
        }
    }

    private static void log(RuntimeException failed) {
        LOG.log(System.Logger.Level.ERROR, "A mail to those who look after the site", failed);
    }

    /// {@return how often each kind came, the most frequent first}
    static String counts(Map<String, Integer> counts) {
        var text = new StringBuilder("Since the last mail:\n\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(one ->
                        text.append(one.getValue())
                                .append(" × ")
                                .append(oneLine(one.getKey()))
                                .append('\n'));
        return text.toString();
    }

    /// {@return what visitors send, without line breaks and control characters}
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
