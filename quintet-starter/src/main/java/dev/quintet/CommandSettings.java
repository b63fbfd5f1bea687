package dev.quintet;

import dev.quintet.kernel.settings.Settings;

/// Gives settings that a command works with where nobody sets others. Found by {@link
/// java.util.ServiceLoader}, asked before the site's own code and all outer layers.
@FunctionalInterface
public interface CommandSettings {

    /// Sets what the command needs.
    ///
    /// @param command its name, such as `runserver`; empty where there is none
    void prepare(String command, Settings settings);
}
