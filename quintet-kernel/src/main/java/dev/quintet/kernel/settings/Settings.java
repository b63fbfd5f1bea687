package dev.quintet.kernel.settings;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.error.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a site is told: typed values under known keys, from layers.
///
/// A site's code sets its own values while the site is built; outer layers (files, `.env`, the
/// environment, a command's flags) win over them. Then it is frozen, and safe for many threads.
public final class Settings {

    private final Map<Setting<?>, Object> values = new HashMap<>();
    private List<Class<? extends App>> apps = List.of();
    private boolean frozen;

    /// Settings of which nothing is set yet.
    public Settings() {}

    /// {@return the value of a setting: the outermost layer's, else its default}
    ///
    /// @throws SettingsException when no layer gives one and there is no default
    @SuppressWarnings("unchecked") // set() took a T for a Setting<T>
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            value = setting.fallback();
        }
        if (value == null) {
            throw new SettingsException(
                    Problem.of("settings.E003", "The setting " + setting + " has no value.")
                            .because(setting.doc())
                            .fixedBy("Set " + setting + " in the environment or in .env."));
        }
        return (T) value;
    }

    /// Sets a value in the layer of the site's code.
    ///
    /// @throws SettingsException when the site has started
    public <T> Settings set(Setting<T> setting, T value) {
        refuseWhenFrozen();
        values.put(setting, value);
        return this;
    }

    /// Lists the site's apps, in the order that decides overriding.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, by List.of
    public final Settings apps(Class<? extends App>... apps) {
        refuseWhenFrozen();
        this.apps = List.of(apps);
        return this;
    }

    /// {@return the site's apps, in their order}
    public List<Class<? extends App>> apps() {
        return apps;
    }

    /// Ends the time of setting.
    public Settings freeze() {
        frozen = true;
        return this;
    }

    private void refuseWhenFrozen() {
        if (frozen) {
            throw new SettingsException(
                    Problem.of(
                                    "settings.E004",
                                    "Settings cannot change after the site has started.")
                            .fixedBy(
                                    "Set them in settings(), or override them in a test with"
                                            + " @Override settings."));
        }
    }
}
