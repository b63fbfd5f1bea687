package dev.quintet.kernel.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the tags `url`, `static`, `csrf_token` and `cache` ask of the floors above.
///
/// The template engine knows neither routes nor files nor sessions: whoever wires a site together
/// hands it one of these. Safe for many threads; what belongs to one request is read from the
/// current context.
public interface TemplateServices {

    /// Returns the URL of a named route, path and query escaped, for the tag `url`.
    ///
    /// @param name name of the route, with its namespaces: `catalog:album`
    /// @param args positional arguments, in order; empty when `kwargs` are used
    /// @param kwargs named arguments
    /// @param currentApp the instance namespace to prefer, or `null`
    /// @throws dev.quintet.kernel.error.QuintetException when no route fits
    String url(String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp);

    /// {@return the URL of a static file, hashed where the site hashes them, for the tag `static`}
    String staticUrl(String path);

    /// {@return whether a route has this name, whatever it captures; for the check of templates}
    default boolean hasRoute(String name) {
        return true;
    }

    /// {@return whether a route of this name takes so many arguments, or arguments of these names;
    /// what they hold is not known yet. For the check of templates}
    ///
    /// @param args how many there are without a name
    default boolean routeTakes(String name, int args, Set<String> kwargs) {
        return true;
    }

    /// {@return whether the site has this static file; for the check of templates}
    default boolean hasStatic(String path) {
        return true;
    }

    /// {@return the prefix of all static URLs, ending in a slash, for `get_static_prefix`}
    String staticPrefix();

    /// {@return the prefix of all media URLs, ending in a slash, for `get_media_prefix`}
    String mediaPrefix();

    /// Returns the CSRF token of the current request, or `null` where there is no request or no
    /// CSRF protection.
    @Nullable String csrfToken();

    /// Returns a cached fragment of HTML, or makes and keeps it.
    ///
    /// @param name the fragment's name
    /// @param varyOn values that tell copies of the fragment apart
    /// @param timeout how long it is kept; `null` means for ever
    /// @param cache name of the cache to use, or `null` for the site's choice
    String fragment(
            String name,
            List<?> varyOn,
            @Nullable Duration timeout,
            @Nullable String cache,
            Supplier<String> make);
}
