package dev.quintet.dev;

import dev.quintet.CommandSettings;
import dev.quintet.kernel.settings.Settings;

/// Switches `DEBUG` on for the developer's server, unless somebody says otherwise.
public final class DebugByDefault implements CommandSettings {

    /// For {@link java.util.ServiceLoader}.
    public DebugByDefault() {}

    @Override
    public void prepare(String command, Settings settings) {
        if (command.equals(RunserverCommand.NAME)) {
            settings.debug(true);
        }
    }
}
