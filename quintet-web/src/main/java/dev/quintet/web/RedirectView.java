package dev.quintet.web;

import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.Router;
import dev.quintet.http.View;
import dev.quintet.kernel.context.Context;
import java.io.Serial;
import java.util.List;
import java.util.Map;

/// Sends visitors elsewhere. Django: `RedirectView`.
///
/// Immutable; safe for many threads.
@SuppressWarnings("serial") // a view is never serialised, only asked for its signature
public final class RedirectView implements View {

    @Serial private static final long serialVersionUID = 1L;

    private final String to;
    private final boolean named;
    private final boolean permanent;
    private final boolean keepsQuery;

    private RedirectView(String to, boolean named, boolean permanent, boolean keepsQuery) {
        this.to = to;
        this.named = named;
        this.permanent = permanent;
        this.keepsQuery = keepsQuery;
    }

    /// {@return a redirect to an address}
    public static RedirectView toUrl(String url) {
        return new RedirectView(url, false, false, false);
    }

    /// {@return a redirect to a named route, with what this route captured}
    public static RedirectView toRoute(String name) {
        return new RedirectView(name, true, false, false);
    }

    /// {@return this redirect for good: 301 rather than 302}
    public RedirectView permanent() {
        return new RedirectView(to, named, true, keepsQuery);
    }

    /// {@return this redirect, with the query of the request}
    public RedirectView keepQuery() {
        return new RedirectView(to, named, permanent, true);
    }

    @Override
    public Response handle(Request request) {
        String address = to;
        if (named) {
            RouteMatch match = request.resolved();
            Map<String, ?> captured = match == null ? Map.of() : match.kwargs();
            address = Context.current().get(Router.KEY).reverse(to, List.of(), captured, null);
        }
        if (keepsQuery && !request.rawQuery().isEmpty()) {
            address += (address.indexOf('?') < 0 ? "?" : "&") + request.rawQuery();
        }
        return permanent ? Response.permanentRedirect(address) : Response.redirect(address);
    }
}
