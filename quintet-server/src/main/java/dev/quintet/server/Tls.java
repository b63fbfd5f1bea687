package dev.quintet.server;

import dev.quintet.kernel.settings.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where TLS is spoken, and as whom.
///
/// @param certificate a file in PEM with the certificate and those that vouch for it, or a PKCS12
///   store (`.p12`, `.pfx`) with the key as well
/// @param key a file in PEM with the private key; `null` where the certificate's file has it too
/// @param password of the store, or of an encrypted key; empty for none
/// @param port the port, or 0 for a free one
/// @param redirects whether the port without TLS sends visitors to this one
public record Tls(
        Path certificate, @Nullable Path key, String password, int port, boolean redirects) {

    static @Nullable Tls of(Settings settings) {
        String certificate = settings.get(ServerSettings.HTTP_TLS_CERTIFICATE);
        if (certificate.isEmpty()) {
            return null;
        }
        String key = settings.get(ServerSettings.HTTP_TLS_KEY);
        return new Tls(
                Path.of(certificate),
                key.isEmpty() ? null : Path.of(key),
                settings.get(ServerSettings.HTTP_TLS_PASSWORD),
                settings.get(ServerSettings.HTTP_TLS_PORT),
                settings.get(ServerSettings.HTTP_TLS_REDIRECT));
    }

    /// Tells everything but the password.
    @Override
    public String toString() {
        return "Tls[" + certificate + ", " + key + ", port " + port + "]";
    }
}
