package dev.quintet.conformance;

import dev.quintet.http.Converter;
import dev.quintet.http.Response;
import dev.quintet.http.ReverseException;
import dev.quintet.http.Route;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.RoutingException;
import dev.quintet.http.View;
import dev.quintet.http.ViewFunction;
import dev.quintet.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Routes: which view a path finds, and which path a name makes. The routes themselves are in a
/// file that all cases share.
final class UrlsPart implements Part {

    private final Path file;
    private final Map<String, Site> sites = new HashMap<>();
    private @Nullable Map<?, ?> urlconfs;
    private List<?> whole = List.of();
    private int expanding;

    UrlsPart(Path file) {
        this.file = file;
    }

    /// The routes of one list, and which name of Django's each view stands for.
    private record Site(Router router, Map<ViewFunction, String> names) {}

    @Override
    public boolean covers(Case recorded) {
        return recorded.fields().containsKey("urlconf");
    }

    @Override
    public Outcome run(Case c) {
        Site site;
        try {
            site = site(c.text("urlconf"));
        } catch (RoutingException malformed) {
            return Outcome.compare(c.raw("error"), "ImproperlyConfigured");
        }
        return c.text("kind").equals("resolve") ? resolve(c, site) : reverse(c, site);
    }

    /// {@return the URL of a route of a list}
    String reverse(
            String urlconf,
            String name,
            List<?> args,
            Map<String, ?> kwargs,
            @Nullable String currentApp) {
        var values = new LinkedHashMap<String, Object>();
        kwargs.forEach((key, value) -> values.put(key, Objects.requireNonNull(value)));
        return site(urlconf).router().reverse(name, args, values, currentApp, "/");
    }

    private static Outcome resolve(Case c, Site site) {
        RouteMatch match = site.router().resolve(c.text("path"));
        if (match == null) {
            return Outcome.compare(c.raw("error"), "Resolver404");
        }
        // How Python shows a function that was given some of its arguments is no matter of routes.
        String func =
                c.object("result").get("func") instanceof String shown
                                && shown.equals("functools.partial")
                        ? shown
                        : site.names().get(match.route().view());
        var got = new LinkedHashMap<String, @Nullable Object>();
        got.put("func", func);
        got.put("args", match.args());
        got.put("kwargs", match.kwargs());
        got.put("captured_kwargs", match.capturedKwargs());
        got.put("extra_kwargs", match.extraKwargs());
        got.put("url_name", match.name());
        got.put("app_names", match.appNames());
        got.put("namespaces", match.namespaces());
        got.put("view_name", match.name() == null ? unnamed(match, func) : match.viewName());
        got.put("route", match.pattern());
        return c.has("error")
                ? Outcome.failed(c.raw("error"), got)
                : Outcome.compare(comparable(c.value("result")), comparable(got));
    }

    private static String unnamed(RouteMatch match, @Nullable String func) {
        return match.namespaces().isEmpty() ? "" + func : match.namespace() + ":" + func;
    }

    private static Outcome reverse(Case c, Site site) {
        List<?> args = c.raw("args") == null ? List.of() : Tagged.STANDARD.list(c.raw("args"));
        var kwargs = new LinkedHashMap<String, Object>();
        c.object("kwargs")
                .forEach((name, value) ->
                        kwargs.put(name, Objects.requireNonNull(Tagged.STANDARD.decode(value))));
        String got;
        try {
            got =
                    site.router()
                            .reverse(
                                    c.text("viewname"),
                                    args,
                                    kwargs,
                                    c.textOrNull("current_app"),
                                    c.text("script_prefix"));
        } catch (ReverseException none) {
            return Outcome.compare(c.raw("error"), "NoReverseMatch");
        } catch (IllegalArgumentException mixed) {
            return Outcome.compare(c.raw("error"), "ValueError");
        }
        return Outcome.compare(c.has("error") ? c.raw("error") : c.raw("result"), got);
    }

