package dev.quintet.kernel.command;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.check.CheckMessage.Level;
import dev.quintet.kernel.check.Checks;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Runs the checks.
@CommandLine.Command(name = "check", description = "Looks for mistakes in the site's wiring.")
final class CheckCommand extends Command {

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            description = "Only checks of this group; may be repeated.")
    private Set<String> tags = new LinkedHashSet<>();

    @Option(names = "--list-tags", description = "Lists the groups.")
    private boolean listTags;

    @Option(names = "--deploy", description = "Also what matters in public only.")
    private boolean deploy;

    @Option(names = "--database", description = "Also what asks the databases.")
    private boolean database;

    @Option(
            names = "--fail-level",
            paramLabel = "LEVEL",
            defaultValue = "ERROR",
            description = "Exit code 1 from this level on: ${COMPLETION-CANDIDATES}.")
    private Level failLevel = Level.ERROR;

    @Option(names = "--json", description = "As a JSON list, on the standard output.")
    private boolean json;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        Checks checks = Checks.of(site);
        if (listTags) {
            checks.tags().forEach(out()::println);
            return 0;
        }
        Checks.Report report = checks.run(tags, deploy, database);
        boolean failed = report.reaches(failLevel);
        if (json) {
            out().println(
                            Json.text(
                                    report.messages().stream()
                                            .map(CheckCommand::members)
                                            .toList()));
        } else {
            (failed ? err() : out()).print(report.render());
        }
        return failed ? 1 : 0;
    }

    private static Map<String, @Nullable Object> members(CheckMessage message) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("level", message.level().name());
        members.put("id", message.id());
        members.put("message", message.message());
        members.put("hint", message.hint());
        members.put("subject", message.subject());
        members.put("place", message.place() == null ? null : message.place().toString());
        return members;
    }
}
