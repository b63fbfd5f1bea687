package dev.quintet;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Shows what the site is wired of.
@CommandLine.Command(
        name = "explain",
        description = "Lists apps, models, middleware and back ends, and where each was declared.")
final class ExplainCommand extends Command {

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        Map<String, List<Map<String, String>>> wiring = Wiring.of(site);
        if (json) {
            out().println(Json.text(wiring));
            return 0;
        }
        wiring.forEach((heading, parts) -> {
            out().println(heading + (parts.isEmpty() ? ": none" : ""));
            int width = width(parts, "name");
            int second = width(parts, "declared");
            for (Map<String, String> part : parts) {
                String line =
                        ("  %-" + width + "s  %-" + second + "s  %s")
                                .formatted(
                                        part.get("name"), part.get("declared"), part.get("from"));
                out().println(line.stripTrailing());
            }
        });
        return 0;
    }

    private static int width(List<Map<String, String>> parts, String member) {
        return Math.max(
                1,
                parts.stream()
                        .mapToInt(part -> part.getOrDefault(member, "").length())
                        .max()
                        .orElse(1));
    }
}
