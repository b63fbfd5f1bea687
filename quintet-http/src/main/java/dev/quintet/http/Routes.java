package dev.quintet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A list of routes, in the order in which they are tried, and the methods that make them. Django:
/// `urlpatterns`, and `path`, `re_path`, `include`.
///
/// ```java
/// static final Routes ROUTES = Routes.of("catalog",
///         path("", Catalog::index).name("index"),
///         get("albums/<slug:slug>/", Catalog::album).name("album"));
/// ```
///
/// In a pattern `<int:id>` captures a `long`, `<str:x>` or `<x>` anything without a slash,
/// `<slug:x>` letters, digits, hyphens and underscores, `<uuid:x>` a UUID, `<path:x>` anything.
///
/// `get` and `post` are short for `path(...).methods("GET")` and its like. Immutable.
public final class Routes {

    private final @Nullable String appName;
    private final List<Route> list;
    private final Map<String, Converter<?>> converters;

    private Routes(
            @Nullable String appName, List<Route> list, Map<String, Converter<?>> converters) {
        this.appName = appName;
        this.list = list;
        this.converters = converters;
    }

    /// {@return these routes}
    public static Routes of(Route... routes) {
        return new Routes(null, List.of(routes), Map.of());
    }

    /// {@return these routes, whose names are told apart from others' by a namespace}
    ///
    /// @param appName names the routes as one application: `catalog` makes `catalog:index`
    public static Routes of(String appName, Route... routes) {
        return new Routes(appName, List.of(routes), Map.of());
    }

    /// {@return these routes}
    ///
    /// @param appName the application's namespace, or `null` for none
    public static Routes of(@Nullable String appName, List<Route> routes) {
        return new Routes(appName, List.copyOf(routes), Map.of());
    }

    /// {@return these routes, whose patterns and those that they include know one more converter}
    public Routes converter(String name, Converter<?> converter) {
        var more = new LinkedHashMap<>(converters);
        more.put(name, converter);
        return new Routes(appName, list, more);
    }

    /// {@return these routes with others in their place, in one language}
    Routes inOneLanguage(List<Route> routes) {
        return new Routes(appName, List.copyOf(routes), converters);
    }

    /// {@return the routes, in the order in which they are tried}
    public List<Route> list() {
        return list;
    }

    /// {@return the application's namespace, or `null` where there is none}
    public @Nullable String appName() {
        return appName;
    }

    /// {@return the converters that these routes bring, by their names in patterns}
    public Map<String, Converter<?>> converters() {
        return converters;
    }

    /// {@return routes below a prefix; the prefix may capture values}
    public static Route include(String prefix, Routes routes) {
        return Route.toRoutes(prefix, false, routes);
    }

    /// {@return routes below the code of the active language: `/de/...`, `/en/...`. Django:
    /// `i18n_patterns`}
    public static Route inLanguage(Routes routes) {
        return Route.inLanguage(routes, true);
    }

    /// {@return routes below the code of the active language}
    ///
    /// @param prefixesAll whether `LANGUAGE_CODE` has a prefix as well
    public static Route inLanguage(Routes routes, boolean prefixesAll) {
        return Route.inLanguage(routes, prefixesAll);
    }

    /// {@return routes below a prefix that is a regular expression}
    public static Route reInclude(String prefix, Routes routes) {
        return Route.toRoutes(prefix, true, routes);
    }

    /// {@return a route for all methods}
    public static Route path(String pattern, View view) {
        return Route.toView(pattern, false, view, Set.of());
    }

    /// {@return a route for all methods, to a view of one captured value}
    public static <A extends @Nullable Object> Route path(String pattern, View1<A> view) {
        return Route.toView(pattern, false, view, Set.of());
    }

    /// {@return a route for all methods, to a view of two captured values}
    public static <A extends @Nullable Object, B extends @Nullable Object> Route path(
            String pattern, View2<A, B> view) {
        return Route.toView(pattern, false, view, Set.of());
    }

    /// {@return a route for all methods, to a view of three captured values}
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object>
            Route path(String pattern, View3<A, B, C> view) {
        return Route.toView(pattern, false, view, Set.of());
    }

    /// {@return a route for all methods, to a view of four captured values}
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Route path(String pattern, View4<A, B, C, D> view) {
        return Route.toView(pattern, false, view, Set.of());
    }

    /// {@return a route for all methods, by a regular expression of Python or Java; its groups are
    /// captured as text}
    public static Route rePath(String regex, View view) {
        return Route.toView(regex, true, view, Set.of());
    }

    /// {@return a route for all methods, by a regular expression of Python or Java; its groups are
    /// captured as text, to a view of one captured value}
    public static <A extends @Nullable Object> Route rePath(String regex, View1<A> view) {
        return Route.toView(regex, true, view, Set.of());
    }

    /// {@return a route for all methods, by a regular expression of Python or Java; its groups are
    /// captured as text, to a view of two captured values}
    public static <A extends @Nullable Object, B extends @Nullable Object> Route rePath(
            String regex, View2<A, B> view) {
        return Route.toView(regex, true, view, Set.of());
    }

    /// {@return a route for all methods, by a regular expression of Python or Java; its groups are
    /// captured as text, to a view of three captured values}
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object>
            Route rePath(String regex, View3<A, B, C> view) {
        return Route.toView(regex, true, view, Set.of());
    }

    /// {@return a route for all methods, by a regular expression of Python or Java; its groups are
    /// captured as text, to a view of four captured values}
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Route rePath(String regex, View4<A, B, C, D> view) {
        return Route.toView(regex, true, view, Set.of());
    }

    /// {@return a route for GET and HEAD}
    public static Route get(String pattern, View view) {
        return path(pattern, view).methods("GET");
    }

    /// {@return a route for GET and HEAD, to a view of one captured value}
    public static <A extends @Nullable Object> Route get(String pattern, View1<A> view) {
        return path(pattern, view).methods("GET");
    }

    /// {@return a route for GET and HEAD, to a view of two captured values}
    public static <A extends @Nullable Object, B extends @Nullable Object> Route get(
            String pattern, View2<A, B> view) {
        return path(pattern, view).methods("GET");
    }

    /// {@return a route for GET and HEAD, to a view of three captured values}
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object>
            Route get(String pattern, View3<A, B, C> view) {
        return path(pattern, view).methods("GET");
    }

    /// {@return a route for POST}
    public static Route post(String pattern, View view) {
        return path(pattern, view).methods("POST");
    }

    /// {@return a route for POST, to a view of one captured value}
    public static <A extends @Nullable Object> Route post(String pattern, View1<A> view) {
        return path(pattern, view).methods("POST");
    }

    /// {@return a route for POST, to a view of two captured values}
    public static <A extends @Nullable Object, B extends @Nullable Object> Route post(
            String pattern, View2<A, B> view) {
        return path(pattern, view).methods("POST");
    }

    /// {@return a route for POST, to a view of three captured values}
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object>
            Route post(String pattern, View3<A, B, C> view) {
        return path(pattern, view).methods("POST");
    }

    @Override
    public String toString() {
        return (appName == null ? "" : appName + " ") + list;
    }
}
