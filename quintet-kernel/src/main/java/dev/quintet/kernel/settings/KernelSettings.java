package dev.quintet.kernel.settings;

import java.time.ZoneId;
import java.util.List;

/// The settings that every site has. Django's names and meanings, less what Java says better.
public final class KernelSettings implements SettingsProvider {

    /// Whether the site runs for its developer: errors are shown in full, and templates are read
    /// anew. Never in public.
    public static final Setting<Boolean> DEBUG =
            Setting.truth(
                    "DEBUG",
                    false,
                    "Shows errors in full and reads templates anew; never in public.");

    /// What signatures and tokens are made with.
    public static final Setting<String> SECRET_KEY =
            Setting.<String>of(
                            "SECRET_KEY",
                            String.class,
                            text -> text,
                            null,
                            "Signs cookies, tokens and sessions; 50 or more random characters.")
                    .asSecret();

    /// Older keys that signatures may still carry.
    public static final Setting<List<String>> SECRET_KEY_FALLBACKS =
            Setting.words(
                            "SECRET_KEY_FALLBACKS",
                            List.of(),
                            "Older values of SECRET_KEY whose signatures are still accepted.")
                    .asSecret();

    /// The zone that times are shown in where nobody chose one.
    public static final Setting<ZoneId> TIME_ZONE =
            Setting.of(
                    "TIME_ZONE",
                    ZoneId.class,
                    KernelSettings::zone,
                    ZoneId.of("UTC"),
                    "Zone that times are shown in, such as Europe/Berlin.");

    /// The language of pages where nobody chose one.
    public static final Setting<String> LANGUAGE_CODE =
            Setting.of(
                    "LANGUAGE_CODE",
                    String.class,
                    text -> text,
                    "en-us",
                    "Language of pages where nobody chose one, such as de or pt-br.");

    /// Ids of checks whose findings are not reported.
    public static final Setting<List<String>> SILENCED_CHECKS =
            Setting.words(
                    "SILENCED_CHECKS",
                    List.of(),
                    "Ids of checks that are not reported, separated by commas.");

    /// Where the data is.
    public static final Setting<ServiceUrl> DATABASE_URL =
            url(
                    "DATABASE_URL",
                    "sqlite:site.db",
                    "Database: sqlite:FILE, postgresql://... or mariadb://...");

    /// Where cached values are kept.
    public static final Setting<ServiceUrl> CACHE_URL =
            url("CACHE_URL", "memory:", "Cache: memory: or the URL of a server.");

    /// Who carries tasks to workers.
    public static final Setting<ServiceUrl> BROKER_URL =
            url("BROKER_URL", "database:", "Broker of tasks: database: or the URL of a server.");

    /// Who carries mail.
    public static final Setting<ServiceUrl> MAILER_URL =
            url("MAILER_URL", "console:", "Mail: console:, memory:, file:FOLDER or smtp://...");

    /// For {@link java.util.ServiceLoader}.
    public KernelSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                DEBUG,
                SECRET_KEY,
                SECRET_KEY_FALLBACKS,
                TIME_ZONE,
                LANGUAGE_CODE,
                SILENCED_CHECKS,
                DATABASE_URL,
                CACHE_URL,
                BROKER_URL,
                MAILER_URL);
    }

    /// {@return the setting of a database's URL: `DATABASE_URL` for `default`,
    /// `DATABASE_URL_REPLICA` for `replica`}
    ///
    /// @param alias small letters, digits and underscores
    public static Setting<ServiceUrl> databaseUrl(String alias) {
        return alias.equals(NamedUrls.DEFAULT) ? DATABASE_URL : NamedUrls.DATABASES.setting(alias);
    }

    /// {@return the setting of a mailer's URL: `MAILER_URL` for `default`, `MAILER_URL_BULK` for
    /// `bulk`}
    ///
    /// @param name small letters, digits and underscores
    public static Setting<ServiceUrl> mailerUrl(String name) {
        return name.equals(NamedUrls.DEFAULT) ? MAILER_URL : NamedUrls.MAILERS.setting(name);
    }

    private static Setting<ServiceUrl> url(String name, String fallback, String doc) {
        return Setting.of(
                        name, ServiceUrl.class, ServiceUrl::parse, ServiceUrl.parse(fallback), doc)
                .asSecret();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (java.time.DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "the name of a time zone was expected, such as Europe/Berlin", unknown);
        }
    }
}
