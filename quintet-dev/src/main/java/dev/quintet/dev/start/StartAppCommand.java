package dev.quintet.dev.start;

import dev.quintet.Site;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Begins an app in a project, and lists it in the site.
@CommandLine.Command(
        name = "startapp",
        description = "Makes an app: model, pages, migrations, tests; lists it in the site.")
public final class StartAppCommand extends Command {

    private static final Path SOURCES = Path.of("src/main/java");

    @Parameters(index = "0", paramLabel = "NAME", description = "Such as blog.")
    private String name = "";

    @Option(
            names = "--template",
            paramLabel = "FROM",
            description = "A template of yours: a folder, a jar or zip, the https address of one.")
    private @Nullable String template;

    /// For picocli.
    public StartAppCommand() {}

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
        Class<?> site = context.find(Site.UNSTARTED).<Class<?>>map(Object::getClass).orElse(null);
        Path source = site == null ? null : SOURCES.resolve(file(site));
        if (site == null || source == null || !Files.isRegularFile(source)) {
            throw new CommandException(
                    Problem.of("dev.E014", "There is no project here to begin an app in.")
                            .because("The Java of the site is looked for below " + SOURCES + ".")
                            .fixedBy("Run it in the project's folder: ./manage startapp " + name));
        }
        Names.refuseUnlessName(name);
        String home = site.getPackageName();
        Map<String, String> names =
                Map.of(
                        "app", name,
                        "App", Names.type(name),
                        "AppTitle", Names.title(name),
                        "Name", site.getSimpleName(),
                        "package", home,
                        "version", Commands.version());
        List<TemplateFile> files =
                template == null ? TemplateSource.builtIn("app") : TemplateSource.of(template);
        List<Path> written = new Beginning(Path.of(""), names).write(files);
        written.forEach(out()::println);
        boolean listed = list(source, home);
        out().println();
        if (listed) {
            out().println("Listed in " + source + ". Next:");
        } else {
            out().println("Add to " + source + ":");
            out().println("  settings.apps(..., " + Names.type(name) + "App.class)");
            out().println("  include(\"" + name + "/\", " + Names.type(name) + ".ROUTES)");
            out().println("Next:");
        }
        out().println();
        out().println("  ./manage makemigrations");
        out().println("  ./manage migrate");
        out().println("  ./manage runserver    # http://localhost:8000/" + name + "/");
        return 0;
    }

    private static String file(Class<?> site) {
        return site.getName().replace('.', '/') + ".java";
    }

    /// Adds the app to a site that looks as `startproject` wrote it; leaves any other alone.
    private boolean list(Path source, String home) throws IOException {
        String text = Files.readString(source, StandardCharsets.UTF_8);
        String type = Names.type(name);
        String changed = SiteSourceText.withApp(text, home + "." + name, name, type);
        if (changed == null) {
            return false;
        }
        Files.writeString(source, changed, StandardCharsets.UTF_8);
        return true;
    }
}
