/// Pages of a site: shortcuts, generic views, error pages, and templates wired to routes, files and
/// rows.
module dev.quintet.web {
    requires static transitive org.jspecify;
    requires dev.quintet.cache;
    requires transitive dev.quintet.forms;
    requires transitive dev.quintet.http;
    requires transitive dev.quintet.migrations;
    requires transitive dev.quintet.orm;
    requires transitive dev.quintet.template;

    exports dev.quintet.web;
    exports dev.quintet.web.media;
    exports dev.quintet.web.messages;
    exports dev.quintet.web.sessions;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.web.media to
            info.picocli;
    opens dev.quintet.web.sessions to
            info.picocli;

    provides dev.quintet.http.CaptureReader with
            dev.quintet.web.SlugReader;
    provides dev.quintet.http.ExceptionMapper with
            dev.quintet.web.TemplateFailures;
    provides dev.quintet.http.staticfiles.StaticProvider with
            dev.quintet.web.FormFiles;
    provides dev.quintet.kernel.check.Check with
            dev.quintet.web.TemplateChecks,
            dev.quintet.web.sessions.SessionChecks;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.web.media.MediaCommands,
            dev.quintet.web.sessions.SessionCommands;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.web.WebSettings,
            dev.quintet.web.messages.MessageSettings;
}
