package dev.quintet.aot;

import dev.quintet.Site;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Lets another Java go through a start of the site, and keeps what that one found out: an AOT
/// cache (JEP 483, 514), which a Java of the same version with the same options starts from.
@CommandLine.Command(
        name = "aotcache",
        description =
                "Keeps what Java finds out when the site starts in a file beside its jar, for fast"
                        + " starts.")
final class AotCacheCommand extends Command {

    private static final int PATIENCE_MINUTES = 5;

    @Option(
            names = "--page",
            paramLabel = "PATH",
            description =
                    "A page to go through besides the first and those that it leads to, such as"
                            + " /catalog/; once for each.")
    private List<String> pages = new ArrayList<>();

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    @Override
    protected boolean needsSite() {
        return false; // where an image is built, there is no database and no key
    }

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context bare) throws IOException, InterruptedException {
        pages.forEach(AotCacheCommand::refuseUnlessPath);
        if (rehearse) {
            Rehearsal.of(bare.get(Site.UNSTARTED), pages);
            return 0;
        }
        SiteJar jar = SiteJar.ofThisProcess();
        renew(jar);
        Path cache = jar.cache();
        Path made = Path.of(cache + ".new");
        Path log = Files.createTempFile("aotcache", ".log");
        try {
            if (!isMade(command(jar, made), log) || !Files.exists(made)) {
                throw new CommandException(
                        Problem.of("aot.E002", "The start did not come to its end.")
                                .because(lastWords(log))
                                .fixedBy("Look whether `check` and `serve` work."));
            }
            Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(log);
        }
        out().printf(
                        "Wrote %s. Start with the same Java and its same options, and"
                                + " -XX:AOTCache=%s before -jar.%n",
                        cache, cache.getFileName());
        return 0;
    }

    private static void refuseUnlessPath(String page) {
        if (!page.matches("/[!-~]*")) {
            throw new CommandException(
                    Problem.of("aot.E003", "'" + page + "' is no path of a page.")
                            .fixedBy("Write it as in an address, such as /catalog/."));
        }
    }

    /// Libraries that Java would keep nothing of.
    private void renew(SiteJar jar) {
        for (Path library : jar.libraries()) {
            try {
                if (OldLibraries.renew(library)) {
                    out().println(
                                    library.getFileName()
                                            + " was of an old format and is written anew.");
                }
            } catch (IOException locked) {
                err().println(
                                "Warning: "
                                        + library
                                        + " is of an old format and cannot be written anew: "
                                        + locked);
            }
        }
    }

    private List<String> command(SiteJar jar, Path made) {
        var words = new ArrayList<String>();
        words.add(Path.of(property("java.home"), "bin", "java").toString());
        words.addAll(options(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        words.addAll(List.of("-XX:AOTCacheOutput=" + made, "-Xlog:disable"));
        words.addAll(List.of("-jar", jar.file().toString(), "aotcache", "--rehearse"));
        pages.forEach(page -> words.addAll(List.of("--page", page)));
        return words;
    }

    /// {@return the options of a Java that the kept start must have as well, which are all but
    /// those that would make two of one thing}
    static List<String> options(List<String> given) {
        return given.stream()
                .filter(option ->
                        Stream.of("-XX:AOT", "-Xlog", "-agent", "-javaagent", "-Xrun", "-Xdebug")
                                .noneMatch(option::startsWith))
                .toList();
    }

    private static boolean isMade(List<String> command, Path log)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static @Nullable String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? null : String.join(System.lineSeparator(), lines);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
