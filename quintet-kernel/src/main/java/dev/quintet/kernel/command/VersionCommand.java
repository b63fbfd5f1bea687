package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// Prints which Quintet this is.
@CommandLine.Command(name = "version", description = "Prints the versions of Quintet and Java.")
final class VersionCommand extends Command {

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException {
        out().println("Quintet " + version() + " on Java " + Runtime.version());
        return 0;
    }

    private static String version() throws IOException {
        try (InputStream text = VersionCommand.class.getResourceAsStream("version.txt")) {
            return text == null
                    ? "unknown"
                    : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