    /// Bytes are compared as text, since arrays in maps are compared by identity.
    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case List<?> list -> list.stream().map(UrlsPart::comparable).toList();
            case Map<?, ?> map -> {
                var copy = new HashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, each) -> copy.put(key, comparable(each)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private Site site(String name) {
        Site known = sites.get(name);
        if (known == null) {
            known = read(name);
            sites.put(name, known);
        }
        return known;
    }

    private Site read(String name) {
        if (urlconfs == null) {
            try {
                urlconfs = (Map<?, ?>) Objects.requireNonNull(Json.parse(Files.readString(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        var names = new IdentityHashMap<ViewFunction, String>();
        Object list = urlconfs.get(name);
        if (!(list instanceof List<?> entries)) {
            // Recorded is only that a prefix by language within an include is refused.
            Routes inner = Routes.of(Routes.inLanguage(Routes.of()));
            return new Site(Router.of(Routes.of(Routes.include("", inner))), names);
        }
        whole = entries;
        expanding = 0;
        Routes routes =
                routes(null, entries, names)
                        .converter("base64", new Base64Pieces())
                        .converter("dynamic", new Dynamic())
                        .converter("to_url_value_error", new Dynamic());
        return new Site(Router.of(routes), names);
    }

    private Routes routes(
            @Nullable String appName, List<?> entries, Map<ViewFunction, String> names) {
        var routes = new ArrayList<Route>();
        for (Object each : entries) {
            routes.add(route((Map<?, ?>) Objects.requireNonNull(each), names));
        }
        return Routes.of(appName, routes);
    }

    /// A list that includes itself is recorded to three levels: one more is enough for its cases.
    private List<?> cut(@Nullable String appName) {
        if (expanding > 0 || appName == null) {
            return List.of();
        }
        for (Object each : whole) {
            if (each instanceof Map<?, ?> entry
                    && appName.equals(entry.get("app_name"))
                    && entry.get("include") instanceof List<?> list) {
                return list;
            }
        }
        return List.of();
    }

    private Route route(Map<?, ?> entry, Map<ViewFunction, String> names) {
        if (entry.containsKey("locale_prefix")) {
            List<?> inner = (List<?>) Objects.requireNonNull(entry.get("include"));
            return Routes.inLanguage(routes(null, inner, names));
        }
        String path = (String) entry.get("path");
        String regex = (String) entry.get("re_path");
        Route route;
        if (entry.containsKey("include")) {
            String appName = (String) entry.get("app_name");
            List<?> inner = entry.get("include") instanceof List<?> list ? list : cut(appName);
            boolean expands = !(entry.get("include") instanceof List<?>);
            expanding += expands ? 1 : 0;
            Routes included = routes(appName, inner, names);
            expanding -= expands ? 1 : 0;
            route =
                    path != null
                            ? Routes.include(path, included)
                            : Routes.reInclude(Objects.requireNonNull(regex), included);
            if (entry.get("namespace") instanceof String namespace) {
                route = route.namespace(namespace);
            }
        } else {
            String bare = (String) Objects.requireNonNull(entry.get("view"));
            String name = bare.indexOf('.') < 0 ? "gen." + bare : bare;
            View view = request -> Response.text(name);
            names.put(view, name);
            route =
                    path != null
                            ? Routes.path(path, view)
                            : Routes.rePath(Objects.requireNonNull(regex), view);
        }
        if (entry.get("name") instanceof String name) {
            route = route.name(name);
        }
        if (entry.get("kwargs") instanceof Map<?, ?> extra) {
            for (Map.Entry<?, ?> each : extra.entrySet()) {
                Object value = Objects.requireNonNull(Tagged.STANDARD.decode(each.getValue()));
                route = route.extra(String.valueOf(each.getKey()), value);
            }
        }
        return route;
    }

    /// Django's test converter of the same name.
    private static final class Base64Pieces implements Converter<byte[]> {

        @Override
        public String regex() {
            return "[a-zA-Z0-9+/]*={0,2}";
        }

        @Override
        public Class<byte[]> type() {
            return byte[].class;
        }

        @Override
        public byte[] parse(String piece) {
            return Base64.getDecoder().decode(piece);
        }

        @Override
        public String format(Object value) {
            return Base64.getEncoder().encodeToString((byte[]) value);
        }
    }

    /// Django's test converter whose behaviour its tests set: numbers to 5 only.
    private static final class Dynamic implements Converter<String> {

        @Override
        public String regex() {
            return "[0-9a-zA-Z]+";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public String parse(String piece) {
            return piece;
        }

        @Override
        public String format(Object value) {
            if (value instanceof Long number && number > 5) {
                throw new IllegalArgumentException("a tiny number was expected");
            }
            return value.toString();
        }
    }
}
