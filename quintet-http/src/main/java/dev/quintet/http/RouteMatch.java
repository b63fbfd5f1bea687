package dev.quintet.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The route that was found for an address, and what it captured. Django: `ResolverMatch`.
///
/// @param route the route, as it was written
/// @param pattern the whole pattern, with those of the routes that include it
/// @param name the route's name, or `null`
/// @param appNames the applications that it is in, the outermost first
/// @param namespaces their instances, the outermost first
/// @param args what unnamed groups of a regular expression captured
/// @param kwargs values by name: captured ones and extra ones
/// @param capturedKwargs values that the route's own pattern captured
/// @param extraKwargs values that the route and those around it carry
/// @param middleware what the route is inside of, the outermost first
public record RouteMatch(
        Route route,
        String pattern,
        @Nullable String name,
        List<String> appNames,
        List<String> namespaces,
        List<@Nullable String> args,
        Map<String, @Nullable Object> kwargs,
        Map<String, @Nullable Object> capturedKwargs,
        Map<String, Object> extraKwargs,
        List<Middleware> middleware) {

    /// {@return namespaces and name, such as `catalog:album`; the pattern where it has no name}
    public String viewName() {
        String last = name == null ? pattern : name;
        return namespaces.isEmpty() ? last : namespace() + ":" + last;
    }

    /// {@return the namespaces with colons between, empty where there are none}
    public String namespace() {
        return String.join(":", namespaces);
    }

    /// {@return the applications with colons between, empty where there are none}
    public String appName() {
        return String.join(":", appNames);
    }
}
