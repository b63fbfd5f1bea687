package dev.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.quintet.kernel.storage.MemoryStorage;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages, written by us and read by Angus Mail.
class EmailMessageTest {

    @Test
    void saysWhatItIsAndToWhom() throws Exception {
        var message =
                read(
                        EmailMessage.of("Your order", "It is on its way.\nBye")
                                .from("Shop <shop@example.com>")
                                .to("Ada Lovelace <ada@example.com>", "bob@example.com")
                                .cc("carl@example.com")
                                .bcc("dora@example.com")
                                .replyTo("help@example.com")
                                .header("List-Unsubscribe", "<https://example.com/u>"));

        assertThat(message.getSubject()).isEqualTo("Your order");
        assertThat(message.getFrom())
                .extracting(Object::toString)
                .containsExactly("Shop <shop@example.com>");
        assertThat(message.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("Ada Lovelace <ada@example.com>", "bob@example.com");
        assertThat(message.getRecipients(Message.RecipientType.CC)).hasSize(1);
        assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(message.getReplyTo())
                .extracting(Object::toString)
                .containsExactly("help@example.com");
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://example.com/u>");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=\"utf-8\"");
        assertThat(text(message)).isEqualTo("It is on its way.\r\nBye");
    }

    @Test
    void keepsSubjectsAndNamesOfAllScripts() throws Exception {
        String subject = "Größe, 東京の天気予報は晴れのち曇り、ところにより一時雨でしょう 🎺 " + "é".repeat(100);
        var mail =
                EmailMessage.of(subject, "x")
                        .from("Jürgen \"JJ\" Müller <j@example.com>")
                        .to("Lovelace, Ada <ada@example.com>")
                        .to("山田 太郎 <taro@example.jp>", "ada@bücher.example");
        var message = read(mail);

        assertThat(message.getSubject()).isEqualTo(subject);
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal())
                .isEqualTo("Jürgen \"JJ\" Müller");
        assertThat(
                        Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                                .map(InternetAddress.class::cast)
                                .map(InternetAddress::getPersonal))
                .containsExactly("Lovelace, Ada", "山田 太郎", null);
        assertThat(mail.to().getLast().address()).isEqualTo("ada@xn--bcher-kva.example");
        assertThat(new String(mail.bytes(), StandardCharsets.ISO_8859_1).lines())
                .allMatch(line -> line.length() <= 78)
                .allMatch(line -> line.chars().allMatch(c -> c < 127));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a = b; trailing space \nnext\t\n",
                "Grüße\r\nund mehr\rund noch mehr",
                "東京の天気予報",
                "tall 🎺 and = signs =20",
                ".\n..\n.dots",
                ""
            })
    void bringsTextsAcrossAsTheyAre(String text) throws Exception {
        String lines = text.replaceAll("\r\n|\r|\n", "\r\n");

        assertThat(text(read(EmailMessage.of("s", text)))).isEqualTo(lines);
        assertThat(text(read(EmailMessage.of("s", text + "x".repeat(3_000)))))
                .isEqualTo(lines + "x".repeat(3_000));
    }

    @Test
    void putsHtmlBesideTheText() throws Exception {
        var body =
                multipart(
                        read(
                                EmailMessage.of("s", "Hello")
                                        .html("<p>Héllo")
                                        .alternative("text/calendar; method=REQUEST", "BEGIN")));

        assertThat(body.getContentType()).startsWith("multipart/alternative");
        assertThat(body.getCount()).isEqualTo(3);
        assertThat(text(body.getBodyPart(0))).isEqualTo("Hello");
        assertThat(text(body.getBodyPart(1))).isEqualTo("<p>Héllo");
        assertThat(body.getBodyPart(2).getContentType()).contains("text/calendar; method=REQUEST");
    }

    @Test
    void sendsHtmlAloneWhereThereIsNoText() throws Exception {
        var message = read(EmailMessage.of("s", "").html("<p>Only"));

        assertThat(message.getContentType()).startsWith("text/html");
        assertThat(text(message)).isEqualTo("<p>Only");
    }

    @Test
    void showsImagesInTheHtmlAndAttachesTheRest(@TempDir Path folder) throws Exception {
        Path invoice = Files.writeString(folder.resolve("invoice.csv"), "täglich;1\n");
        byte[] picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, '\r', '\n', (byte) 255};
        var storage = MemoryStorage.of(Clock.systemUTC(), null);
        storage.save(
                "deep/терms.txt", new ByteArrayInputStream("ok".getBytes(StandardCharsets.UTF_8)));
        var mixed =
                multipart(
                        read(
                                EmailMessage.of("s", "text")
                                        .html("<img src=\"cid:van\">")
                                        .attach(Attachment.of("van.png", picture).inline("van"))
                                        .attach(invoice)
                                        .attach(Attachment.of(storage, "deep/терms.txt"))));

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(3);
        Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
        Multipart related = (Multipart) alternative.getBodyPart(1).getContent();
        var image = (MimeBodyPart) related.getBodyPart(1);
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(image.getContentID()).isEqualTo("<van>");
        assertThat(image.getDisposition()).isEqualTo("inline");
        assertThat(image.getContentType()).startsWith("image/png");
        assertThat(bytes(image)).isEqualTo(picture);
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invoice.csv");
        assertThat(bytes(mixed.getBodyPart(1))).isEqualTo(Files.readAllBytes(invoice));
        assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("терms.txt");
        assertThat(text(mixed.getBodyPart(2))).isEqualTo("ok");
    }

    @Test
    void forwardsAnotherMessage() throws Exception {
        var inner = EmailMessage.of("Inner", "schön").to("a@example.com").html("<p>x");
        var mixed =
                multipart(read(EmailMessage.of("Outer", "see below").attach(Attachment.of(inner))));

        var forwarded = (MimeMessage) mixed.getBodyPart(1).getContent();
        assertThat(forwarded.getSubject()).isEqualTo("Inner");
        assertThat(text(((Multipart) forwarded.getContent()).getBodyPart(0))).isEqualTo("schön");
    }

    @Test
    void calledTextItIsNotWhatCannotBeReadAsText() throws Exception {
        var mixed =
                multipart(
                        read(
                                EmailMessage.of("s", "t")
                                        .attach(Attachment.of("a.txt", new byte[] {(byte) 0xff}))));

        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/octet-stream");
    }

    @Test
    void ownHeadersWinOverMadeOnes() throws Exception {
        var message =
                read(
                        EmailMessage.of("s", "t")
                                .from("bounces@example.com")
                                .to("list@example.com")
                                .header("From", "Zoë <zoe@example.com>")
                                .header("to", "all@example.com")
                                .header("X-Note", "Größe"));

        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Zoë");
        assertThat(message.getHeader("To")).containsExactly("all@example.com");
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(message.getHeader("X-Note")[0]))
                .isEqualTo("Größe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nBcc: x@example.com",
                "a\r\nX: y",
                "a\rb",
                "a\u0000b",
                "a\u2028b",
                "a\u0085b"
            })
    void refusesWhatWouldBeginAnotherHeader(String evil) {
        var message = EmailMessage.of("s", "t");

        assertThatThrownBy(() -> message.subject(evil)).isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.to(evil + "@example.com"))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.to(evil + " <a@example.com>"))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.from(new MailAddress(evil, "a@example.com")))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.cc(evil + "@example.com"))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.bcc(evil + "@example.com"))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.replyTo(evil + "@example.com"))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.header("X-Own", evil))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> message.header(evil, "x")).isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> Attachment.text(evil, "x")).isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> Attachment.of("a", evil, new byte[0]))
                .isInstanceOf(BadHeaderException.class);
        assertThatThrownBy(() -> Attachment.text("a", "x").inline(evil))
                .isInstanceOf(BadHeaderException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "a b@example.com",
                "a@b@example.com,c@d.e",
                "ada@ex ample.com",
                "ada@-.example",
                "Ada <ada@example.com> more",
                "<>",
                "jürgen@example.com",
                "a@example.com>, <b@example.com"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> EmailMessage.of("s", "t").to(text))
                .isInstanceOf(BadHeaderException.class)
                .hasMessageContaining("mail.E002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bcc", "MIME-Version", "content-type", "Content-Transfer-Encoding"})
    void refusesHeadersThatAreNotForTheWriter(String name) {
        assertThatThrownBy(() -> EmailMessage.of("s", "t").header(name, "x"))
                .isInstanceOf(BadHeaderException.class)
                .hasMessageContaining("mail.E003");
    }

    @Test
    void readsListsOfAddresses() {
        assertThat(
                        MailAddress.parseList(
                                "a@example.com, \"B, C\" <b@example.com>,, D <d@example.com>"))
                .extracting(MailAddress::name, MailAddress::address)
                .containsExactly(
                        tuple(null, "a@example.com"),
                        tuple("B, C", "b@example.com"),
                        tuple("D", "d@example.com"));
    }

    @Test
    void deliversToEachAddressOnce() {
        assertThat(
                        EmailMessage.of("s", "t")
                                .to("a@example.com")
                                .cc("A <a@example.com>")
                                .bcc("b@example.com")
                                .recipients())
                .containsExactly("a@example.com", "b@example.com");
    }

    @Test
    void anUnreadableFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Attachment.of(folder.resolve("none.pdf")))
                .isInstanceOf(AttachmentException.class)
                .hasMessageContaining("none.pdf");
    }

    @Test
    void givesTheSameBytesEachTime() {
        var message = EmailMessage.of("s", "t").html("<p>").attach(Attachment.text("a.txt", "x"));

        assertThat(message.bytes()).isEqualTo(message.bytes());
        assertThat(message)
                .isEqualTo(
                        EmailMessage.of("s", "t")
                                .html("<p>")
                                .attach(Attachment.text("a.txt", "x")));
    }

    private static MimeMessage read(EmailMessage message) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(message.bytes()));
    }

    private static Multipart multipart(MimeMessage message) throws Exception {
        return (Multipart) message.getContent();
    }

    private static String text(Part part) throws Exception {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Part part) throws Exception {
        InputStream content =
                part instanceof BodyPart body ? body.getInputStream() : part.getInputStream();
        return content.readAllBytes();
    }
}
