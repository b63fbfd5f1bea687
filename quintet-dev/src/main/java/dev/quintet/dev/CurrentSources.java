package dev.quintet.dev;

import dev.quintet.Site;
import dev.quintet.SiteSource;
import dev.quintet.dev.compile.Finding;
import dev.quintet.dev.compile.Outcome;
import dev.quintet.dev.compile.ProjectCompiler;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.error.Problem;
import java.io.PrintWriter;
import java.util.List;

/// Compiles what is newer than its classes before a command works with the site: what was written a
/// moment ago, by a person or by `makemigrations`, counts.
public final class CurrentSources implements SiteSource {

    /// For {@link java.util.ServiceLoader}.
    public CurrentSources() {}

    @Override
    public Site current(Site site, List<String> words, PrintWriter err) {
        if (site.getClass().getClassLoader() instanceof ProjectLoader) {
            return site;
        }
        Project project = Project.ofProcess(site.getClass());
        if (project == null) {
            return site;
        }
        try (ProjectCompiler compiler =
                ProjectCompiler.of(project.sources(), project.libraries())) {
            if (compiler == null) {
                return site;
            }
            return switch (compiler.compile()) {
                case Outcome.Refused refused -> throw refused(project, refused.findings());
                case Outcome.Compiled compiled when compiled.compiled().isEmpty() -> site;
                case Outcome.Compiled compiled -> {
                    int count = compiled.compiled().size();
                    err.println("Compiled " + count + (count == 1 ? " source." : " sources."));
                    err.flush();
                    var loader = new ProjectLoader(project.sources(), ProjectLoader.libraries());
                    Thread.currentThread().setContextClassLoader(loader);
                    yield Generation.site(project, loader, words);
                }
            };
        }
    }

    static CommandException refused(Project project, List<Finding> findings) {
        Finding first = findings.getFirst();
        String all =
                String.join(
                        "\n",
                        findings.stream()
                                .map(one -> BrokenPage.line(project.folder(), one))
                                .toList());
        Problem problem =
                Problem.of("dev.E005", "The sources do not compile.")
                        .because(all)
                        .fixedBy("Mend " + Watched.shown(project.folder(), first.file()) + ".");
        return new CommandException(problem);
    }
}
