/// Requests, responses, routes, middleware, sessions, uploads and static files: the web, without an
/// engine.
module dev.quintet.http {
    requires static transitive org.jspecify;
    requires transitive dev.quintet.kernel;
    requires static com.github.luben.zstd_jni;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;

    exports dev.quintet.http;
    exports dev.quintet.http.i18n;
    exports dev.quintet.http.media;
    exports dev.quintet.http.middleware;
    exports dev.quintet.http.staticfiles;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.http.staticfiles to
            info.picocli;

    uses dev.quintet.http.BodyParser;
    uses dev.quintet.http.CaptureReader;
    uses dev.quintet.http.ContentCoding;
    uses dev.quintet.http.DebugPages;
    uses dev.quintet.http.ExceptionMapper;
    uses dev.quintet.http.staticfiles.StaticProvider;

    provides dev.quintet.kernel.check.Check with
            dev.quintet.http.middleware.WebDeployChecks;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.http.staticfiles.StaticCommands;
    provides dev.quintet.kernel.settings.SettingsProvider with
            dev.quintet.http.HttpSettings,
            dev.quintet.http.middleware.MiddlewareSettings;
}
