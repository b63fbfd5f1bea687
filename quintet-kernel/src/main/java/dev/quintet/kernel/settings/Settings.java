package dev.quintet.kernel.settings;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a site is told: typed values under known keys, from layers.
///
/// A site's code sets its own values while the site is built; outer layers (files, `.env`, the
/// environment, a command's flags: {@link SettingsSources}) win over them. Then it is frozen, and
/// safe for many threads. Every value remembers the {@link Layer} and the line that gave it.
public final class Settings {

    private final Map<Setting<?>, Value<?>> values = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private List<Class<? extends App>> apps = List.of();
    private boolean frozen;

    /// Settings of which nothing is set yet.
    public Settings() {}

    /// {@return the value of a setting: the outermost layer's, else its default}
    ///
    /// @throws SettingsException when no layer gives one and there is no default
    @SuppressWarnings("unchecked") // put() keeps a Value<T> under a Setting<T>
    public <T> T get(Setting<T> setting) {
        var given = (Value<T>) values.get(setting);
        T value = given == null ? setting.fallback() : given.value();
        if (value == null) {
            throw new SettingsException(
                    Problem.of("settings.E003", "The setting " + setting + " has no value.")
                            .because(setting.doc())
                            .fixedBy("Set " + setting + " in the environment or in .env."));
        }
        return value;
    }

    /// {@return the value of a setting, `null` where it has none, with the layer and line it is
    /// from}
    @SuppressWarnings("unchecked") // put() keeps a Value<T> under a Setting<T>
    public <T> Value<T> explain(Setting<T> setting) {
        var given = (Value<T>) values.get(setting);
        return given == null
                ? new Value<>(setting, setting.fallback(), Layer.DEFAULT, null)
                : given;
    }

    /// {@return the given values, and defaults of the known settings, by name}
    public List<Value<?>> explainAll() {
        var all = new ArrayList<Value<?>>();
        for (Setting<?> setting : SettingsSources.known().values()) {
            all.add(explain(setting));
        }
        values.forEach((setting, value) -> {
            if (all.stream().noneMatch(other -> other.setting().equals(setting))) {
                all.add(value);
            }
        });
        all.sort(Comparator.comparing(value -> value.setting().name()));
        return all;
    }

    /// Sets a value in the layer of the site's code.
    ///
    /// @throws SettingsException when the site has started
    public <T> Settings set(Setting<T> setting, T value) {
        refuseWhenFrozen();
        put(new Value<>(setting, value, Layer.CODE, null));
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

    /// Sets `DATABASE_URL` in code: `sqlite:FILE`, `postgresql://...` or `mariadb://...`.
    ///
    /// @throws SettingsException when it is no URL
    public Settings database(String url) {
        return set(KernelSettings.DATABASE_URL, url(KernelSettings.DATABASE_URL, url));
    }

    /// Sets the URL of another database than the default one. Its setting is `DATABASE_URL_ALIAS`,
    /// which outer layers may give too.
    ///
    /// @param alias small letters, digits and underscores, such as `replica`
    /// @throws SettingsException when it is no URL
    public Settings database(String alias, String url) {
        Setting<ServiceUrl> setting = KernelSettings.databaseUrl(alias);
        return set(setting, url(setting, url));
    }

    /// {@return the URLs of all databases by alias, the default one under `default`}
    public Map<String, ServiceUrl> databases() {
        return named(NamedUrls.DATABASES, KernelSettings.DATABASE_URL);
    }

    /// {@return the URLs of all mailers by name, the default one under `default`}
    public Map<String, ServiceUrl> mailers() {
        return named(NamedUrls.MAILERS, KernelSettings.MAILER_URL);
    }

    private Map<String, ServiceUrl> named(NamedUrls kind, Setting<ServiceUrl> first) {
        var others = new TreeMap<String, ServiceUrl>();
        values.forEach((setting, value) -> {
            String name = kind.nameIn(setting.name());
            if (name != null && value.value() instanceof ServiceUrl url) {
                others.put(name, url);
            }
        });
        var urls = new LinkedHashMap<String, ServiceUrl>();
        urls.put(NamedUrls.DEFAULT, get(first));
        urls.putAll(others);
        return Collections.unmodifiableMap(urls);
    }

    /// Sets `CACHE_URL` in code.
    ///
    /// @throws SettingsException when it is no URL
    public Settings cache(String url) {
        return set(KernelSettings.CACHE_URL, url(KernelSettings.CACHE_URL, url));
    }

    /// Sets `BROKER_URL` in code.
    ///
    /// @throws SettingsException when it is no URL
    public Settings broker(String url) {
        return set(KernelSettings.BROKER_URL, url(KernelSettings.BROKER_URL, url));
    }

    /// Sets `MAILER_URL` in code.
    ///
    /// @throws SettingsException when it is no URL
    public Settings mailer(String url) {
        return set(KernelSettings.MAILER_URL, url(KernelSettings.MAILER_URL, url));
    }

    /// Sets the URL of another mailer than the default one. Its setting is `MAILER_URL_NAME`, which
    /// outer layers may give too.
    ///
    /// @param name small letters, digits and underscores, such as `bulk`
    /// @throws SettingsException when it is no URL
    public Settings mailer(String name, String url) {
        Setting<ServiceUrl> setting = KernelSettings.mailerUrl(name);
        return set(setting, url(setting, url));
    }

    /// Sets `DEBUG` in code.
    public Settings debug(boolean debug) {
        return set(KernelSettings.DEBUG, debug);
    }

    /// Sets `SECRET_KEY` in code; better given by the environment.
    public Settings secretKey(String key) {
        return set(KernelSettings.SECRET_KEY, key);
    }

    /// Ends the time of setting.
    public Settings freeze() {
        frozen = true;
        return this;
    }

    /// {@return frozen settings that differ from these in one value: for a test}
    public <T> Settings with(Setting<T> setting, T value) {
        Settings other = copy();
        other.put(new Value<>(setting, value, Layer.OVERRIDE, null));
        return other.freeze();
    }

    /// {@return what was read and looks mistaken, but does not stop a start; without any value}
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// Keeps a value that comes from a layer as high as the one there is, or higher.
    void put(Value<?> value) {
        Value<?> present = values.get(value.setting());
        if (present != null && present.layer().compareTo(value.layer()) > 0) {
            return;
        }
        values.put(value.setting(), value);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    Settings copy() {
        var other = new Settings();
        other.values.putAll(values);
        other.warnings.addAll(warnings);
        other.apps = apps;
        return other;
    }

    void refuseWhenFrozen() {
        if (frozen) {
            throw new SettingsException(
                    Problem.of(
                                    "settings.E004",
                                    "Settings cannot change after the site has started.")
                            .fixedBy(
                                    "Set them in settings(), or give a test its own by"
                                            + " settings.with(SETTING, value)."));
        }
    }

    private static ServiceUrl url(Setting<ServiceUrl> setting, String text) {
        return SettingsSources.parse(setting, text, "code", null);
    }

    /// {@return the given values, secrets masked}
    @Override
    public String toString() {
        return "Settings" + values.values();
    }
}
