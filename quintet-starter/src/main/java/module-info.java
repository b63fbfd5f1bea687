/// The starter: a site, its parts wired together, and its commands.
module dev.quintet {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.admin;
    requires transitive dev.quintet.cache;
    requires transitive dev.quintet.contenttypes;
    requires transitive dev.quintet.mail;
    requires transitive dev.quintet.migrations;
    requires transitive dev.quintet.server;
    requires transitive dev.quintet.web;
    requires java.management;
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires org.slf4j;

    exports dev.quintet;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet to
            info.picocli;
    opens dev.quintet.aot to
            info.picocli;

    uses dev.quintet.CommandSettings;
    uses dev.quintet.SiteSource;

    provides ch.qos.logback.classic.spi.Configurator with
            dev.quintet.OwnLogback;
    provides dev.quintet.kernel.check.Check with
            dev.quintet.DatabaseChecks,
            dev.quintet.MiddlewareChecks;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.SiteCommands,
            dev.quintet.aot.AotCommands;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.LogSettings,
            dev.quintet.SiteSettings;
}
