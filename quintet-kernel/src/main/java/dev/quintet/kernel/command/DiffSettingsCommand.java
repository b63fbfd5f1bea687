package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Shows which layer gave each setting its value.
@CommandLine.Command(
        name = "diffsettings",
        description = "Lists the settings that are not at their default, and who gave them.")
final class DiffSettingsCommand extends Command {

    @Option(names = "--all", description = "Defaults as well.")
    private boolean all;

    @Option(names = "--json", description = "As a JSON list.")
    private boolean json;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        if (json) {
            out().println(Json.text(list(site)));
            return 0;
        }
        for (Value<?> value : site.settings().explainAll()) {
            if (all || value.layer() != Layer.DEFAULT) {
                String place = value.place() == null ? "" : " " + value.place();
                // A line each, whatever a value holds.
                String line = value.toString().replace("\\", "\\\\").replace("\n", "\\n");
                out().println(line + "  # " + value.layer().label() + place);
            }
        }
        return 0;
    }

    private List<Map<String, @Nullable Object>> list(Context site) {
        var list = new ArrayList<Map<String, @Nullable Object>>();
        for (Value<?> value : site.settings().explainAll()) {
            if (all || value.layer() != Layer.DEFAULT) {
                var members = new LinkedHashMap<String, @Nullable Object>();
                members.put("name", value.setting().name());
                members.put("value", value.shown());
                members.put("layer", value.layer().label());
                members.put("place", value.place() == null ? null : value.place().toString());
                list.add(members);
            }
        }
        return list;
    }
}
