package dev.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.context.Context;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// Messages, sent to a server of this machine.
class SmtpTest {

    private static final String PASSWORD = "p@ss/w:rd?&=%41 ü";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<SMTPServer> servers = new ArrayList<>();

    private record Received(String from, List<String> to, byte[] data) {
        MimeMessage message() throws Exception {
            return new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(data));
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(SMTPServer::stop);
    }

    @Test
    void deliversAMessageWithAllThatItHas() throws Exception {
        int port = start(server());

        site("smtp://localhost:" + port)
                .run(() ->
                        EmailMessage.of("Größe 🎺", "Grüße\n.\nEnde")
                                .html("<img src='cid:dot'>")
                                .from("Zoë <zoe@example.com>")
                                .to("Ada Löwe <ada@example.com>")
                                .cc("carl@example.com")
                                .bcc("dora@example.com")
                                .attach(Attachment.of("dot.png", new byte[] {1, 2}).inline("dot"))
                                .attach(Attachment.text("täglich.csv", "a;b"))
                                .send());

        var one = received.getFirst();
        var message = one.message();
        assertThat(one.from).isEqualTo("zoe@example.com");
        assertThat(one.to)
                .containsExactly("ada@example.com", "carl@example.com", "dora@example.com");
        assertThat(message.getSubject()).isEqualTo("Größe 🎺");
        assertThat(new String(one.data, StandardCharsets.UTF_8)).doesNotContain("dora");
        var mixed = (Multipart) message.getContent();
        var alternative = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(
                        new String(
                                alternative.getBodyPart(0).getInputStream().readAllBytes(),
                                StandardCharsets.UTF_8))
                .isEqualTo("Grüße\r\n.\r\nEnde");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("täglich.csv");
    }

    @Test
    void sendsAThousandOverOneConnection() throws Exception {
        int port = start(server());
        List<EmailMessage> all =
                IntStream.range(0, 1_000)
                        .mapToObj(
                                i -> EmailMessage.of("no. " + i, "x").to("a" + i + "@example.com"))
                        .toList();

        int sent = site("smtp://localhost:" + port).call(() -> Mail.sendMassMail(all));

        assertThat(sent).isEqualTo(1_000);
        assertThat(received).hasSize(1_000);
        assertThat(connections).hasValue(1);
    }

    @Test
    void logsInWithAPasswordOfAnyCharacters() throws Exception {
        int port = start(guarded(server()));
        String encoded =
                java.net.URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");

        sendBy("smtp://ada:" + encoded + "@localhost:" + port);

        assertThat(received).hasSize(1);
    }

    @Test
    void saysThatTheLoginIsRefusedAndNotWhatItWas() throws Exception {
        int port = start(guarded(server()));

        assertThatThrownBy(() -> sendBy("smtp://ada:wr0ng@localhost:" + port))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("mail.E008")
                .hasMessageNotContaining("wr0ng")
                .hasMessageNotContaining(
                        Base64.getEncoder()
                                .encodeToString("wr0ng".getBytes(StandardCharsets.UTF_8)))
                .hasNoCause();
        assertThat(received).isEmpty();
    }

    @Test
    void encryptsByStartTls(@TempDir Path folder) throws Exception {
        Keys keys = keys(folder);
        int port =
                start(
                        guarded(server())
                                .enableTLS()
                                .requireTLS()
                                .startTlsSocketFactory(keys.context));

        sendBy(
                "smtp://ada:"
                        + java.net.URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                        + "@localhost:"
                        + port
                        + "?tls=required&ca="
                        + keys.pem);

        assertThat(received).hasSize(1);
    }

    @Test
    void encryptsFromTheFirstByte(@TempDir Path folder) throws Exception {
        Keys keys = keys(folder);
        int port = start(server().serverSocketFactory(keys.context));

        sendBy("smtps://localhost:" + port + "?ca=" + keys.pem);

        assertThat(received).hasSize(1);
    }

    @Test
    void sendsNothingWhereEncryptionIsRequiredAndNotThere() throws Exception {
        int port = start(server());

        assertThatThrownBy(() -> sendBy("smtp://localhost:" + port + "?tls=required"))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("mail.E009");
        assertThat(received).isEmpty();
    }

