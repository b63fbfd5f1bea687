package dev.quintet.mail;

import dev.quintet.kernel.settings.ServiceUrl;
import java.util.Set;

/// Makes back ends for URLs of some schemes. Found by {@link java.util.ServiceLoader}.
public interface MailBackendProvider {

    /// {@return the schemes that it knows, in small letters, such as `smtp`}
    Set<String> schemes();

    /// {@return the back end that a URL names; no connection is made yet}
    ///
    /// @throws IllegalArgumentException when the URL names none, with a sentence that says what was
    ///   expected and no secret
    MailBackend open(ServiceUrl url);
}
