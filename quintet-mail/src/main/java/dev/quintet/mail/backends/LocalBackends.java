package dev.quintet.mail.backends;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.mail.MailBackend;
import dev.quintet.mail.MailBackendProvider;
import dev.quintet.mail.MailConnection;
import java.nio.file.Path;
import java.util.Set;

/// The back ends that reach no other machine: `console:`, `file:FOLDER` and `dummy:`.
public final class LocalBackends implements MailBackendProvider {

    /// For {@link java.util.ServiceLoader}.
    public LocalBackends() {}

    @Override
    public Set<String> schemes() {
        return Set.of("console", "dummy", "file");
    }

    @Override
    public MailBackend open(ServiceUrl url) {
        return switch (url.scheme()) {
            case "console" -> Console::new;
            case "dummy" -> LocalBackends::nowhere;
            default -> folder(url);
        };
    }

    private static MailBackend folder(ServiceUrl url) {
        if (url.path().isEmpty() || !url.hosts().isEmpty()) {
            throw new IllegalArgumentException(
                    "A folder was expected, such as file:mails or file:/srv/mails.");
        }
        Path folder = Path.of(url.path());
        return () -> new Folder(folder);
    }

    private static MailConnection nowhere() {
        return new MailConnection() {
            @Override
            public void send(dev.quintet.mail.EmailMessage message) {
                message.bytes(); // what cannot be written fails here as it does in earnest
            }

            @Override
            public void close() {}
        };
    }
}
