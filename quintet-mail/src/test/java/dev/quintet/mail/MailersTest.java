package dev.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.AfterCommit;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsException;
import dev.quintet.kernel.settings.SettingsSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailersTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    private final Outbox outbox = new Outbox();

    @Test
    void fillsInSenderDateAndId() {
        in(
                site("MAILER_URL=memory:", "DEFAULT_FROM_EMAIL=Shop <shop@example.com>"),
                () -> {
                    assertThat(EmailMessage.of("Hi", "there").to("ada@example.com").send())
                            .isTrue();

                    var sent = outbox.messages().getFirst();
                    assertThat(sent.from()).isEqualTo(new MailAddress("Shop", "shop@example.com"));
                    assertThat(sent.header("Date")).isEqualTo("Sat, 31 Jan 2026 12:00:00 +0000");
                    assertThat(sent.header("Message-ID")).matches("<[0-9a-f-]{36}@example.com>");
                });
    }

    @Test
    void givesEachMessageItsOwnId() {
        in(
                site("MAILER_URL=memory:"),
                () -> {
                    var message = EmailMessage.of("Hi", "there").to("ada@example.com");
                    message.send();
                    message.send();

                    assertThat(outbox.messages())
                            .extracting(each -> each.header("Message-ID"))
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void keepsTheHeadersThatAMessageBrings() {
        in(
                site("MAILER_URL=memory:"),
                () -> {
                    EmailMessage.of("Hi", "there")
                            .to("ada@example.com")
                            .header("message-id", "<mine@example.com>")
                            .header("Date", "Fri, 01 Jan 2016 00:00:00 +0000")
                            .send();

                    assertThat(
                                    new String(
                                            outbox.messages().getFirst().bytes(),
                                            StandardCharsets.UTF_8))
                            .contains("message-id: <mine@example.com>\r\n")
                            .contains("Date: Fri, 01 Jan 2016 00:00:00 +0000\r\n")
                            .doesNotContain("Message-ID:");
                });
    }

    @Test
    void sendsNothingToNobody() {
        in(
                site("MAILER_URL=memory:"),
                () -> {
                    assertThat(EmailMessage.of("Hi", "there").send()).isFalse();
                    EmailMessage.of("Hi", "there").later();
                    assertThat(Mail.mailAdmins("Hi", "there")).isFalse();

                    assertThat(outbox.messages()).isEmpty();
                });
    }

    @Test
    void hasSeveralMailersEachWithItsSender() {
        in(
                site(
                        "MAILER_URL=dummy:",
                        "MAILER_URL_BULK=memory:?from=News%20<news@example.com>",
                        "DEFAULT_FROM_EMAIL=shop@example.com"),
                () -> {
                    var message = EmailMessage.of("Hi", "there").to("ada@example.com");
                    message.send();
                    message.using("bulk").send();

                    assertThat(outbox.messages())
                            .extracting(EmailMessage::from, EmailMessage::mailer)
                            .containsExactly(
                                    tuple(new MailAddress("News", "news@example.com"), "bulk"));
                });
    }

    @Test
    void namesTheNearestMailer() {
        in(
                site("MAILER_URL_BULK=memory:"),
                () ->
                        assertThatThrownBy(() -> Mailers.current().get("bulb"))
                                .isInstanceOf(MailerException.class)
                                .hasMessageContaining("mail.E005")
                                .hasMessageContaining("Did you mean 'bulk'?"));
    }

    @Test
    void writesToAdminsAndManagers() {
        in(
                site(
                        "MAILER_URL=memory:",
                        "SERVER_EMAIL=root@example.com",
                        "EMAIL_SUBJECT_PREFIX=[Shop] ",
                        "ADMINS=Ada <ada@example.com>, bob@example.com",
                        "MANAGERS=mia@example.com"),
                () -> {
                    Mail.mailAdmins("Down", "It is down.");
                    Mail.toManagers("Links", "Some are broken.").html("<p>Some").send();

                    assertThat(outbox.messages())
                            .extracting(
                                    EmailMessage::subject,
                                    message -> String.valueOf(message.from()),
                                    EmailMessage::recipients)
                            .containsExactly(
                                    tuple(
                                            "[Shop] Down",
                                            "root@example.com",
                                            List.of("ada@example.com", "bob@example.com")),
                                    tuple(
                                            "[Shop] Links",
                                            "root@example.com",
                                            List.of("mia@example.com")));
                });
    }

    @Test
    void sendsLaterOnlyWhatWasCommitted() {
        var waiting = new ArrayList<Runnable>();
        Context site = site("MAILER_URL=memory:").with(AfterCommit.KEY, waiting::add);
        in(
                site,
                () -> {
                    EmailMessage.of("Hi", "there").to("ada@example.com").later();
                    assertThat(outbox.messages()).isEmpty();

                    waiting.forEach(Runnable::run);
                    assertThat(outbox.messages()).hasSize(1);
                });
    }

    @Test
    void sendsAtOnceWhereThereIsNoTransaction() {
        in(
                site("MAILER_URL=memory:"),
                () -> {
                    EmailMessage.of("Hi", "there").to("ada@example.com").later();

                    assertThat(outbox.messages()).hasSize(1);
                });
    }

    @Test
    void tellsWhatWasSent() {
        var heard = new ArrayList<String>();
        in(
                site("MAILER_URL=dummy:"),
                () -> {
                    try (var _ = Mailer.SENT.connect(message -> heard.add(message.subject()))) {
                        Mail.sendMail("Hi", "there", "bob@example.com", "ada@example.com");
                    }
                });

        assertThat(heard).containsExactly("Hi");
    }

    @Test
    void writesFilesThatMailProgramsOpen(@TempDir Path folder) throws Exception {
        Path mails = folder.resolve("new/mails");
        in(
                site("MAILER_URL=file:" + mails),
                () ->
                        Mail.sendMassMail(
                                List.of(
                                        EmailMessage.of("1", "x").to("a@example.com"),
                                        EmailMessage.of("2", "x").to("a@example.com"))));

        try (var files = Files.list(mails)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> {
                        assertThat(file.toString()).endsWith(".eml");
                        assertThat(Files.readString(file)).contains("\r\nMIME-Version: 1.0\r\n");
                    });
        }
    }

    @Test
    void namesAFolderThatTakesNothing(@TempDir Path folder) throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        in(
                site("MAILER_URL=file:" + taken),
                () -> {
                    var message = EmailMessage.of("1", "x").to("a@example.com");
                    assertThatThrownBy(message::send)
                            .isInstanceOf(DeliveryException.class)
                            .hasMessageContaining("mail.E007");
                    assertThat(Mailers.current().get().failSilently().send(message)).isFalse();
                });
    }

    @Test
    void showsPeopleWhatItSays() {
        String shown =
                EmailMessage.of("Größe", "Reset: https://example.com/?a=b\u001b[2J")
                        .from("Zoë <z@example.com>")
                        .to("ada@example.com")
                        .html("<p>x")
                        .attach(Attachment.text("a.txt", "1234"))
                        .readable();

        assertThat(shown)
                .isEqualTo(
                        """
                        From: Zoë <z@example.com>
                        To: ada@example.com
                        Subject: Größe

                        Reset: https://example.com/?a=b?[2J

                        --- text/html
                        <p>x

                        [attached: a.txt (text/plain, 4 bytes)]
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carrier-pigeon://user:s3cret@host",
                "smtp:",
                "smtp://user:s3cret@host?tls=maybe",
                "smtp://user:s3cret@host?timeout=soon",
                "smtp://user:s3cret@host?colour=red",
                "smtp://user:s3cret@one,two",
                "file:"
            })
    void refusesUrlsThatNameNoMailer(String url) {
        assertThatThrownBy(() -> site("MAILER_URL=" + url))
                .isInstanceOf(MailerException.class)
                .hasMessageContaining("mail.E004")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesSettingsThatAreNoAddresses() {
        assertThatThrownBy(() -> site("ADMINS=Ada"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'Ada' is no e-mail address.");
    }

    @Test
    void warnsBeforeADeploymentWhoseMailNobodyGets() {
        assertThat(new MailChecks().run(site("MAILER_URL=console:")))
                .extracting(message -> message.id())
                .containsExactly("mail.W001", "mail.W002");
        assertThat(
                        new MailChecks()
                                .run(
                                        site(
                                                "MAILER_URL=smtp://localhost",
                                                "DEFAULT_FROM_EMAIL=a@example.com")))
                .isEmpty();
    }

    @Test
    void keepsTheNewestOfVeryMany() {
        in(
                site("MAILER_URL=memory:"),
                () -> {
                    for (int i = 0; i < 10_001; i++) {
                        EmailMessage.of("no. " + i, "x").to("a@example.com").send();
                    }

                    assertThat(outbox.messages()).hasSize(10_000);
                    assertThat(outbox.messages().getLast().subject()).isEqualTo("no. 10000");
                });
    }

    @Test
    void theInProcessQueueSendsWhatIsPutIntoIt() {
        var sent = new ArrayList<String>();
        try (var queue =
                new Background(
                        batch -> batch.forEach(message -> sent.add(message.subject())),
                        Duration.ofSeconds(30))) {
            for (int i = 0; i < 50; i++) {
                queue.add(EmailMessage.of("no. " + i, "x"));
            }
        }

        assertThat(sent).hasSize(50).startsWith("no. 0").endsWith("no. 49");
    }

    @Test
    void theInProcessQueueGoesOnAfterAFailure() {
        var sent = new ArrayList<String>();
        var queue =
                new Background(
                        batch -> {
                            sent.add(batch.iterator().next().subject());
                            throw new DeliveryException(Problem.of("mail.E009", "no"), null);
                        },
                        Duration.ofSeconds(30));
        queue.add(EmailMessage.of("first", "x"));
        queue.close();
        queue.add(EmailMessage.of("second", "x"));
        queue.close();

        assertThat(sent).containsExactly("first", "second");
    }

    private Context site(String... flags) {
        return siteOf(outbox, flags);
    }

    static Context siteOf(Outbox outbox, String... flags) {
        var settings = new Settings();
        new SettingsSources(Path.of("none"), Map.of(), List.of(flags)).readInto(settings);
        Context base = Context.of(settings.freeze(), Apps.load(List.of()), CLOCK);
        return base.with(Mailers.KEY, Mailers.of(settings, outbox, CLOCK));
    }

    private static void in(Context site, Runnable action) {
        site.run(action);
    }
}
