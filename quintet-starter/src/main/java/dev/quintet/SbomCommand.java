package dev.quintet;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import picocli.CommandLine;

/// Prints what the site runs with.
@CommandLine.Command(
        name = "sbom",
        description =
                "Prints the bill of materials of this process: each jar with its version and"
                        + " hash, as CycloneDX (JSON).")
final class SbomCommand extends Command {

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        String name = site.find(RunningSite.KEY).map(RunningSite::name).orElse("site");
        String classes = System.getProperty("java.class.path");
        String modules = System.getProperty("jdk.module.path");
        var jars =
                BillOfMaterials.jars(
                        classes == null ? "" : classes, modules == null ? "" : modules);
        out().println(Json.text(BillOfMaterials.of(name, Commands.version(), jars)));
        return 0;
    }
}
