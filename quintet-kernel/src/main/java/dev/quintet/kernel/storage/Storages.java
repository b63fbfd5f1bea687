package dev.quintet.kernel.storage;

import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsException;
import dev.quintet.kernel.settings.SettingsProvider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The storages of a site by their names: `default` for what visitors upload, others as the site
/// names them. Django: `storages`. Immutable and safe for many threads.
public final class Storages implements SettingsProvider {

    /// The storages of a site, in its context.
    public static final ContextKey<Storages> KEY = ContextKey.named("storages");

    /// The name of the storage that is meant where none is named.
    public static final String DEFAULT = "default";

    /// The folder of uploaded files.
    public static final Setting<String> MEDIA_ROOT =
            Setting.of(
                    "MEDIA_ROOT",
                    String.class,
                    text -> text,
                    "media",
                    "Folder of uploaded files, where STORAGES names no default.");

    /// The storages by name.
    public static final Setting<List<String>> STORAGES =
            Setting.words(
                    "STORAGES",
                    List.of(),
                    "Storages by name, such as default=folder:media, private=folder:/srv/private;"
                            + " all but the default are private.");

    private final Map<String, Storage> byName;

    private Storages(Map<String, Storage> byName) {
        this.byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /// For {@link java.util.ServiceLoader}, which asks for the settings.
    public Storages() {
        this(Map.of());
    }

    /// {@return the storages that the settings name}
    ///
    /// @param mediaUrl the address below which browsers find the files of the default one
    /// @throws SettingsException when a name or an address is none
    public static Storages of(Settings settings, String mediaUrl, InstantSource clock) {
        var all = new LinkedHashMap<String, Storage>();
        for (String each : settings.get(STORAGES)) {
            int sign = each.indexOf('=');
            String name = sign < 0 ? "" : each.substring(0, sign).strip();
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw wrong(each, "A name and an address were expected, such as private=folder:x.");
            }
            String url = name.equals(DEFAULT) ? mediaUrl : null;
            all.put(name, open(each, each.substring(sign + 1).strip(), url, clock));
        }
        all.computeIfAbsent(
                DEFAULT, _ -> FolderStorage.of(Path.of(settings.get(MEDIA_ROOT)), mediaUrl));
        return new Storages(all);
    }

    /// {@return storages with this one as the default, and no other}
    public static Storages of(Storage storage) {
        return new Storages(Map.of(DEFAULT, storage));
    }

    private static Storage open(
            String whole, String address, @Nullable String url, InstantSource clock) {
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon);
        String rest = address.substring(colon + 1);
        if (scheme.equals("folder") && !rest.isEmpty()) {
            return FolderStorage.of(Path.of(rest), url);
        }
        if (scheme.equals("memory")) {
            return MemoryStorage.of(clock, url);
        }
        for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
            if (provider.scheme().equals(scheme)) {
                try {
                    return provider.open(rest, url, clock);
                } catch (IllegalArgumentException reason) {
                    throw wrong(whole, String.valueOf(reason.getMessage()));
                }
            }
        }
        throw wrong(whole, "An address begins with folder: or memory:, or what a module brings.");
    }

    private static SettingsException wrong(String each, String cause) {
        String shown = each.replaceAll("//[^/@]*@", "//****@");
        return new SettingsException(
                Problem.of("storage.E001", "STORAGES holds '" + shown + "', which is no storage.")
                        .because(cause)
                        .fixedBy(
                                "Write STORAGES=default=folder:media, private=folder:/srv/private."));
    }

    /// {@return the storage for what visitors upload}
    public Storage get() {
        return get(DEFAULT);
    }

    /// {@return the storage of a name}
    ///
    /// @throws SettingsException when there is none
    public Storage get(String name) {
        Storage found = byName.get(name);
        if (found == null) {
            throw new SettingsException(
                    Problem.of("storage.E002", "There is no storage named '" + name + "'.")
                            .because("Named are: " + String.join(", ", byName.keySet()) + ".")
                            .fixedBy("Add it to STORAGES: " + name + "=folder:PATH."));
        }
        return found;
    }

    /// {@return the names of all of them}
    public Set<String> names() {
        return byName.keySet();
    }

    /// {@return these storages, with another one under a name: for a test}
    public Storages with(String name, Storage storage) {
        var more = new LinkedHashMap<>(byName);
        more.put(name, storage);
        return new Storages(more);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MEDIA_ROOT, STORAGES);
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}
