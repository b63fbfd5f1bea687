package dev.quintet.http;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.text.PercentCoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A link by the name of its route: `Reverse.of("catalog:album", slug)`. Django: `reverse` and
/// `reverse_lazy`.
///
/// A value that may be kept in a constant: the address is looked up when {@link #url()} is called,
/// in the site that is current then. Immutable.
public final class Reverse {

    private final String name;
    private final List<?> args;
    private final Map<String, Object> kwargs;
    private final QueryParams query;
    private final @Nullable String fragment;
    private final @Nullable String currentApp;

    private Reverse(
            String name,
            List<?> args,
            Map<String, Object> kwargs,
            QueryParams query,
            @Nullable String fragment,
            @Nullable String currentApp) {
        this.name = name;
        this.args = args;
        this.kwargs = kwargs;
        this.query = query;
        this.fragment = fragment;
        this.currentApp = currentApp;
    }

    /// {@return a link to the route of a name}
    ///
    /// @param name with its namespaces: `catalog:album`
    /// @param args values for what the route captures, in their order
    public static Reverse of(String name, Object... args) {
        return new Reverse(name, List.of(args), Map.of(), QueryParams.empty(), null, null);
    }

    /// {@return this link, with a value for a capture by its name}
    public Reverse with(String capture, Object value) {
        var more = new LinkedHashMap<>(kwargs);
        more.put(capture, value);
        return new Reverse(name, args, more, query, fragment, currentApp);
    }

    /// {@return this link, with a parameter of its query; it is escaped}
    public Reverse query(String name, Object... values) {
        var texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return query(query.with(name, texts));
    }

    /// {@return this link, with this query}
    public Reverse query(QueryParams query) {
        return new Reverse(name, args, kwargs, query, fragment, currentApp);
    }

    /// {@return this link, to a place in the page; it is escaped}
    public Reverse fragment(String fragment) {
        return new Reverse(name, args, kwargs, query, fragment, currentApp);
    }

    /// {@return this link, into this instance of an application where there are several}
    public Reverse currentApp(@Nullable String currentApp) {
        return new Reverse(name, args, kwargs, query, fragment, currentApp);
    }

    /// {@return the address, in the site that is current}
    ///
    /// @throws ReverseException when no route fits
    public String url() {
        return url(Context.current().get(Router.KEY));
    }

    /// {@return the address, among these routes}
    ///
    /// @throws ReverseException when no route fits
    public String url(Router router) {
        String path = router.reverse(name, args, kwargs, currentApp);
        if (query.isEmpty() && fragment == null) {
            return path;
        }
        var out = new StringBuilder(path);
        if (!query.isEmpty()) {
            out.append('?').append(query.encode());
        }
        if (fragment != null) {
            out.append('#').append(PercentCoding.quote(fragment, Reverser.KEPT));
        }
        return out.toString();
    }

    /// {@return the address, as {@link #url()} makes it}
    @Override
    public String toString() {
        return url();
    }
}
