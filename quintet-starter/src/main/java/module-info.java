/// The starter: a site, its parts wired together, and its commands.
module dev.quintet {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.contenttypes;
    requires transitive dev.quintet.mail;
    requires transitive dev.quintet.migrations;
    requires transitive dev.quintet.server;
    requires transitive dev.quintet.web;

    exports dev.quintet;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet to
            info.picocli;

    uses dev.quintet.CommandSettings;

    provides dev.quintet.kernel.check.Check with
            dev.quintet.DatabaseChecks,
            dev.quintet.MiddlewareChecks;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.SiteCommands;
}
