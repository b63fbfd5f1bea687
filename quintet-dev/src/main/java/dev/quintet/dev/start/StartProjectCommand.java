package dev.quintet.dev.start;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Begins a project.
@CommandLine.Command(
        name = "startproject",
        description = "Makes a folder with a site that runs, its tests and its build.")
public final class StartProjectCommand extends Command {

    @Parameters(index = "0", paramLabel = "NAME", description = "Such as shop or record_shop.")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Where; a new folder of that name. It is made if it is not there.")
    private @Nullable Path folder;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The Java package; the name.")
    private @Nullable String packageName;

    @Option(
            names = "--template",
            paramLabel = "FROM",
            description = "A template of yours: a folder, a jar or zip, the https address of one.")
    private @Nullable String template;

    /// For picocli.
    public StartProjectCommand() {}

    @Override
    protected boolean needsSite() {
        return false;
    }

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context context) throws IOException {
        Names.refuseUnlessName(name);
        String home = packageName == null ? name : packageName;
        Names.refuseUnlessPackage(home);
        Path target = folder == null ? Path.of(name) : folder;
        Map<String, String> names =
                Map.of(
                        "name", name,
                        "Name", Names.type(name),
                        "title", Names.title(name),
                        "package", home,
                        "version", Commands.version(),
                        "secret", secret());
        List<TemplateFile> files =
                template == null ? TemplateSource.builtIn("project") : TemplateSource.of(template);
        int written = new Beginning(target, names).write(files).size();
        out().println("Wrote " + written + " files into " + target + ". Next:");
        out().println();
        out().println("  cd " + target);
        out().println("  ./manage migrate");
        out().println("  ./manage runserver");
        return 0;
    }

    private static String secret() {
        byte[] bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
