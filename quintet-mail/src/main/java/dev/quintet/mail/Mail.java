package dev.quintet.mail;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Django has as functions: `import static dev.quintet.mail.Mail.*;`. All of it works with the
/// mailers of the current site.
public final class Mail {

    private Mail() {}

    /// Sends a text. Django: `send_mail`.
    ///
    /// @param from `ada@example.com` or `Ada <ada@example.com>`, or `null` for the mailer's sender
    /// @return whether it was sent: not when nobody is addressed
    /// @throws DeliveryException when the server is not reached or refuses it
    public static boolean sendMail(
            String subject, String text, @Nullable String from, String... to) {
        EmailMessage message = EmailMessage.of(subject, text).to(to);
        return (from == null ? message : message.from(from)).send();
    }

    /// Sends messages, those of a mailer over one connection. Django: `send_mass_mail`.
    ///
    /// @return how many were sent
    /// @throws DeliveryException at the first that is not taken; it says how many went before
    public static int sendMassMail(Collection<EmailMessage> messages) {
        Map<String, List<EmailMessage>> byMailer = new LinkedHashMap<>();
        for (EmailMessage message : messages) {
            byMailer.computeIfAbsent(message.mailer(), _ -> new ArrayList<>()).add(message);
        }
        int sent = 0;
        for (var each : byMailer.entrySet()) {
            sent += Mailers.current().get(each.getKey()).send(each.getValue());
        }
        return sent;
    }

    /// Sends a text to `ADMINS`. Django: `mail_admins`.
    ///
    /// @return whether it was sent: not when there are no admins
    public static boolean mailAdmins(String subject, String text) {
        return toAdmins(subject, text).send();
    }

    /// Sends a text to `MANAGERS`. Django: `mail_managers`.
    ///
    /// @return whether it was sent: not when there are no managers
    public static boolean mailManagers(String subject, String text) {
        return toManagers(subject, text).send();
    }

    /// {@return a message to `ADMINS` from `SERVER_EMAIL`, to add HTML or files to; it is addressed
    /// to nobody where there are no admins}
    ///
    /// @param subject what follows `EMAIL_SUBJECT_PREFIX`
    public static EmailMessage toAdmins(String subject, String text) {
        return toRole(MailSettings.ADMINS, subject, text);
    }

    /// {@return a message to `MANAGERS` from `SERVER_EMAIL`, to add HTML or files to; it is
    /// addressed to nobody where there are no managers}
    ///
    /// @param subject what follows `EMAIL_SUBJECT_PREFIX`
    public static EmailMessage toManagers(String subject, String text) {
        return toRole(MailSettings.MANAGERS, subject, text);
    }

    private static EmailMessage toRole(
            Setting<List<MailAddress>> role, String subject, String text) {
        Settings settings = Context.current().settings();
        return EmailMessage.of(settings.get(MailSettings.EMAIL_SUBJECT_PREFIX) + subject, text)
                .from(settings.get(MailSettings.SERVER_EMAIL))
                .to(settings.get(role));
    }
}
