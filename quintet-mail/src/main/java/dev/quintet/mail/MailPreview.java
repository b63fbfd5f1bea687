package dev.quintet.mail;

import java.util.function.Supplier;

/// A message with sample data, which developers look at before anybody gets it. Rails: a method of
/// a mailer preview.
///
/// @param name what the page that lists previews calls it, such as `order confirmed`
/// @param message makes it, in the site's context and in the language that is looked at; what it
///   writes to a database is taken back
public record MailPreview(String name, Supplier<EmailMessage> message) {

    /// Refuses a name that no address could hold.
    public MailPreview {
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("A preview needs a name without slashes: " + name);
        }
    }
}
