package dev.quintet.dev;

import dev.quintet.kernel.app.Role;
import dev.quintet.kernel.context.Context;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// All that a site consists of, in one process: the web as `runserver` has it, the mail catcher,
/// and the roles that modules provide. Each line tells who wrote it.
@CommandLine.Command(
        name = DevCommand.NAME,
        description = "Runs all roles at once: the web, the mail catcher, workers, schedulers.")
final class DevCommand extends RunserverCommand {

    static final String NAME = "dev";
    private static final String MAIL = "mail";

    /// When lines are coloured.
    enum Colours {
        auto,
        always,
        never
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "auto, always or never; auto colours on a terminal unless NO_COLOR is set.")
    private Colours color = Colours.auto;

    private @Nullable Voices voices;
    private @Nullable Roles roles;

    @Override
    protected int run(Context context) throws InterruptedException {
        var speaking = new Voices(out(), coloured());
        voices = speaking;
        var out = System.out;
        var err = System.err;
        // Where logs go, and what the site prints itself.
        System.setOut(speaking.stream());
        System.setErr(speaking.stream());
        try (var all = new Roles(found(), speaking::of)) {
            roles = all;
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("roles").unstarted(all::close));
            return super.run(context);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Iterable<Role> found() {
        return ServiceLoader.load(Role.class, DevCommand.class.getClassLoader());
    }

    @Override
    PrintWriter told() {
        return Objects.requireNonNull(voices).of(Voices.WEB);
    }

    @Override
    PrintWriter warned() {
        return told();
    }

    @Override
    PrintWriter post() {
        return Objects.requireNonNull(voices).of(MAIL);
    }

    @Override
    void begun(Context site) {
        Objects.requireNonNull(roles).begin(site);
    }

    @Override
    void listed() {
        var names = new ArrayList<>(List.of(Voices.WEB, MAIL));
        names.addAll(Objects.requireNonNull(roles).names());
        told().println("Running: " + String.join(", ", names) + ".");
        post().println("What the site sends is caught, and read at " + MailDesk.HOME);
    }

    @SuppressWarnings("SystemConsoleNull") // its documentation still allows null
    private boolean coloured() {
        var console = System.console();
        boolean forPeople =
                console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
        return color == Colours.always || (color == Colours.auto && forPeople);
    }
}
