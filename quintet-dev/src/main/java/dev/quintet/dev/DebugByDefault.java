package dev.quintet.dev;

import dev.quintet.CommandSettings;
import dev.quintet.kernel.settings.Settings;
import java.util.UUID;

/// Switches `DEBUG` on for the developer's server and `dev`, and gives it a key that lives as long
/// as the process, so that sessions outlive changes of the sources; unless somebody says otherwise.
public final class DebugByDefault implements CommandSettings {

    /// Made when it is first asked for.
    private static final class Made {
        private static final String KEY = UUID.randomUUID() + "-" + UUID.randomUUID();
    }

    /// For {@link java.util.ServiceLoader}.
    public DebugByDefault() {}

    @Override
    public void prepare(String command, Settings settings) {
        if (command.equals(RunserverCommand.NAME) || command.equals(DevCommand.NAME)) {
            settings.debug(true);
            settings.secretKey(Made.KEY);
        }
    }
}
