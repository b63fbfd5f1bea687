package dev.quintet.kernel.settings;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Settings of which a site has as many as it names, each a URL: `DATABASE_URL_REPLICA`,
/// `MAILER_URL_BULK`. Safe for many threads.
final class NamedUrls {

    /// The name of the one whose setting has none in it, such as `DATABASE_URL`.
    static final String DEFAULT = "default";

    static final NamedUrls DATABASES =
            new NamedUrls(
                    "DATABASE_URL_",
                    "Database '%s': sqlite:FILE, postgresql://... or mariadb://...");

    static final NamedUrls MAILERS =
            new NamedUrls(
                    "MAILER_URL_", "Mailer '%s': smtp://..., console:, memory: or file:FOLDER");

    private final String prefix;
    private final String doc;
    private final Map<String, Setting<ServiceUrl>> byName = new ConcurrentHashMap<>();

    private NamedUrls(String prefix, String doc) {
        this.prefix = prefix;
        this.doc = doc;
    }

    /// {@return the setting under a name, the same one each time}
    ///
    /// @throws IllegalArgumentException when the name is not small letters, digits and underscores
    Setting<ServiceUrl> setting(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "A name for "
                            + prefix
                            + "NAME is small letters, digits and underscores: "
                            + name);
        }
        return byName.computeIfAbsent(
                name,
                _ ->
                        new Setting<>(
                                prefix + name.toUpperCase(Locale.ROOT),
                                ServiceUrl.class,
                                ServiceUrl::parse,
                                null,
                                true,
                                doc.formatted(name)));
    }

    /// {@return the name that a key has, or `null` when it is none of these}
    @Nullable String nameIn(String key) {
        if (!key.startsWith(prefix)) {
            return null;
        }
        String name = key.substring(prefix.length()).toLowerCase(Locale.ROOT);
        return isName(name) && !name.equals(DEFAULT) ? name : null;
    }

    /// {@return the setting of a key, of whatever kind it is, or `null` when it is of none}
    static @Nullable Setting<?> find(String key) {
        String database = DATABASES.nameIn(key);
        if (database != null) {
            return DATABASES.setting(database);
        }
        String mailer = MAILERS.nameIn(key);
        return mailer == null ? null : MAILERS.setting(mailer);
    }

    private static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9_]*");
    }
}
