package dev.quintet.kernel.command;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.CheckMessage.Level;
import dev.quintet.kernel.check.Checks;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The commands of a site: those of its apps, then those of the modules on the path. Of two with
/// the same name, the app that is listed first wins, and any app wins over a module. Immutable.
///
/// Exit codes: 0 when all went well, 1 when a command failed, 2 when it was called wrongly.
public final class Commands {

    private final Context site;
    private final String program;
    private final ServiceLoader<CommandProvider> modules;

    /// One command that can be called.
    private record Entry(String group, Supplier<? extends Command> maker) {}

    private Commands(Context site, String program, ServiceLoader<CommandProvider> modules) {
        this.site = site;
        this.program = program;
        this.modules = modules;
    }

    /// {@return the commands of a site}
    ///
    /// @param program what the operator types before a command's name: `quintet`, `./manage`
    public static Commands of(Context site, String program) {
        ClassLoader own = Commands.class.getClassLoader();
        return new Commands(site, program, ServiceLoader.load(CommandProvider.class, own));
    }

    /// {@return the commands of a site, with those of the modules as they are here: they are looked
    /// for once}
    public Commands with(Context site) {
        return new Commands(site, program, modules);
    }

    /// All commands by their names. Each is made once for that, which takes a while: one alone is
    /// found sooner by {@link #find}.
    private Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        each((name, entry) -> {
            entries.putIfAbsent(name, entry);
            return true;
        });
        return entries;
    }

    private @Nullable Entry find(String wanted) {
        var found = new AtomicReference<@Nullable Entry>();
        each((name, entry) -> {
            if (name.equals(wanted)) {
                found.set(entry);
            }
            return found.get() == null;
        });
        return found.get();
    }

    /// Who looks at commands, one after the other, as long as it says `true`.
    private interface Visitor {

        boolean look(String name, Entry entry);
    }

    private void each(Visitor visitor) {
        for (App app : site.apps().list()) {
            if (!each(app.label(), app.commands(), visitor)) {
                return;
            }
        }
        for (CommandProvider provider : modules) {
            if (!each(provider.group(), provider.commands(), visitor)) {
                return;
            }
        }
    }

    private static boolean each(
            String group, List<Supplier<? extends Command>> makers, Visitor visitor) {
        for (Supplier<? extends Command> maker : makers) {
            if (!visitor.look(name(maker.get()), new Entry(group, maker))) {
                return false;
            }
        }
        return true;
    }

    private static String name(Command command) {
        var annotation = command.getClass().getAnnotation(CommandLine.Command.class);
        if (annotation == null || annotation.name().startsWith("<")) {
            throw new CommandException(
                    Problem.of(
                                    "command.E003",
                                    "The command " + command.getClass().getName() + " has no name.")
                            .fixedBy("Annotate it with picocli's @Command(name = \"...\")."));
        }
        return annotation.name();
    }

    /// {@return whether a command line names a command that needs no site}
    ///
    /// @param words of a command line
    public boolean needNoSite(List<String> words) {
        Entry entry = find(nameIn(words));
        return entry != null && !entry.maker().get().needsSite();
    }

    /// {@return the version of Quintet, such as `1.0.0`}
    public static String version() {
        try (InputStream text = Commands.class.getResourceAsStream("version.txt")) {
            return text == null
                    ? "unknown"
                    : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return the word of a command line that names the command; empty where there is none}
    public static String nameIn(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--set")) {
                i++;
            } else if (!word.startsWith("-")) {
                return word;
            }
        }
        return "";
    }

    /// What a command wrote and how it ended.
    ///
    /// @param exitCode 0 when all went well
    /// @param out what it wrote as its result
    /// @param err what it wrote as warnings and progress
    public record Result(int exitCode, String out, String err) {}

    /// Calls a command from code, in the site's context: `Commands.call(site, "migrate",
    /// "--plan")`.
    ///
    /// @return what it wrote; a command may end with an exit code without throwing
    /// @throws CommandException when there is no such command, or it is called wrongly
    /// @throws QuintetException what the command throws
    public static Result call(Context site, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                of(site, "quintet")
                        .execute(
                                new PrintWriter(out), new PrintWriter(err), new Rethrowing(), args);
        return new Result(code, out.toString(), err.toString());
    }

    /// Runs a command for an operator: what goes wrong is printed, never thrown.
    ///
    /// @return the exit code of the process
    public int run(PrintWriter out, PrintWriter err, String... args) {
        return execute(out, err, new Printing(err), args);
    }

    /// {@return the values of `--set` among a command line's words: needed before there is a site}
    public static List<String> settingsIn(List<String> args) {
        var flags = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                break;
            }
            if (arg.startsWith("--set=")) {
                flags.add(arg.substring("--set=".length()));
            } else if (arg.equals("--set") && i + 1 < args.size()) {
                flags.add(args.get(++i));
            }
        }
        return flags;
    }

    /// {@return the names of all commands, by group, each with its one-line description}
    Map<String, Map<String, String>> listing() {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        entries()
                .forEach((name, entry) -> {
                    CommandSpec spec = CommandSpec.forAnnotatedObject(entry.maker().get());
                    String[] words = spec.usageMessage().description();
                    groups.computeIfAbsent(entry.group(), _ -> new java.util.TreeMap<>())
                            .put(name, words.length == 0 ? "" : words[0]);
                });
        return groups;
    }

    String program() {
        return program;
    }

    private int execute(PrintWriter out, PrintWriter err, Failing failing, String... args) {
        CommandLine line = line(nameIn(List.of(args)));
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((wrong, _) -> failing.misuse(wrong, this));
        line.setExecutionExceptionHandler(
                (thrown, _, parsed) -> failing.failure(thrown, traceback(parsed)));
        line.setExecutionStrategy(this::checkedRun);
        int code = site.call(() -> line.execute(args.length == 0 ? new String[] {"help"} : args));
        out.flush();
        err.flush();
        failing.end();
        return code;
    }

    /// Runs the command that was parsed, unless the checks forbid it.
    private int checkedRun(ParseResult parsed) {
        Command command = command(parsed);
        if (command != null && command.needsChecks()) {
            Checks.Report report = Checks.of(site).run();
            if (report.reaches(Level.ERROR)) {
                command.err().print(report.render());
                return ExitCode.SOFTWARE;
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static @Nullable Command command(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().userObject() instanceof Command command
                        && !last.isUsageHelpRequested()
                ? command
                : null;
    }

    private static boolean traceback(ParseResult parsed) {
        for (ParseResult at = parsed; at != null; at = at.subcommand()) {
            if (at.hasMatchedOption("--traceback")) {
                return true;
            }
        }
        return false;
    }

    /// Picocli's view of all commands, new for each call.
    CommandLine line() {
        return line("");
    }

    /// Picocli's view of one command, which is found much sooner than all; of all where there is no
    /// such command.
    private CommandLine line(String name) {
        CommandSpec root = CommandSpec.wrapWithoutInspection((Runnable) () -> {}).name(program);
        root.addOption(
                inherited("--traceback", "Shows the stack trace of an error.", boolean.class));
        root.addOption(inherited("--set", "Sets a setting: KEY=value.", List.class));
        root.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Shows this help.")
                        .build());
        var line = new CommandLine(root);
        Entry wanted = name.isEmpty() ? null : find(name);
        Map<String, Entry> known = wanted == null ? entries() : Map.of(name, wanted);
        known.forEach((each, entry) -> {
            Command command = entry.maker().get();
            if (command instanceof NeedsCommands curious) {
                curious.commands(this);
            }
            line.addSubcommand(each, command);
        });
        return line;
    }

    private static OptionSpec inherited(String name, String description, Class<?> type) {
        var option =
                OptionSpec.builder(name)
                        .type(type)
                        .scopeType(ScopeType.INHERIT)
                        .description(description);
        if (type == List.class) {
            option.auxiliaryTypes(String.class).paramLabel("KEY=value");
        }
        return option.build();
    }

    /// What becomes of errors.
    private interface Failing {

        int misuse(ParameterException wrong, Commands commands);

        int failure(Exception thrown, boolean traceback);

        default void end() {}
    }

    private record Printing(PrintWriter err) implements Failing {

        @Override
        public int misuse(ParameterException wrong, Commands commands) {
            err.println(Misuse.of(wrong).render());
            err.println(Misuse.usage(wrong));
            return ExitCode.USAGE;
        }

        @Override
        public int failure(Exception thrown, boolean traceback) {
            if (thrown instanceof QuintetException told && !traceback) {
                err.println(told.problem().render());
            } else {
                thrown.printStackTrace(err);
            }
            return ExitCode.SOFTWARE;
        }
    }

    private static final class Rethrowing implements Failing {

        private @Nullable RuntimeException thrown;

        @Override
        public int misuse(ParameterException wrong, Commands commands) {
            thrown = new CommandException(Misuse.of(wrong));
            return ExitCode.USAGE;
        }

        @Override
        public int failure(Exception failure, boolean traceback) {
            thrown =
                    failure instanceof RuntimeException same
                            ? same
                            : new CommandException(
                                    Problem.of("command.E004", "The command failed.")
                                            .because(failure.toString()),
                                    failure);
            return ExitCode.SOFTWARE;
        }

        @Override
        public void end() {
            if (thrown != null) {
                throw thrown;
            }
        }
    }
}
