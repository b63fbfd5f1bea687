package dev.quintet.kernel.settings;

import java.util.List;

/// Lists the settings that a module understands. Found by {@link java.util.ServiceLoader}.
public interface SettingsProvider {

    /// {@return the module's settings}
    List<Setting<?>> settings();
}
