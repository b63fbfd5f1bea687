package dev.quintet.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A pattern of addresses, and the view, or the routes, that it leads to. Immutable: each call
/// makes a new one. Made by the methods of {@link Routes}; nothing is checked before {@link
/// Router#of}.
public final class Route {

    private final String pattern;
    private final boolean regex;
    private final @Nullable ViewFunction view;
    private final @Nullable Routes included;
    private final @Nullable String name;
    private final @Nullable String namespace;
    private final Set<String> methods;
    private final Map<String, Object> extra;
    private final List<Middleware> middleware;
    private final Localized localized;
    private final @Nullable String host;

    /// How a pattern depends on the language.
    enum Localized {
        /// Not at all.
        NO,
        /// It is a text to be translated.
        TRANSLATED,
        /// It is the code of the language.
        PREFIX,
        /// It is the code of the language, but nothing for the site's own language.
        PREFIX_OF_OTHERS
    }

    private Route(Draft draft) {
        this.pattern = draft.pattern;
        this.regex = draft.regex;
        this.view = draft.view;
        this.included = draft.included;
        this.name = draft.name;
        this.namespace = draft.namespace;
        this.methods = draft.methods;
        this.extra = draft.extra;
        this.middleware = draft.middleware;
        this.localized = draft.localized;
        this.host = draft.host;
    }

    static Route toView(String pattern, boolean regex, ViewFunction view, Set<String> methods) {
        var draft = new Draft(pattern, regex);
        draft.view = view;
        draft.methods = methods;
        return new Route(draft);
    }

    static Route toRoutes(String pattern, boolean regex, Routes included) {
        var draft = new Draft(pattern, regex);
        draft.included = included;
        return new Route(draft);
    }

    static Route inLanguage(Routes included, boolean prefixesAll) {
        var draft = new Draft("", false);
        draft.included = included;
        draft.localized = prefixesAll ? Localized.PREFIX : Localized.PREFIX_OF_OTHERS;
        return new Route(draft);
    }

    /// {@return this route, whose pattern is translated: `path("about/", view).translated()` is at
    /// `ueber-uns/` where the German catalogue says so}
    ///
    /// What is captured must be the same in all languages.
    public Route translated() {
        return changed(draft -> draft.localized = Localized.TRANSLATED);
    }

    /// {@return this route, or all included ones, for one host only, such as `docs.example.com`;
    /// links to it from elsewhere are whole URLs}
    ///
    /// @param host a name, or `.example.com` for all below it
    public Route host(String host) {
        return changed(draft -> draft.host = host);
    }

    Localized localized() {
        return localized;
    }

    /// {@return this route with another pattern and other included routes, in one language}
    Route inOneLanguage(String pattern, @Nullable Routes included) {
        var draft = new Draft(pattern, regex);
        draft.view = view;
        draft.included = included;
        draft.name = name;
        draft.namespace = namespace;
        draft.methods = methods;
        draft.extra = extra;
        draft.middleware = middleware;
        draft.host = host;
        return new Route(draft);
    }

    /// {@return this route under a name, by which links to it are made}
    public Route name(String name) {
        return changed(draft -> draft.name = name);
    }

    /// {@return these included routes as the instance `namespace` of their application}
    ///
    /// Needed only where the same routes are included more than once.
    public Route namespace(String namespace) {
        return changed(draft -> draft.namespace = namespace);
    }

    /// {@return this route for these methods only; others get 405, GET brings HEAD, and OPTIONS is
    /// answered}
    public Route methods(String... methods) {
        return changed(draft -> draft.methods = Set.of(methods));
    }

    /// {@return this route with a value that the match carries beside what is captured}
    ///
    /// It counts as captured under its name: it wins over a capture of that name, and reversing
    /// accepts the name with this value only.
    public Route extra(String name, Object value) {
        var more = new LinkedHashMap<>(extra);
        more.put(name, value);
        return changed(draft -> draft.extra = more);
    }

    /// {@return this route, or all included ones, inside of `middleware`, within what it had}
    public Route with(Middleware... middleware) {
        var all = new ArrayList<>(this.middleware);
        all.addAll(List.of(middleware));
        return changed(draft -> draft.middleware = List.copyOf(all));
    }

    /// {@return this route, or all included ones, for visitors who are signed in; others are sent
    /// to `LOGIN_URL`, or get 401 where they ask for JSON}
    public Route loginRequired() {
        return with(SignedIn.required());
    }

    private Route changed(Consumer<Draft> change) {
        var draft = new Draft(pattern, regex);
        draft.view = view;
        draft.included = included;
        draft.name = name;
        draft.namespace = namespace;
        draft.methods = methods;
        draft.extra = extra;
        draft.middleware = middleware;
        draft.localized = localized;
        draft.host = host;
        change.accept(draft);
        return new Route(draft);
    }

    /// A route in the making.
    private static final class Draft {
        private final String pattern;
        private final boolean regex;
        private @Nullable ViewFunction view;
        private @Nullable Routes included;
        private @Nullable String name;
        private @Nullable String namespace;
        private Set<String> methods = Set.of();
        private Map<String, Object> extra = Map.of();
        private List<Middleware> middleware = List.of();
        private Localized localized = Localized.NO;
        private @Nullable String host;

        Draft(String pattern, boolean regex) {
            this.pattern = pattern;
            this.regex = regex;
        }
    }

    /// {@return the pattern as it was written}
    public String pattern() {
        return pattern;
    }

    /// {@return whether the pattern is a regular expression}
    public boolean isRegex() {
        return regex;
    }

    /// {@return the view, or `null` where routes are included}
    public @Nullable ViewFunction view() {
        return view;
    }

    /// {@return the included routes, or `null` where there is a view}
    public @Nullable Routes included() {
        return included;
    }

    /// {@return the name, or `null` where it has none}
    public @Nullable String name() {
        return name;
    }

    /// {@return the instance namespace of the included routes, or `null` to follow their own}
    public @Nullable String namespace() {
        return namespace != null ? namespace : included == null ? null : included.appName();
    }

    /// {@return the methods that it answers; empty for all}
    public Set<String> methods() {
        return methods;
    }

    /// {@return the host that it is for, or `null` for any}
    public @Nullable String host() {
        return host;
    }

    /// {@return values that a match carries beside what is captured}
    public Map<String, Object> extra() {
        return extra;
    }

    /// {@return the middleware around it, the outermost first}
    public List<Middleware> middleware() {
        return middleware;
    }

    @Override
    public String toString() {
        return "'" + pattern + "'" + (name == null ? "" : " [name='" + name + "']");
    }
}
