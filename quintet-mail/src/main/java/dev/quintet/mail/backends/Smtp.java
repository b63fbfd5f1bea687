package dev.quintet.mail.backends;

import dev.quintet.kernel.error.Problem;
import dev.quintet.mail.DeliveryException;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.MailAddress;
import dev.quintet.mail.MailConnection;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSSLTransport;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// A connection to a mail server by Angus Mail. Belongs to one thread at a time.
final class Smtp implements MailConnection {

    /// "Closing transmission channel": the server took nothing of what it was just sent.
    private static final int CLOSING = 421;

    private final SmtpBackend server;
    private final Session session;
    private SMTPTransport transport;

    private Smtp(SmtpBackend server, Session session, SMTPTransport transport) {
        this.server = server;
        this.session = session;
        this.transport = transport;
    }

    /// @throws DeliveryException when the server is not reached, or refuses the login
    static Smtp connect(SmtpBackend server) {
        boolean ssl = server.encryption() == SmtpBackend.Encryption.ALWAYS;
        String protocol = ssl ? "smtps" : "smtp";
        Properties told = server.properties(protocol);
        if (server.ca() != null) {
            told.put("mail." + protocol + ".ssl.socketFactory", Authorities.trusting(server.ca()));
        }
        Session session = Session.getInstance(told);
        return new Smtp(server, session, opened(server, session, ssl));
    }

    private static SMTPTransport opened(SmtpBackend server, Session session, boolean ssl) {
        var address = new URLName(ssl ? "smtps" : "smtp", null, -1, null, null, null);
        SMTPTransport transport =
                ssl ? new SMTPSSLTransport(session, address) : new SMTPTransport(session, address);
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return transport;
        } catch (AuthenticationFailedException refused) {
            // Neither its message nor the exception goes on: a server may repeat what it was sent.
            throw new DeliveryException(
                    Problem.of("mail.E008", "The mail server " + server + " refuses the login.")
                            .because("User or password are not what it expects.")
                            .fixedBy(
                                    "Correct them in MAILER_URL; special characters of a password"
                                            + " are percent-encoded."),
                    null);
        } catch (MessagingException failed) {
            throw unreachable(server, failed);
        }
    }

    private static DeliveryException unreachable(SmtpBackend server, MessagingException failed) {
        Throwable root = failed.getNextException() == null ? failed : failed.getNextException();
        return new DeliveryException(
                Problem.of("mail.E009", "The mail server " + server + " cannot be used.")
                        .because(root.getClass().getSimpleName() + ": " + oneLine(root))
                        .fixedBy(
                                "See that it runs, that this machine reaches it, and that its"
                                        + " encryption is the one that MAILER_URL names."),
                failed);
    }

    @Override
    public void send(EmailMessage message) {
        try {
            deliver(message);
        } catch (SMTPSendFailedException closing) {
            if (closing.getReturnCode() != CLOSING) {
                throw refused(closing);
            }
            again(message);
        } catch (MessagingException failed) {
            throw failed instanceof SendFailedException refused
                    ? refused(refused)
                    : unreachable(server, failed);
        }
    }

    /// Some servers take only so many messages over one connection.
    private void again(EmailMessage message) {
        boolean ssl = server.encryption() == SmtpBackend.Encryption.ALWAYS;
        close();
        transport = opened(server, session, ssl);
        try {
            deliver(message);
        } catch (SendFailedException refused) {
            throw refused(refused);
        } catch (MessagingException failed) {
            throw unreachable(server, failed);
        }
    }

    private void deliver(EmailMessage message) throws MessagingException {
        var mime = new SMTPMessage(session, new ByteArrayInputStream(message.bytes()));
        MailAddress from = message.from();
        if (from != null) {
            mime.setEnvelopeFrom(from.address());
        }
        var recipients = new ArrayList<Address>();
        for (String each : message.recipients()) {
            recipients.add(new InternetAddress(each, false));
        }
        transport.sendMessage(mime, recipients.toArray(Address[]::new));
    }

    private DeliveryException refused(SendFailedException refused) {
        List<Address> invalid = addresses(refused.getInvalidAddresses());
        String whom = invalid.stream().map(Address::toString).collect(Collectors.joining(", "));
        return new DeliveryException(
                Problem.of(
                                "mail.E011",
                                whom.isEmpty()
                                        ? "The mail server " + server + " refuses the message."
                                        : "The mail server "
                                                + server
                                                + " refuses the recipient "
                                                + whom
                                                + ".")
                        .because(oneLine(innermost(refused)))
                        .fixedBy(
                                whom.isEmpty()
                                        ? "See that it takes messages from this sender."
                                        : "Correct the address; nobody got the message."),
                refused);
    }

    private static List<Address> addresses(Address @Nullable [] some) {
        return some == null ? List.of() : Arrays.asList(some);
    }

    private static Throwable innermost(MessagingException failed) {
        Throwable at = failed;
        while (at instanceof MessagingException more && more.getNextException() != null) {
            at = more.getNextException();
        }
        return at;
    }

    private static String oneLine(Throwable thrown) {
        String text = thrown.getMessage();
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException _) {
            // What was sent is sent: a farewell that fails changes nothing.
        }
    }
}
