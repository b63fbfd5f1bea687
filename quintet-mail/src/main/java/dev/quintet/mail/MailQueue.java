package dev.quintet.mail;

import dev.quintet.kernel.context.ContextKey;

/// Takes messages that are to be sent soon, but not while somebody waits. By default a thread of
/// this process sends them, and what the process has not sent when it dies is lost; a queue of
/// tasks can be put in its place. Safe for many threads.
@FunctionalInterface
public interface MailQueue {

    /// Another queue than the process's own, in the site's context.
    ContextKey<MailQueue> KEY = ContextKey.named("queue of mail");

    /// Takes a message that has its mailer's name, sender, `Date` and `Message-ID`.
    ///
    /// @throws DeliveryException when it has no room
    void add(EmailMessage message);
}
