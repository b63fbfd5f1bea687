package dev.quintet.server;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Reads the files of a certificate, and reads them again when they change: a renewed certificate
/// is served from the next connection on, without a restart. Files that cannot be read leave the
/// old certificate in place.
final class TlsFiles extends AbstractLifeCycle {

    private static final System.Logger LOG = Loggers.named("quintet.server");
    private static final long LOOK_MILLIS = 2_000;

    /// Guards the store in memory, which never leaves this process.
    private static final String INNER = "quintet";

    private final Tls tls;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("http-tls", true);
    private List<FileTime> seen;
    private volatile Scheduler.@Nullable Task task;

    /// Reads the files.
    ///
    /// @throws ListenException when they are no certificate and key
    TlsFiles(Tls tls) {
        this.tls = tls;
        context.setCipherComparator(HTTP2Cipher.COMPARATOR);
        context.setUseCipherSuitesOrder(true);
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        try {
            this.seen = times();
            use(context, store());
        } catch (IOException | GeneralSecurityException wrong) {
            throw new ListenException(
                    Problem.of(
                                    "server.E005",
                                    "The certificate " + tls.certificate() + " cannot be used.")
                            .because(reason(wrong))
                            .fixedBy(
                                    "Set HTTP_TLS_CERTIFICATE and HTTP_TLS_KEY to files in PEM that"
                                            + " belong together, or the former to a .p12 store."),
                    wrong);
        }
    }

    SslContextFactory.Server context() {
        return context;
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        schedule();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task last = task;
        if (last != null) {
            last.cancel();
        }
        scheduler.stop();
    }

    private void schedule() {
        task = scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            List<FileTime> now = times();
            if (!now.equals(seen)) {
                KeyStore store = store();
                context.reload(factory -> use((SslContextFactory.Server) factory, store));
                seen = now;
                LOG.log(System.Logger.Level.INFO, "The certificate was read anew");
            }
        } catch (Exception notYet) {
            // Half written, perhaps: the next look sees the rest.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The certificate changed and cannot be used, the old one stays: "
                            + reason(notYet));
        }
        if (isRunning() || isStarting()) {
            schedule();
        }
    }

    private static void use(SslContextFactory.Server factory, KeyStore store) {
        factory.setKeyStore(store);
        factory.setKeyStorePassword(INNER);
        factory.setKeyManagerPassword(INNER);
    }

    private List<FileTime> times() throws IOException {
        var times = new ArrayList<FileTime>();
        times.add(Files.getLastModifiedTime(tls.certificate()));
        if (tls.key() != null) {
            times.add(Files.getLastModifiedTime(tls.key()));
        }
        return times;
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        Path file = tls.certificate();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            copy(file, store);
        } else {
            Path key = tls.key() == null ? file : tls.key();
            List<Certificate> chain = PemFiles.certificates(file);
            var secret = PemFiles.key(key, tls.password());
            refuseStrangers(chain.getFirst(), secret);
            store.setKeyEntry(
                    "site", secret, INNER.toCharArray(), chain.toArray(Certificate[]::new));
        }
        return store;
    }

    /// A key that does not fit its certificate would fail each handshake, with a riddle.
    private static void refuseStrangers(Certificate certificate, java.security.PrivateKey key)
            throws GeneralSecurityException {
        String algorithm = key.getAlgorithm();
        var signer =
                java.security.Signature.getInstance(
                        switch (algorithm) {
                            case "RSA" -> "SHA256withRSA";
                            case "EC" -> "SHA256withECDSA";
                            default -> algorithm;
                        });
        signer.initSign(key);
        signer.update(new byte[] {1, 2, 3});
        byte[] signature = signer.sign();
        try {
            signer.initVerify(certificate.getPublicKey());
            signer.update(new byte[] {1, 2, 3});
            if (signer.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException another) {
            // Of another kind even.
        }
        throw new GeneralSecurityException("The private key does not belong to the certificate");
    }

    private void copy(Path file, KeyStore into) throws IOException, GeneralSecurityException {
        KeyStore from = KeyStore.getInstance("PKCS12");
        char[] password = tls.password().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            from.load(in, password);
        }
        boolean any = false;
        for (String alias : java.util.Collections.list(from.aliases())) {
            if (from.isKeyEntry(alias)) {
                into.setKeyEntry(
                        alias,
                        java.util.Objects.requireNonNull(from.getKey(alias, password)),
                        INNER.toCharArray(),
                        from.getCertificateChain(alias));
                any = true;
            }
        }
        if (!any) {
            throw new GeneralSecurityException("There is no private key in " + file);
        }
    }

    private static String reason(Exception wrong) {
        return wrong instanceof java.nio.file.NoSuchFileException missing
                ? "There is no file " + missing.getMessage() + "."
                : wrong.getMessage() + ".";
    }
}
