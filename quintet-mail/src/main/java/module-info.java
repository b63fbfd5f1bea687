/// Messages, and who carries them: SMTP, the console, a folder, memory.
module dev.quintet.mail {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;

    exports dev.quintet.mail;

    uses dev.quintet.mail.MailBackendProvider;

    provides dev.quintet.kernel.check.Check with
            dev.quintet.mail.MailChecks;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.mail.MailSettings;
    provides dev.quintet.mail.MailBackendProvider with
            dev.quintet.mail.backends.LocalBackends,
            dev.quintet.mail.backends.SmtpProvider;
}
