package dev.quintet.kernel.settings;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the layers above a site's code, from `settings.properties` up to a command's flags.
///
/// A key in a file or a flag that no setting has stops the start, with the nearest one that there
/// is; in the environment, which holds other programs' keys too, it is only a warning where it is
/// very near. Immutable.
///
/// @param folder where the files lie
/// @param environment the process's, by name
/// @param flags `KEY=value` each
public record SettingsSources(Path folder, Map<String, String> environment, List<String> flags) {

    /// The environment's key of the profile: `QUINTET_PROFILE=prod` reads
    /// `settings.prod.properties`.
    public static final String PROFILE = "QUINTET_PROFILE";

    /// Keeps copies.
    public SettingsSources {
        environment = Map.copyOf(environment);
        flags = List.copyOf(flags);
    }

    /// {@return the sources of this process, its files in the working folder}
    public static SettingsSources ofProcess(List<String> flags) {
        return new SettingsSources(Path.of(""), System.getenv(), flags);
    }

    /// {@return the settings that this site's modules have, by name}
    public static Map<String, Setting<?>> known() {
        var known = new TreeMap<String, Setting<?>>();
        for (SettingsProvider provider :
                ServiceLoader.load(
                        SettingsProvider.class, SettingsSources.class.getClassLoader())) {
            for (Setting<?> setting : provider.settings()) {
                known.put(setting.name(), setting);
            }
        }
        return known;
    }

    /// Reads all layers into `settings`, which holds what the site's code set.
    ///
    /// @return the same settings
    /// @throws SettingsException on a key that nobody knows, a value that does not fit, or a file
    ///   that cannot be read, naming file and line
    public Settings readInto(Settings settings) {
        settings.refuseWhenFrozen();
        Map<String, Setting<?>> known = known();
        String dotenv = text(".env");
        List<DotEnv.Entry> entries = dotenv == null ? List.of() : DotEnv.parse(".env", dotenv);
        properties("settings.properties", known, settings);
        String profile = profile(entries);
        if (profile != null
                && !properties("settings." + profile + ".properties", known, settings)) {
            settings.warn(
                    "The profile '"
                            + profile
                            + "' has no file settings."
                            + profile
                            + ".properties.");
        }
        for (DotEnv.Entry entry : entries) {
            if (!entry.key().equals(PROFILE)) {
                give(settings, known, entry.key(), entry.value(), Layer.DOTENV, entry.place());
            }
        }
        environment(known, settings);
        flags(known, settings);
        return settings;
    }

    private @Nullable String profile(List<DotEnv.Entry> entries) {
        String profile = environment.get(PROFILE);
        for (DotEnv.Entry entry : entries) {
            if (profile == null && entry.key().equals(PROFILE)) {
                profile = entry.value();
            }
        }
        if (profile == null || profile.isBlank()) {
            return null;
        }
        if (!profile.matches("[A-Za-z0-9_-]+")) {
            throw new SettingsException(
                    Problem.of("settings.E006", "The profile '" + profile + "' is no name.")
                            .fixedBy("Use letters, digits, - and _ in " + PROFILE + "."));
        }
        return profile;
    }

    private boolean properties(String file, Map<String, Setting<?>> known, Settings settings) {
        String text = text(file);
        if (text == null) {
            return false;
        }
        for (PropertiesText.Entry entry : PropertiesText.parse(text)) {
            Place place = Place.of(file, entry.line());
            give(settings, known, entry.key(), entry.value(), Layer.FILE, place);
        }
        return true;
    }

    private void environment(Map<String, Setting<?>> known, Settings settings) {
        var sorted = new TreeMap<>(environment);
        sorted.remove(PROFILE);
        sorted.forEach((key, value) -> {
            if (find(known, key) != null) {
                give(settings, known, key, value, Layer.ENVIRONMENT, null);
                return;
            }
            // Short names are near to everything.
            boolean like = key.length() > 3 && key.equals(upper(key));
            String near = like ? Nearest.to(key, known.keySet()) : null;
            if (near != null) {
                settings.warn(
                        "The environment has "
                                + key
                                + ", which is no setting. Did you mean '"
                                + near
                                + "'?");
            }
        });
    }

    private static String upper(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    private void flags(Map<String, Setting<?>> known, Settings settings) {
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            if (equals < 1) {
                // The whole flag may be a secret: it is not repeated.
                throw new SettingsException(
                        Problem.of("settings.E007", "A flag --set has no KEY=value.")
                                .fixedBy("Write it as --set DEBUG=true."));
            }
            give(
                    settings,
                    known,
                    flag.substring(0, equals),
                    flag.substring(equals + 1),
                    Layer.FLAG,
                    null);
        }
    }

    private static void give(
            Settings settings,
            Map<String, Setting<?>> known,
            String key,
            String text,
            Layer layer,
            @Nullable Place place) {
        Setting<?> setting = find(known, key);
        if (setting == null) {
            throw unknown(key, known.keySet(), layer, place);
        }
        put(settings, setting, text, layer, place);
    }

    private static @Nullable Setting<?> find(Map<String, Setting<?>> known, String key) {
        Setting<?> setting = known.get(key);
        return setting == null ? NamedUrls.find(key) : setting;
    }

    private static <T> void put(
            Settings settings,
            Setting<T> setting,
            String text,
            Layer layer,
            @Nullable Place place) {
        T value = parse(setting, text, layer.label(), place);
        settings.put(new Value<>(setting, value, layer, place));
    }

    /// {@return the value that the text says}
    ///
    /// @throws SettingsException when it does not fit, without the text where that is a secret
    static <T> T parse(Setting<T> setting, String text, String from, @Nullable Place place) {
        try {
            return setting.parse().apply(text);
        } catch (IllegalArgumentException wrong) {
            boolean secret = setting.secret() || Masks.secret(setting.name());
            throw new SettingsException(
                    Problem.of(
                                    "settings.E002",
                                    "The setting "
                                            + setting
                                            + " cannot be '"
                                            + (secret ? Masks.MASK : text)
                                            + "'"
                                            + (place == null ? ", from the " + from : "")
                                            + ".")
                            .because(wrong.getMessage())
                            .fixedBy(setting.doc())
                            .at(place));
        }
    }

    private static SettingsException unknown(
            String key, Collection<String> known, Layer layer, @Nullable Place place) {
        String question = Nearest.question(key, known);
        return new SettingsException(
                Problem.of(
                                "settings.E001",
                                "There is no setting '"
                                        + key
                                        + "'"
                                        + (place == null ? ", from the " + layer.label() : "")
                                        + ".")
                        .because("No module of this site has it.")
                        .fixedBy(
                                question == null
                                        ? "Remove it; `diffsettings --all` lists those there are."
                                        : question)
                        .at(place));
    }

    private @Nullable String text(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return null;
        } catch (IOException wrong) {
            throw new SettingsException(
                    Problem.of("settings.E005", "The file " + file + " cannot be read as settings.")
                            .because(
                                    wrong.getClass().getSimpleName() + ": it is no readable UTF-8.")
                            .fixedBy("Save it as UTF-8, readable for the site's user.")
                            .at(Place.of(file, 0)));
        }
    }

    /// {@return where the sources are; no value of any}
    @Override
    public String toString() {
        return "SettingsSources[" + folder + "]";
    }
}
