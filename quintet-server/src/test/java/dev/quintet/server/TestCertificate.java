package dev.quintet.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// A certificate that vouches for itself, made by the JDK's own keytool.
record TestCertificate(Path store, String password) {

    static TestCertificate make(Path folder, String name, String... more)
            throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        Files.deleteIfExists(store);
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "site",
                                "-dname",
                                "CN=" + name,
                                "-validity",
                                "10",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "secret",
                                "-keystore",
                                store.toString()));
        command.addAll(more.length == 0 ? List.of("-keyalg", "EC") : List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        return new TestCertificate(store, "secret");
    }

    /// Writes the certificate and the key as PEM.
    void writePem(Path certificate, Path key) throws IOException, GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance(store.toFile(), password.toCharArray());
        Files.writeString(key, pem("PRIVATE KEY", key(opened)));
        Files.writeString(
                certificate, pem("CERTIFICATE", opened.getCertificate("site").getEncoded()));
    }

    private byte[] key(KeyStore opened) throws GeneralSecurityException {
        return opened.getKey("site", password.toCharArray()).getEncoded();
    }

    static String pem(String name, byte[] der) {
        return "-----BEGIN "
                + name
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END "
                + name
                + "-----\n";
    }

    /// {@return a context that believes anybody, for clients of tests}
    static SSLContext believing() throws GeneralSecurityException {
        var all =
                new X509TrustManager() {
                    @Override
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}

                    @Override
                    public void checkServerTrusted(X509Certificate[] chain, String type) {}

                    @Override
                    public X509Certificate[] getAcceptedIssuers() {
                        return new X509Certificate[0];
                    }
                };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {all}, null);
        return context;
    }
}
