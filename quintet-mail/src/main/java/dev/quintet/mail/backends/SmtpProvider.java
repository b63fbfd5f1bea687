package dev.quintet.mail.backends;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.mail.MailBackend;
import dev.quintet.mail.MailBackendProvider;
import java.util.Set;

/// The back end of `smtp://user:password@host:587` and of `smtps://...`.
public final class SmtpProvider implements MailBackendProvider {

    /// For {@link java.util.ServiceLoader}.
    public SmtpProvider() {}

    @Override
    public Set<String> schemes() {
        return Set.of("smtp", "smtps");
    }

    @Override
    public MailBackend open(ServiceUrl url) {
        return SmtpBackend.of(url);
    }
}
