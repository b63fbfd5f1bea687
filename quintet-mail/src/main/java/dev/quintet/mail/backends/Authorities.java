package dev.quintet.mail.backends;

import dev.quintet.kernel.error.Problem;
import dev.quintet.mail.DeliveryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Trusts the certificates of a file and no others: for a mail server with an authority of one's
/// own.
final class Authorities {

    private Authorities() {}

    /// @param file certificates in PEM
    /// @throws DeliveryException when it holds none
    static SSLSocketFactory trusting(String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca" + number++, each);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException failed) {
            throw new DeliveryException(
                    Problem.of(
                                    "mail.E012",
                                    "The file '" + file + "' holds no certificates to trust.")
                            .because(failed.getClass().getSimpleName() + ".")
                            .fixedBy("Name a readable file in PEM in the option ca of MAILER_URL."),
                    failed);
        }
    }
}
