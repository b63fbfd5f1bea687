package dev.quintet.http;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.PercentCoding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes addresses from the names of routes, by Django's rules for namespaces, arguments and
/// defaults.
final class Reverser {

    /// What a reversed address keeps as it is: the delimiters within a part, and `/~:@`.
    static final BitSet KEPT = PercentCoding.safe("!$&'()*+,;=/~:@");

    /// One way to write an address: its text with gaps, what fits the gaps, and the expression that
    /// the whole must match in the end.
    ///
    /// @param forms the ways to leave out what may be left out
    /// @param regex checks the address that was put together
    /// @param defaults extra values of the route and those around it
    /// @param converters by the names of the gaps
    /// @param host the host that it is for, or `null` for any
    private record Possibility(
            List<ReverseForm> forms,
            String source,
            Pattern regex,
            Map<String, Object> defaults,
            Map<String, Converter<?>> converters,
            @Nullable String host) {}

    /// The names below one point of the tree.
    private static final class Names {
        final Map<String, List<Possibility>> routes = new LinkedHashMap<>();
        final Map<String, Space> namespaces = new LinkedHashMap<>();
        final Map<String, List<String>> apps = new LinkedHashMap<>();
    }

    /// What an instance namespace leads to.
    ///
    /// @param prefix the expression of the way to it
    /// @param converters those of the way
    /// @param routes the routes in it
    /// @param known converters that their patterns may use
    /// @param host the host that it is for, or `null` for any
    private record Space(
            String prefix,
            Map<String, Converter<?>> converters,
            Routes routes,
            Map<String, Converter<?>> known,
            @Nullable String host) {}

    private final Names top;
    private final Map<List<String>, Names> spaces = new ConcurrentHashMap<>();

    Reverser(Routes routes, Map<String, Converter<?>> known) {
        this.top = names(routes, known, "", Map.of(), null);
    }

    String reverse(
            String name,
            List<?> args,
            Map<String, ?> kwargs,
            @Nullable String currentApp,
            String prefix) {
        if (!args.isEmpty() && !kwargs.isEmpty()) {
            throw new IllegalArgumentException(
                    "Give args or kwargs to reverse '" + name + "', not both");
        }
        Names names = names(name, currentApp);
        String last = name.substring(name.lastIndexOf(':') + 1);
        List<Possibility> possibilities = names.routes.get(last);
        if (possibilities == null) {
            throw new ReverseException(
                    Problem.of("http.E040", "No route has the name '" + name + "'.")
                            .because(known(names))
                            .fixedBy(Nearest.question(last, names.routes.keySet())));
        }
        for (Possibility possibility : possibilities) {
            for (ReverseForm form : possibility.forms()) {
                String url = fill(possibility, form, args, kwargs, prefix);
                if (url != null) {
                    return url;
                }
            }
        }
        throw new ReverseException(
                Problem.of(
                                "http.E041",
                                "No route named '"
                                        + name
                                        + "' takes "
                                        + (args.isEmpty()
                                                ? kwargs.isEmpty() ? "no arguments" : kwargs
                                                : args)
                                        + ".")
                        .because(
                                "Tried were: "
                                        + String.join(
                                                ", ",
                                                possibilities.stream()
                                                        .map(Possibility::source)
                                                        .toList())
                                        + "."));
    }

    /// {@return whether a route of this name has gaps for so many values, or for values of these
    /// names}
    boolean takes(String name, int args, Set<String> kwargs) {
        List<Possibility> possibilities;
        try {
            Names names = names(name, null);
            possibilities = names.routes.get(name.substring(name.lastIndexOf(':') + 1));
        } catch (ReverseException noNamespace) {
            return false;
        }
        return possibilities != null
                && possibilities.stream()
                        .anyMatch(each ->
                                each.forms().stream()
                                        .anyMatch(form -> takes(each, form, args, kwargs)));
    }

