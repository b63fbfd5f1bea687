package dev.quintet.mail;

import java.util.List;

/// An app that shows developers what its mail looks like:
///
/// ```java
/// public final class ShopApp implements App, MailPreviews {
///     @Override public List<MailPreview> mailPreviews() {
///         return List.of(new MailPreview("order", () -> OrderMail.confirmed(Order.sample())));
///     }
/// }
/// ```
///
/// The developer's server lists them at `/_quintet/mail/`; elsewhere nobody asks for them.
public interface MailPreviews {

    /// {@return the messages to look at}
    List<MailPreview> mailPreviews();
}
