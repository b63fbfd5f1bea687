/// What a developer has and production has not: debug pages and a server of one's own.
module dev.quintet.dev {
    requires static transitive org.jspecify;
    requires dev.quintet;
    requires java.compiler;
    requires java.net.http;
    requires java.prefs;
    requires jdk.jshell;

    // Picocli fills in the annotated fields of commands.
    opens dev.quintet.dev to
            info.picocli;
    opens dev.quintet.dev.shell to
            info.picocli;
    opens dev.quintet.dev.start to
            info.picocli;

    uses dev.quintet.kernel.app.Role;
    uses javax.annotation.processing.Processor;

    provides dev.quintet.CommandSettings with
            dev.quintet.dev.DebugByDefault;
    provides dev.quintet.SiteSource with
            dev.quintet.dev.CurrentSources;
    provides dev.quintet.http.DebugPages with
            dev.quintet.dev.DeveloperPages;
    provides dev.quintet.kernel.command.CommandProvider with
            dev.quintet.dev.DevCommands;
    provides jdk.jshell.spi.ExecutionControlProvider with
            dev.quintet.dev.shell.SiteExecution;
}