    @Test
    void sendsNothingToAServerThatNobodyVouchesFor(@TempDir Path folder) throws Exception {
        Keys keys = keys(folder);
        int port = start(server().serverSocketFactory(keys.context));

        assertThatThrownBy(() -> sendBy("smtps://localhost:" + port))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("mail.E009");
        assertThatThrownBy(() -> sendBy("smtps://127.0.0.1:" + port + "?ca=" + keys.pem))
                .as("the certificate is for another name")
                .isInstanceOf(DeliveryException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void namesTheRecipientThatIsRefusedAndSendsToNobody() throws Exception {
        int port = start(server());

        assertThatThrownBy(() ->
                        site("smtp://localhost:" + port)
                                .run(() ->
                                        EmailMessage.of("s", "t")
                                                .to("ada@example.com", "nobody@example.com")
                                                .send()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("mail.E011")
                .hasMessageContaining("nobody@example.com")
                .hasMessageContaining("no such user");
        assertThat(received).isEmpty();
    }

    @Test
    void saysHowManyWentBeforeTheOneThatFailed() throws Exception {
        int port = start(server());
        List<EmailMessage> three =
                List.of(
                        EmailMessage.of("1", "t").to("ada@example.com"),
                        EmailMessage.of("2", "t").to("nobody@example.com"),
                        EmailMessage.of("3", "t").to("ada@example.com"));
        Context site = site("smtp://localhost:" + port);

        assertThatThrownBy(() -> site.call(() -> Mail.sendMassMail(three)))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("1 of 3 messages were sent before it.");
        int silently = site.call(() -> Mailers.current().get().failSilently().send(three));

        assertThat(silently).isEqualTo(2);
        assertThat(received).hasSize(3);
    }

    @Test
    void saysThatTheServerIsNotThere() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThatThrownBy(() -> sendBy("smtp://localhost:" + free))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("mail.E009")
                .hasMessageContaining("localhost:" + free);
        assertThat(
                        site("smtp://localhost:" + free)
                                .<Boolean, RuntimeException>call(() ->
                                        Mailers.current()
                                                .get()
                                                .failSilently()
                                                .send(
                                                        EmailMessage.of("s", "t")
                                                                .to("a@example.com"))))
                .isFalse();
    }

    @Test
    void waitsNoLongerThanItsTimeout() throws Exception {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> sendBy("smtp://127.0.0.1:" + mute.getLocalPort() + "?timeout=1"))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("mail.E009")
                    .hasMessageContaining("SocketTimeoutException");
        }
    }

    @Test
    void goesOnWhereTheServerTakesOnlySoManyOverOneConnection() throws Exception {
        var taken = new AtomicInteger();
        int port =
                start(
                        server(() -> {
                            if (taken.incrementAndGet() == 3) {
                                throw new RejectException(421, "enough for now");
                            }
                        }));
        List<EmailMessage> five =
                IntStream.range(0, 5)
                        .mapToObj(i -> EmailMessage.of("no. " + i, "x").to("a@example.com"))
                        .toList();

        site("smtp://localhost:" + port).run(() -> Mail.sendMassMail(five));

        assertThat(received).hasSize(5);
        assertThat(connections).hasValue(2);
    }

    @Test
    void sendsLaterInTheBackground() throws Exception {
        int port = start(server());
        Context site = site("smtp://localhost:" + port);

        site.run(() -> {
            for (int i = 0; i < 20; i++) {
                EmailMessage.of("no. " + i, "x").to("a@example.com").later();
            }
            Mailers.current().close();
        });

        assertThat(received).hasSize(20);
    }

    private void sendBy(String url) {
        site(url).run(() -> EmailMessage.of("s", "t").to("ada@example.com").send());
    }

    private static Context site(String url) {
        return MailersTest.siteOf(new Outbox(), "MAILER_URL=" + url);
    }

    private SMTPServer.Builder server() {
        return server(() -> {});
    }

    private interface Taking {
        void check() throws RejectException;
    }

    private SMTPServer.Builder server(Taking taking) {
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxConnections(20)
                .sessionHandler(
                        new org.subethamail.smtp.server.SessionHandler() {
                            @Override
                            public SessionAcceptance accept(
                                    org.subethamail.smtp.server.Session session) {
                                connections.incrementAndGet();
                                return SessionAcceptance.success();
                            }

                            @Override
                            public void onSessionEnd(org.subethamail.smtp.server.Session session) {}
                        })
                .messageHandlerFactory(context -> new Taker(context, taking));
    }

    private final class Taker implements MessageHandler {
        private final Taking taking;
        private final List<String> to = new ArrayList<>();
        private String from = "";

        Taker(MessageContext context, Taking taking) {
            this.taking = taking;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("nobody")) {
                throw new RejectException(550, "no such user");
            }
            to.add(recipient);
        }

        @Override
        public String data(java.io.InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            taking.check();
            received.add(new Received(from, List.copyOf(to), bytes));
            return null;
        }

        @Override
        public void done() {}
    }

    private static SMTPServer.Builder guarded(SMTPServer.Builder server) {
        return server.requireAuth()
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((user, password, context) -> {
                            if (!user.equals("ada") || !password.equals(PASSWORD)) {
                                throw new LoginFailedException("no: " + password);
                            }
                        }));
    }

    private int start(SMTPServer.Builder builder) {
        SMTPServer server = builder.build();
        server.start();
        servers.add(server);
        return server.getPortAllocated();
    }

    private record Keys(SSLContext context, Path pem) {}

    /// A certificate for `localhost`, made by the JDK's own tool.
    private static Keys keys(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int exit =
                new ProcessBuilder(
                                tool.toString(),
                                "-genkeypair",
                                "-alias",
                                "mail",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(exit).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        Certificate certificate = keys.getCertificate("mail");
        Path pem =
                Files.writeString(
                        folder.resolve("ca.pem"),
                        "-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder(
                                                64, "\n".getBytes(StandardCharsets.US_ASCII))
                                        .encodeToString(certificate.getEncoded())
                                + "\n-----END CERTIFICATE-----\n");
        return new Keys(context, pem);
    }
}
