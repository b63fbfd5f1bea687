package dev.quintet.dev;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// The program `quintet`, for where there is no project yet: `startproject`, `run`, `version`.
/// Inside a project its `./manage` has all commands.
public final class Quintet {

    private static final Set<String> OURS = Set.of("startproject", "run", "version");

    private static final String HELP =
            """
            Usage: quintet COMMAND [OPTIONS]

              startproject NAME [DIR]  makes a folder with a site that runs, its tests and its build
              run FILE.java            runs a site that is one file
              version                  prints the versions of Quintet and Java

            In a project's folder: any of its commands, as ./manage has them. `quintet COMMAND --help`
            explains one.
            """;

    private Quintet() {}

    /// Does what the command line says, and ends the process.
    public static void main(String... args) {
        var out = writer(FileDescriptor.out);
        var err = writer(FileDescriptor.err);
        System.exit(run(out, err, args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        List<String> words = List.of(args);
        String command = Commands.nameIn(words);
        if (command.isEmpty() || command.equals("help")) {
            out.print(HELP);
            out.flush();
            return 0;
        }
        Context bare = Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC());
        if (OURS.contains(command)) {
            return Commands.of(bare, "quintet").run(out, err, args);
        }
        Problem nowhere =
                Problem.of(
                                "dev.E016",
                                "There is no project here that has a command '" + command + "'.")
                        .fixedBy(
                                "Go to a project's folder, or begin one: quintet startproject shop");
        err.println(nowhere.render());
        err.println("Usage: quintet COMMAND [OPTIONS]");
        err.flush();
        return 2;
    }

    private static PrintWriter writer(FileDescriptor where) {
        return new PrintWriter(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    }
}
