package dev.quintet.http;

import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a site believes of a request, and how much of it it takes: the settings that {@link
/// Request} needs, read once.
///
/// @param allowedHosts names that the site answers to; `.example.com` means all below, `*` any
/// @param debug whether localhost is allowed where `allowedHosts` is empty
/// @param useForwardedHost whether `X-Forwarded-Host` is believed whoever sent it
/// @param useForwardedPort whether `X-Forwarded-Port` is believed whoever sent it
/// @param secureProxyHeader the header by which a proxy says that it was called over TLS, or `null`
/// @param trustedProxies networks whose `X-Forwarded-For`, `-Proto` and `-Host` are believed
/// @param apiPaths what paths begin with whose errors are JSON
/// @param maxMemoryBytes the most bytes of a body, less its files, that are kept in memory
/// @param maxFields the most fields of a form or query string
/// @param maxFiles the most files of a form
/// @param maxJsonDepth the most levels that lists and objects of a JSON body may nest
/// @param fileMemoryBytes from how many bytes on an uploaded file is kept on disk
public record RequestPolicy(
        List<String> allowedHosts,
        boolean debug,
        boolean useForwardedHost,
        boolean useForwardedPort,
        @Nullable Header secureProxyHeader,
        List<Network> trustedProxies,
        List<String> apiPaths,
        long maxMemoryBytes,
        int maxFields,
        int maxFiles,
        int maxJsonDepth,
        int fileMemoryBytes) {

    /// Keeps copies.
    public RequestPolicy {
        allowedHosts = List.copyOf(allowedHosts);
        trustedProxies = List.copyOf(trustedProxies);
        apiPaths = List.copyOf(apiPaths);
    }

    /// {@return what the settings of a site say}
    public static RequestPolicy of(Settings settings) {
        return new RequestPolicy(
                settings.get(HttpSettings.ALLOWED_HOSTS),
                settings.get(KernelSettings.DEBUG),
                settings.get(HttpSettings.USE_X_FORWARDED_HOST),
                settings.get(HttpSettings.USE_X_FORWARDED_PORT),
                proxyHeader(settings.get(HttpSettings.SECURE_PROXY_SSL_HEADER)),
                settings.get(HttpSettings.TRUSTED_PROXIES).stream().map(Network::parse).toList(),
                settings.get(HttpSettings.API_PATHS),
                settings.get(HttpSettings.DATA_UPLOAD_MAX_MEMORY_SIZE),
                settings.get(HttpSettings.DATA_UPLOAD_MAX_NUMBER_FIELDS),
                settings.get(HttpSettings.DATA_UPLOAD_MAX_NUMBER_FILES),
                settings.get(HttpSettings.DATA_UPLOAD_MAX_JSON_DEPTH),
                settings.get(HttpSettings.FILE_UPLOAD_MAX_MEMORY_SIZE));
    }

    /// {@return the defaults of all settings, for any host: what a request has that belongs to no
    /// site, as in a test of a single view}
    public static RequestPolicy forTests() {
        return of(new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("*")));
    }

    /// {@return whether the site answers to `host`, given with or without a port}
    public boolean allows(String host) {
        List<String> allowed = allowedHosts;
        if (allowed.isEmpty() && debug) {
            allowed = List.of(".localhost", "127.0.0.1", "[::1]");
        }
        return Hosts.allowed(host, allowed);
    }

    private static @Nullable Header proxyHeader(String setting) {
        if (setting.isEmpty()) {
            return null;
        }
        int colon = setting.indexOf(':');
        return Header.of(setting.substring(0, colon).strip(), setting.substring(colon + 1).strip());
    }
}
