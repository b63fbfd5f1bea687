package dev.quintet.mail;

/// Who carries messages: a server, a folder, the console. Django: an email back end. Safe for many
/// threads.
@FunctionalInterface
public interface MailBackend {

    /// {@return a new connection; the caller closes it}
    ///
    /// @throws DeliveryException when there is no getting there
    MailConnection open();

    /// {@return whether sending makes the sender wait for another machine; such messages are sent
    /// in the background by {@link EmailMessage#later()}}
    default boolean remote() {
        return false;
    }
}
