/// Users, groups and permissions, over Django's tables: who somebody is, and what they may do.
module dev.quintet.auth {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.contenttypes;
    requires transitive dev.quintet.kernel;
    requires transitive dev.quintet.web;
    requires dev.quintet.mail;
    requires static org.bouncycastle.provider;

    exports dev.quintet.auth;
    exports dev.quintet.auth.adminlog;
    exports dev.quintet.auth.drf;
    exports dev.quintet.auth.limits;
    exports dev.quintet.auth.pages;
    exports dev.quintet.auth.password;
    exports dev.quintet.auth.tokens;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.auth.commands to
            info.picocli;

    provides dev.quintet.http.ExceptionMapper with
            dev.quintet.auth.AuthFailures;
    provides dev.quintet.kernel.check.Check with
            dev.quintet.auth.AuthChecks;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.auth.commands.UserCommands;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.auth.AuthSettings;
}
