package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates that a server on this machine has, by TLS.
class TemplateFromAddressTest {

    private static final char[] PASSWORD = "of this test alone".toCharArray();
    private static final Context BARE =
            Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC());

    @TempDir private Path folder;
    private SSLSocketFactory usual;
    private HttpsServer server;

    @BeforeEach
    void begin() throws Exception {
        SSLContext trusted = ofThisMachine();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusted));
        server.createContext("/ours/main.zip", exchange -> answer(exchange, 200, template()));
        server.createContext("/page.html", exchange -> answer(exchange, 200, "no zip".getBytes()));
        server.createContext("/", exchange -> answer(exchange, 404, new byte[0]));
        server.start();
        usual = HttpsURLConnection.getDefaultSSLSocketFactory();
        HttpsURLConnection.setDefaultSSLSocketFactory(trusted.getSocketFactory());
    }

    @AfterEach
    void end() {
        HttpsURLConnection.setDefaultSSLSocketFactory(usual);
        server.stop(0);
    }

    @Test
    void isFetchedAndFilledIn() throws IOException {
        start(address("/ours/main.zip"));

        assertThat(folder.resolve("shop/README.md")).hasContent("Read me, Record Shop");
        assertThat(folder.resolve("shop/src/record_shop/RecordShop.java"))
                .hasContent("package record_shop;");
    }

    @Test
    void saysWhatTheServerAnswers() {
        assertRefused(address("/nothing.zip"), "The server answers 404.");
        assertRefused(address("/page.html"), "It is no zip, or an empty one.");
    }

    @Test
    void comesFromServersAloneThatProveWhoTheyAre() {
        HttpsURLConnection.setDefaultSSLSocketFactory(usual);

        assertRefused(address("/ours/main.zip"), "It cannot be fetched: ");
    }

    @Test
    void saysThatNobodyIsThere() {
        String address = address("/ours/main.zip");
        server.stop(0);

        assertRefused(address, "It cannot be fetched: ");
    }

    private void assertRefused(String address, String why) {
        assertThatThrownBy(() -> start(address))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("[dev.E011]")
                .hasMessageContaining(why);
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    private void start(String address) {
        Commands.call(
                BARE,
                "startproject",
                "record_shop",
                folder.resolve("shop").toString(),
                "--template",
                address);
    }

    private String address(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    private static byte[] template() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "ours-main/README.md-tpl", "Read me, @title@");
            add(zip, "ours-main/src/@package@/@Name@.java-tpl", "package @package@;");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// TLS with a certificate for `localhost` that nobody else trusts.
    private SSLContext ofThisMachine() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
