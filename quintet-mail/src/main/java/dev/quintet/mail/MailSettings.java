package dev.quintet.mail;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;
import java.util.function.Function;

/// What a site is told about its mail, beside `MAILER_URL` and `MAILER_URL_NAME`.
public final class MailSettings implements SettingsProvider {

    /// Who writes where a message names nobody.
    public static final Setting<MailAddress> DEFAULT_FROM_EMAIL =
            Setting.of(
                    "DEFAULT_FROM_EMAIL",
                    MailAddress.class,
                    text -> checked(MailAddress::parse, text),
                    new MailAddress(null, "webmaster@localhost"),
                    "Who writes where a message names nobody, such as Shop <shop@example.com>.");

    /// Who writes to the admins and managers.
    public static final Setting<MailAddress> SERVER_EMAIL =
            Setting.of(
                    "SERVER_EMAIL",
                    MailAddress.class,
                    text -> checked(MailAddress::parse, text),
                    new MailAddress(null, "root@localhost"),
                    "Who writes to ADMINS and MANAGERS.");

    /// What subjects of mail to admins and managers begin with.
    public static final Setting<String> EMAIL_SUBJECT_PREFIX =
            Setting.of(
                    "EMAIL_SUBJECT_PREFIX",
                    String.class,
                    text -> text,
                    "[Quintet] ",
                    "What the subjects of mail to ADMINS and MANAGERS begin with.");

    /// Who gets the errors of the site.
    public static final Setting<List<MailAddress>> ADMINS =
            Setting.of(
                    "ADMINS",
                    List.class,
                    text -> checked(MailAddress::parseList, text),
                    List.of(),
                    "Who gets the errors of the site: addresses with commas between them.");

    /// Who gets the broken links of the site.
    public static final Setting<List<MailAddress>> MANAGERS =
            Setting.of(
                    "MANAGERS",
                    List.class,
                    text -> checked(MailAddress::parseList, text),
                    List.of(),
                    "Who gets the broken links of the site: addresses with commas between them.");

    /// For {@link java.util.ServiceLoader}.
    public MailSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(DEFAULT_FROM_EMAIL, SERVER_EMAIL, EMAIL_SUBJECT_PREFIX, ADMINS, MANAGERS);
    }

    private static <T> T checked(Function<String, T> read, String text) {
        try {
            return read.apply(text);
        } catch (BadHeaderException wrong) {
            throw new IllegalArgumentException(wrong.problem().problem(), wrong);
        }
    }
}
