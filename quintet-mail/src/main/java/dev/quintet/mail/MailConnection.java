package dev.quintet.mail;

/// A way to where messages go, over which one after the other is sent. Belongs to one thread at a
/// time.
public interface MailConnection extends AutoCloseable {

    /// Sends one message to all its recipients, or to none.
    ///
    /// @param message has a sender, `Date` and `Message-ID`
    /// @throws DeliveryException when it was not taken
    void send(EmailMessage message);

    /// Ends it; a message that was sent stays sent whatever happens here.
    @Override
    void close();
}
