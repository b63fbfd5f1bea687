package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.Value;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Shows which layer gave each setting its value.
@CommandLine.Command(
        name = "diffsettings",
        description = "Lists the settings that are not at their default, and who gave them.")
final class DiffSettingsCommand extends Command {

    @Option(names = "--all", description = "Defaults as well.")
    private boolean all;

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
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
}
