package dev.quintet.http;

import dev.quintet.kernel.context.ContextKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All routes of a site, compiled: finds the view of an address, and the address of a view.
///
/// What is wrong with a route is found when this is made, not when the first visitor comes. Finding
/// costs the same for ten routes and for ten thousand. Immutable and safe for many threads.
public final class Router {

    /// The router of a site, in its context.
    public static final ContextKey<Router> KEY = ContextKey.named("router");

    /// What a path leads to that leads nowhere.
    static final Found NOWHERE = new Found(null, null, Set.of());

    private final Routes routes;
    private final List<Leaf> leaves = new ArrayList<>();
    private final RouteIndex index;
    private final Reverser reverser;
    private final @Nullable Localization localization;
    private final boolean hosts;

    private Router(Routes routes) {
        this.routes = routes;
        Localization.refuseInner(routes);
        this.localization = Localization.of(routes);
        var top = new HashMap<String, Converter<?>>(Converters.BUILT_IN);
        compile(routes, top, List.of(), List.of());
        this.index = new RouteIndex(leaves);
        this.hosts = leaves.stream().anyMatch(leaf -> leaf.host != null);
        this.reverser = new Reverser(routes, top);
    }

    /// {@return the compiled form of these routes}
    ///
    /// @throws RoutingException when a pattern is malformed, or a view does not take what its route
    ///   captures, or a language's prefix stands within other routes
    public static Router of(Routes routes) {
        return new Router(routes);
    }

    /// {@return the routes, as they were written}
    public Routes routes() {
        return routes;
    }

    /// {@return the whole patterns of all views, in the order in which they are tried}
    public List<String> patterns() {
        return leaves.stream().map(leaf -> leaf.pattern).toList();
    }

    /// {@return the router of the active language: this one, where no route depends on it}
    Router active() {
        return localization == null ? this : localization.active();
    }

    /// {@return whether paths begin with the code of a language}
    public boolean prefixesLanguages() {
        return Localization.prefixes(routes);
    }

    /// {@return whether those of the site's own language do so as well}
    public boolean prefixesAllLanguages() {
        return Localization.prefixesAll(routes);
    }

    /// Makes the router of the active language now rather than when it is first needed, so that
    /// what is wrong with a translated pattern shows.
    ///
    /// @throws RoutingException when one is malformed, or captures something else
    public void prepare() {
        active();
    }

    /// {@return whether some routes are for one host only}
    boolean hasHosts() {
        return hosts;
    }

    /// {@return the route of a path for any method, on any host, in the active language; `null`
    /// where there is none}
    ///
    /// @param path with its escapes read, beginning with `/`
    public @Nullable RouteMatch resolve(String path) {
        if (localization != null) {
            return active().resolve(path);
        }
        if (!path.startsWith("/")) {
            return null;
        }
        var captures = new Captures();
        for (Leaf leaf : index.candidates(path, 1)) {
            if (matches(leaf, path, captures)) {
                return leaf.match(captures);
            }
        }
        return null;
    }

    /// {@return the URL of a named route, escaped}
    ///
    /// @param name with its namespaces: `catalog:album`
    /// @param args values for what the route captures, in their order
    /// @throws ReverseException when no route fits
    public String reverse(String name, Object... args) {
        return reverse(name, List.of(args), Map.of(), null);
    }

    /// {@return the URL of a named route, escaped}
    ///
    /// @param name with its namespaces: `catalog:album`
    /// @param args values for what the route captures, in their order; or
    /// @param kwargs values by the names of captures
    /// @param currentApp the instance namespace to prefer, or `null`
    /// @throws ReverseException when no route fits
    public String reverse(
            String name, List<?> args, Map<String, ?> kwargs, @Nullable String currentApp) {
        return active().reverser.reverse(name, args, kwargs, currentApp, "/");
    }

    /// {@return whether a route of this name can be given so many values, or values of these names;
    /// false as well where there is none}
    ///
    /// @param args how many values without names
    public boolean takes(String name, int args, Set<String> kwargs) {
        return active().reverser.takes(name, args, kwargs);
    }

    /// {@return the URL of a named route in a site that is mounted below `prefix`}
    ///
    /// @param prefix begins and ends with a slash
    /// @throws ReverseException when no route fits
    public String reverse(
            String name,
            List<?> args,
            Map<String, ?> kwargs,
            @Nullable String currentApp,
            String prefix) {
        return active().reverser.reverse(name, args, kwargs, currentApp, prefix);
    }

    /// What a path leads to.
    ///
    /// @param leaf the view, or `null` where there is none for the method
    /// @param match its match
    /// @param allowed methods that would have found one; empty where the path leads nowhere
    record Found(@Nullable Leaf leaf, @Nullable RouteMatch match, Set<String> allowed) {}

    /// {@return what a path leads to for a method}
    ///
    /// @param host less its port; looked at only where routes are for one host
    Found find(String path, String method, String host) {
        Set<String> allowed = Set.of();
        if (path.startsWith("/")) {
            var captures = new Captures();
            for (Leaf leaf : index.candidates(path, 1)) {
                if ((leaf.host != null && !Hosts.matches(host, List.of(leaf.host)))
                        || !matches(leaf, path, captures)) {
                    continue;
                }
                Set<String> methods = leaf.route.methods();
                if (methods.isEmpty()
                        || methods.contains(method)
                        || (method.equals("HEAD") && methods.contains("GET"))) {
                    return new Found(leaf, leaf.match(captures), allowed);
                }
                if (allowed.isEmpty()) {
                    allowed = new TreeSet<>();
                    allowed.add("OPTIONS");
                }
                allowed.addAll(methods);
                if (methods.contains("GET")) {
                    allowed.add("HEAD");
                }
            }
        }
        return new Found(null, null, allowed);
    }

    private static boolean matches(Leaf leaf, String path, Captures captures) {
        captures.cutTo(0);
        int at = 1;
        for (PathPattern step : leaf.steps) {
            at = step.match(path, at, captures);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private void compile(
            Routes within,
            Map<String, Converter<?>> known,
            List<Route> way,
            List<PathPattern> steps) {
        Map<String, Converter<?>> converters = known;
        if (!within.converters().isEmpty()) {
            converters = new LinkedHashMap<>(known);
            converters.putAll(within.converters());
        }
        for (Route route : within.list()) {
            var wayTo = new ArrayList<>(way);
            wayTo.add(route);
            var stepsTo = new ArrayList<>(steps);
            boolean endpoint = route.included() == null;
            stepsTo.add(
                    route.isRegex()
                            ? new RegexPattern(route.pattern(), endpoint)
                            : new RoutePattern(route.pattern(), endpoint, converters));
            if (route.included() != null) {
                compile(route.included(), converters, wayTo, stepsTo);
            } else {
                leaves.add(new Leaf(leaves.size(), wayTo, stepsTo));
            }
        }
    }

    @Override
    public String toString() {
        return leaves.toString();
    }
}
