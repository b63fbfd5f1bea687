package dev.quintet.dev;

import dev.quintet.Site;
import dev.quintet.dev.compile.Finding;
import dev.quintet.dev.compile.Outcome;
import dev.quintet.dev.compile.ProjectCompiler;
import dev.quintet.dev.compile.SourceFolder;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Runs a site that is one file; templates and static files lie in folders beside it.
@CommandLine.Command(
        name = "run",
        description = "Runs a site that is one file: run Hello.java, run Hello.java migrate.")
final class RunCommand extends Command {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    @Parameters(index = "0", paramLabel = "FILE", description = "The Java of the site.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "A command and its words, behind -- where they begin with -; runserver.")
    private List<String> words = new ArrayList<>();

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
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".java") || !Files.isRegularFile(file)) {
            throw new CommandException(
                    Problem.of("dev.E015", "There is no Java file " + file + ".")
                            .fixedBy("Name the file that the site is in: run Hello.java"));
        }
        Path source = file.toAbsolutePath().normalize();
        SourceFolder folder = SourceFolder.ofFile(source, work(source));
        Matcher stated = PACKAGE.matcher(Files.readString(source, StandardCharsets.UTF_8));
        String stem = name.substring(0, name.length() - ".java".length());
        var project =
                new Project(
                        Path.of("").toAbsolutePath(),
                        List.of(folder),
                        Project.classPath(),
                        stated.find() ? stated.group(1) + "." + stem : stem);
        return ScopedValue.where(Project.GIVEN, project).call(() -> start(project));
    }

    private int start(Project project) {
        List<String> command = words.isEmpty() ? List.of(RunserverCommand.NAME) : words;
        compile(project);
        var loader = new ProjectLoader(project.sources(), ProjectLoader.libraries());
        Thread.currentThread().setContextClassLoader(loader);
        Site site = Generation.site(project, loader, command);
        return site.manage(out(), err(), command.toArray(String[]::new));
    }

    private static void compile(Project project) {
        try (ProjectCompiler compiler =
                ProjectCompiler.of(project.sources(), project.libraries())) {
            if (compiler != null
                    && compiler.compile() instanceof Outcome.Refused(List<Finding> found)) {
                throw CurrentSources.refused(project, found);
            }
        }
    }

    /// Where classes go: a folder of the user's own, for each file another.
    private static Path work(Path source) {
        String id =
                UUID.nameUUIDFromBytes(source.toString().getBytes(StandardCharsets.UTF_8))
                        .toString();
        return Path.of(
                Objects.requireNonNull(System.getProperty("user.home")),
                ".cache",
                "quintet",
                "run",
                id);
    }
}