    private static boolean takes(
            Possibility possibility, ReverseForm form, int args, Set<String> kwargs) {
        return args > 0
                ? args == form.names().size()
                : kwargs.containsAll(form.names())
                        && kwargs.stream()
                                .allMatch(name ->
                                        form.names().contains(name)
                                                || possibility.defaults().containsKey(name));
    }

    private Names names(String name, @Nullable String currentApp) {
        int colon = name.lastIndexOf(':');
        return colon < 0 ? top : space(name.substring(0, colon).split(":", -1), currentApp);
    }

    private static String known(Names names) {
        return names.routes.isEmpty()
                ? "No route here has a name."
                : "Known here are: "
                        + String.join(", ", names.routes.keySet().stream().limit(20).toList())
                        + (names.routes.size() > 20 ? ", ..." : ".");
    }

    @SuppressWarnings("NullAway") // it asks for the elements of List<?> to be anything but null
    private static @Nullable String fill(
            Possibility possibility,
            ReverseForm form,
            List<?> args,
            Map<String, ?> kwargs,
            String prefix) {
        Map<String, Object> values = new HashMap<>();
        if (!args.isEmpty()) {
            if (args.size() != form.names().size()) {
                return null;
            }
            for (int i = 0; i < args.size(); i++) {
                values.put(form.names().get(i), args.get(i));
            }
        } else if (fits(kwargs, form, possibility.defaults())) {
            kwargs.forEach((key, value) -> values.put(key, value));
        } else {
            return null;
        }
        var texts = new HashMap<String, String>();
        for (Map.Entry<String, Object> each : values.entrySet()) {
            Converter<?> converter = possibility.converters().get(each.getKey());
            try {
                texts.put(
                        each.getKey(),
                        converter == null
                                ? String.valueOf(each.getValue())
                                : converter.format(each.getValue()));
            } catch (IllegalArgumentException noPiece) {
                return null;
            }
        }
        String path = form.fill(texts);
        if (!possibility.regex().matcher(path).lookingAt()) {
            return null;
        }
        String url = PercentCoding.quote(prefix + path, KEPT);
        String safe = url.startsWith("//") ? "/%2F" + url.substring(2) : url;
        return possibility.host() == null ? safe : onHost(possibility.host(), safe);
    }

    /// A whole URL: with the scheme and port of the request that is answered, else without.
    ///
    /// A pattern of hosts has no name of its own: the link stays on the one that was asked for.
    private static String onHost(String host, String path) {
        if (host.startsWith(".") || host.startsWith("*")) {
            return path;
        }
        Request request = Request.current().orElse(null);
        if (request == null) {
            return "//" + host + path;
        }
        String port = Hosts.split(String.valueOf(request.header("Host"))).port();
        return request.scheme() + "://" + host + (port.isEmpty() ? "" : ":" + port) + path;
    }

    private static boolean fits(
            Map<String, ?> kwargs, ReverseForm form, Map<String, Object> defaults) {
        for (String name : kwargs.keySet()) {
            if (!form.names().contains(name) && !defaults.containsKey(name)) {
                return false;
            }
        }
        for (String name : form.names()) {
            if (!kwargs.containsKey(name) && !defaults.containsKey(name)) {
                return false;
            }
        }
        for (Map.Entry<String, Object> each : defaults.entrySet()) {
            if (!form.names().contains(each.getKey())
                    && kwargs.containsKey(each.getKey())
                    && !same(each.getValue(), kwargs.get(each.getKey()))) {
                return false;
            }
        }
        // A gap that only a default would fill stays empty: Django cannot fill it either.
        return kwargs.keySet().containsAll(form.names());
    }

