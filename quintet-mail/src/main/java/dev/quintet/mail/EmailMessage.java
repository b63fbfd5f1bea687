package dev.quintet.mail;

import dev.quintet.kernel.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A message: what it says, from whom and to whom. Django: `EmailMessage` and
/// `EmailMultiAlternatives`. Immutable and safe for many threads: each step gives another one.
///
/// ```java
/// EmailMessage.of("Your order", "It is on its way.")
///         .html("<p>It is <b>on its way</b>. <img src=\"cid:van\">")
///         .to("Ada Lovelace <ada@example.com>")
///         .attach(Attachment.of(Path.of("van.png")).inline("van"))
///         .send();
/// ```
///
/// What does not fit on the line of a header is refused when it is given: nobody who fills in a
/// form adds headers or recipients.
///
/// @param subject one line
/// @param text what a reader of plain text sees; empty where there is only HTML
/// @param html the same as HTML, or `null` where there is none
/// @param alternatives the same in still other types, such as an invitation in `text/calendar`
/// @param from who writes, or `null` for the mailer's sender
/// @param to to whom it is addressed
/// @param cc who may know
/// @param bcc who gets it unseen: no header names them
/// @param replyTo to whom answers go; empty for the sender
/// @param headers own headers, which win over those that are made, such as `From` or `Message-ID`
/// @param attachments the files that go with it
/// @param mailer the name of the mailer that carries it
public record EmailMessage(
        String subject,
        String text,
        @Nullable String html,
        List<Alternative> alternatives,
        @Nullable MailAddress from,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<MailAddress> bcc,
        List<MailAddress> replyTo,
        Map<String, String> headers,
        List<Attachment> attachments,
        String mailer) {

    /// The same content in another type.
    ///
    /// @param type media type, with parameters where it has some: `text/calendar; method=REQUEST`
    /// @param content as text
    public record Alternative(String type, String content) {

        /// Refuses what is no media type.
        public Alternative {
            if (!type.matches("[a-zA-Z0-9.+-]+/[a-zA-Z0-9.+-]+(; ?[a-zA-Z-]+=[a-zA-Z0-9-]+)*")) {
                throw HeaderText.bad(
                        "The type of an alternative is no media type.",
                        "One such as text/calendar was expected.");
            }
        }
    }

    /// Keeps copies.
    ///
    /// @throws BadHeaderException when the subject or a header is more than one line, or a header
    ///   is none that may be given
    public EmailMessage {
        HeaderText.line("The subject", subject);
        alternatives = List.copyOf(alternatives);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        replyTo = List.copyOf(replyTo);
        headers.forEach(EmailMessage::check);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        attachments = List.copyOf(attachments);
    }

    /// {@return a message of plain text that is addressed to nobody yet}
    public static EmailMessage of(String subject, String text) {
        return new EmailMessage(
                subject,
                text,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Mailers.DEFAULT);
    }

    /// {@return the message with another subject}
    public EmailMessage subject(String other) {
        return new EmailMessage(
                other,
                text,
                html,
                alternatives,
                from,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message with another text}
    public EmailMessage text(String other) {
        return new EmailMessage(
                subject,
                other,
                html,
                alternatives,
                from,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message with this HTML beside its text}
    public EmailMessage html(String other) {
        return new EmailMessage(
                subject,
                text,
                other,
                alternatives,
                from,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message with the same content in one more type}
    ///
    /// @param type such as `text/calendar; method=REQUEST`
    public EmailMessage alternative(String type, String content) {
        return new EmailMessage(
                subject,
                text,
                html,
                more(alternatives, List.of(new Alternative(type, content))),
                from,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message from another sender}
    public EmailMessage from(MailAddress other) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                other,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message from another sender: `ada@example.com` or `Ada <ada@example.com>`}
    public EmailMessage from(String other) {
        return from(MailAddress.parse(other));
    }

    /// {@return the message to these too, each `ada@example.com` or `Ada <ada@example.com>`}
    public EmailMessage to(String... more) {
        return to(parsed(more));
    }

    /// {@return the message to these too}
    public EmailMessage to(Collection<MailAddress> more) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                more(to, more),
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message with these knowing too}
    public EmailMessage cc(String... more) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                to,
                more(cc, parsed(more)),
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message to these too, whom no header names}
    public EmailMessage bcc(String... more) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                to,
                cc,
                more(bcc, parsed(more)),
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the message whose answers go to these}
    public EmailMessage replyTo(String... more) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                to,
                cc,
                bcc,
                more(replyTo, parsed(more)),
                headers,
                attachments,
                mailer);
    }

    /// {@return the message with a header of its own, in the place of one of this name}
    ///
    /// @param name such as `List-Unsubscribe`; not one that describes the content
    public EmailMessage header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                to,
                cc,
                bcc,
                replyTo,
                more,
                attachments,
                mailer);
    }

    /// {@return the value of an own header, however its name is written, or `null` where there is
    /// none}
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /// {@return the message with these files}
    public EmailMessage attach(Attachment... more) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                more(attachments, Arrays.asList(more)),
                mailer);
    }

    /// {@return the message with a file's content as it is now}
    ///
    /// @throws AttachmentException when it cannot be read
    public EmailMessage attach(Path file) {
        return attach(Attachment.of(file));
    }

    /// {@return the message, to be carried by another mailer}
    ///
    /// @param mailer its name, as in `MAILER_URL_NAME` with small letters
    public EmailMessage using(String mailer) {
        return new EmailMessage(
                subject,
                text,
                html,
                alternatives,
                from,
                to,
                cc,
                bcc,
                replyTo,
                headers,
                attachments,
                mailer);
    }

    /// {@return the addresses that it is delivered to: of `to`, `cc` and `bcc`, each once}
    public List<String> recipients() {
        var all = new LinkedHashSet<String>();
        Stream.of(to, cc, bcc).flatMap(List::stream).map(MailAddress::address).forEach(all::add);
        return List.copyOf(all);
    }

    /// Sends it by its mailer, now.
    ///
    /// @return whether it was sent: not when nobody is addressed
    /// @throws DeliveryException when the server is not reached or refuses it
    public boolean send() {
        return Mailers.current().get(mailer).send(this);
    }

    /// Sends it by its mailer after the running transaction was kept, and never when that is taken
    /// back; the caller does not wait for a server. What goes wrong then is logged.
    public void later() {
        Mailers.current().get(mailer).later(this);
    }

    /// {@return the message as it goes over the wire: MIME (RFC 2045), in ASCII, with CRLF}
    public byte[] bytes() {
        return new MimeText(this).bytes();
    }

    /// {@return the message as a person reads it on a console: headers and texts decoded, files
    /// named}
    public String readable() {
        return ReadableText.of(this);
    }

    private static void check(String name, String value) {
        boolean token =
                !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127 && c != ':');
        if (!token) {
            throw HeaderText.bad(
                    "A header has a name that is none.", "It is printed ASCII without a colon.");
        }
        HeaderText.line("The header " + name, value);
        String small = name.toLowerCase(Locale.ROOT);
        if (small.equals("bcc") || small.equals("mime-version") || small.startsWith("content-")) {
            throw new BadHeaderException(
                    Problem.of("mail.E003", "The header " + name + " cannot be given.")
                            .because(
                                    small.equals("bcc")
                                            ? "All recipients would read it."
                                            : "It says how the message is written.")
                            .fixedBy(
                                    small.equals("bcc")
                                            ? "Use bcc(...)."
                                            : "Use html(...), alternative(...) or attach(...)."));
        }
    }

    private static List<MailAddress> parsed(String... texts) {
        return Arrays.stream(texts).map(MailAddress::parse).toList();
    }

    private static <T> List<T> more(List<T> some, Collection<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public String toString() {
        return "EmailMessage[" + subject + ", to " + recipients() + "]";
    }
}
