package dev.quintet.dev.shell;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Opens JShell in this process: the site is there, and its models are imported.
@CommandLine.Command(
        name = "shell",
        description = "Opens a Java shell with the site loaded and its models imported.")
public final class ShellCommand extends Command {

    /// What a shell is used for, beside the models themselves.
    private static final List<String> USUAL =
            List.of(
                    "import java.math.*;",
                    "import java.time.*;",
                    "import java.util.*;",
                    "import java.util.stream.*;",
                    "import dev.quintet.kernel.context.Context;",
                    "import dev.quintet.orm.*;");

    @Option(names = "--no-imports", description = "Imports nothing.")
    private boolean noImports;

    @Option(
            names = {"-c", "--command"},
            paramLabel = "JAVA",
            description = "Runs this and ends.")
    private @Nullable String code;

    /// For picocli.
    public ShellCommand() {}

    @Override
    protected int run(Context site) throws Exception {
        List<String> imports = noImports ? List.of() : imports(site);
        Path startup = Files.createTempFile("quintet", ".jsh");
        try {
            Files.writeString(startup, String.join("\n", imports) + "\n", StandardCharsets.UTF_8);
            return shell(site, startup, imports.size() - (noImports ? 0 : USUAL.size()));
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    private int shell(Context site, Path startup, int models) throws Exception {
        var words = new ArrayList<String>();
        words.add("--execution=" + SiteExecution.NAME);
        words.add("--class-path=" + System.getProperty("java.class.path", ""));
        words.add("--startup=" + startup);
        JavaShellToolBuilder builder =
                JavaShellToolBuilder.builder()
                        .persistence(Preferences.userRoot().node("quintet/shell"));
        if (code != null) {
            return once(site, builder, words, code);
        }
        if (!noImports) {
            out().println(models + " names of models are imported. /exit ends the shell.");
        }
        out().flush();
        return ScopedValue.where(SiteExecution.LOADER, loader(site))
                .call(() -> builder.start(words.toArray(String[]::new)));
    }

    /// Runs some lines; what the shell has to say of them is an error.
    private int once(Context site, JavaShellToolBuilder builder, List<String> words, String lines)
            throws Exception {
        words.add("-s");
        words.add("-");
        var said = new ByteArrayOutputStream();
        int code;
        try (var in = new ByteArrayInputStream((lines + "\n").getBytes(StandardCharsets.UTF_8));
                var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            builder.in(in, null).out(out).err(out);
            code =
                    ScopedValue.where(SiteExecution.LOADER, loader(site))
                            .call(() -> builder.start(words.toArray(String[]::new)));
        }
        String errors = said.toString(StandardCharsets.UTF_8).strip();
        if (errors.isEmpty()) {
            return code;
        }
        err().println(errors);
        return 1;
    }

    /// {@return the lines that make the models' names known, and what goes with them}
    static List<String> imports(Context site) {
        Set<String> lines = new LinkedHashSet<>(USUAL);
        site.find(Models.KEY)
                .ifPresent(models -> {
                    for (ModelMapping<?> model : models.list()) {
                        String name = model.type().getCanonicalName();
                        if (name != null && !model.type().getPackageName().isEmpty()) {
                            lines.add("import " + name + ";");
                            Class<?> catalogue = model.getClass().getEnclosingClass();
                            if (catalogue != null) {
                                lines.add("import " + catalogue.getCanonicalName() + ";");
                            }
                        }
                    }
                });
        return List.copyOf(lines);
    }

    private static ClassLoader loader(Context site) {
        List<App> apps = site.apps().list();
        ClassLoader own = apps.isEmpty() ? null : apps.getFirst().getClass().getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