    private static boolean same(Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return x.longValue() == y.longValue() && x.doubleValue() == y.doubleValue();
        }
        return a.equals(b);
    }

    /// Walks the namespaces of a name. A namespace may be that of an application: then the current
    /// instance is meant, else the instance of the same name, else the first.
    private Names space(String[] path, @Nullable String currentApp) {
        String[] current = currentApp == null ? new String[0] : currentApp.split(":", -1);
        boolean follows = currentApp != null;
        var resolved = new ArrayList<String>();
        Names at = top;
        String prefix = "";
        Map<String, Converter<?>> converters = new LinkedHashMap<>();
        for (int i = 0; i < path.length; i++) {
            String namespace = path[i];
            String currentNamespace = follows && i < current.length ? current[i] : null;
            List<String> instances = at.apps.get(namespace);
            if (instances != null) {
                if (currentNamespace != null && instances.contains(currentNamespace)) {
                    namespace = currentNamespace;
                } else if (!instances.contains(namespace)) {
                    namespace = instances.getFirst();
                }
            }
            if (!namespace.equals(currentNamespace)) {
                follows = false;
            }
            Space space = at.namespaces.get(namespace);
            if (space == null) {
                throw new ReverseException(
                        Problem.of(
                                        "http.E042",
                                        "'"
                                                + namespace
                                                + "' is no namespace"
                                                + (resolved.isEmpty()
                                                        ? "."
                                                        : " inside of '"
                                                                + String.join(":", resolved)
                                                                + "'."))
                                .fixedBy(Nearest.question(namespace, at.namespaces.keySet())));
            }
            resolved.add(namespace);
            prefix += space.prefix();
            converters.putAll(space.converters());
            String way = prefix;
            var with = new LinkedHashMap<>(converters);
            at =
                    spaces.computeIfAbsent(
                            List.copyOf(resolved),
                            key -> names(space.routes(), space.known(), way, with, space.host()));
        }
        return at;
    }

    /// Collects the names below a point.
    ///
    /// @param way the expression of the way to it, from the nearest namespace on
    private static Names names(
            Routes routes,
            Map<String, Converter<?>> above,
            String way,
            Map<String, Converter<?>> wayConverters,
            @Nullable String host) {
        var names = new Names();
        collect(names, routes, above, way, "", wayConverters, Map.of(), host);
        names.routes.values().forEach(Collections::reverse);
        return names;
    }

    private static void collect(
            Names names,
            Routes routes,
            Map<String, Converter<?>> above,
            String way,
            String within,
            Map<String, Converter<?>> converters,
            Map<String, Object> defaults,
            @Nullable String around) {
        Map<String, Converter<?>> known = new HashMap<>(above);
        known.putAll(routes.converters());
        for (Route route : routes.list()) {
            boolean endpoint = route.included() == null;
            String host = route.host() == null ? around : route.host();
            PathPattern pattern =
                    route.isRegex()
                            ? new RegexPattern(route.pattern(), endpoint)
                            : new RoutePattern(route.pattern(), endpoint, known);
            String regex = pattern.pythonRegex();
            String bare = regex.startsWith("^") ? regex.substring(1) : regex;
            Map<String, Converter<?>> with = new LinkedHashMap<>(converters);
            with.putAll(pattern.converters());
            Map<String, Object> extra = new LinkedHashMap<>(route.extra());
            extra.putAll(defaults);
            if (route.included() == null) {
                if (route.name() != null) {
                    names.routes
                            .computeIfAbsent(route.name(), name -> new ArrayList<>())
                            .add(possibility(way + within + bare, extra, with, host));
                }
            } else if (route.namespace() != null && route.included().appName() != null) {
                names.apps
                        .computeIfAbsent(route.included().appName(), name -> new ArrayList<>())
                        .addFirst(route.namespace());
                names.namespaces.putIfAbsent(
                        route.namespace(),
                        new Space(within + bare, with, route.included(), known, host));
            } else {
                collect(names, route.included(), known, way, within + bare, with, extra, host);
            }
        }
    }

    private static Possibility possibility(
            String python,
            Map<String, Object> defaults,
            Map<String, Converter<?>> converters,
            @Nullable String host) {
        return new Possibility(
                ReverseForm.of(python),
                python,
                PythonRegex.of(python).compile(python),
                defaults,
                converters,
                host);
    }
}
