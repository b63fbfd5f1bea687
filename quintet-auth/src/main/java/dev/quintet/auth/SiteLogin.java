package dev.quintet.auth;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.http.Router;
import dev.quintet.http.SignedIn;
import dev.quintet.kernel.context.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Closes a whole site to those who have not signed in, but for the page where they do, and for
/// routes that say {@link Guards#loginNotRequired}: a page that is new is closed until somebody
/// opens it. Django: `LoginRequiredMiddleware`.
///
/// Static and uploaded files are served before any view, and stay open.
public final class SiteLogin implements Middleware {

    /// Stands behind {@link Authentication}.
    public SiteLogin() {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        return next.handle(request);
    }

    @Override
    public @Nullable Response onView(Request request, RouteMatch match) throws Exception {
        if (match.middleware().stream().anyMatch(Guards.Open.class::isInstance)
                || isLoginPage(request)
                || Auth.user(request).signedIn()) {
            return null;
        }
        // Nobody is signed in, so that what follows is never asked.
        return SignedIn.required().handle(request, _ -> Response.status(403));
    }

    private static boolean isLoginPage(Request request) {
        Context site = Context.current();
        String login = site.settings().get(HttpSettings.LOGIN_URL);
        String address = login.indexOf('/') >= 0 ? login : site.get(Router.KEY).reverse(login);
        int query = address.indexOf('?');
        return request.escapedPath().equals(query < 0 ? address : address.substring(0, query));
    }

    @Override
    public Set<Class<? extends Middleware>> needs() {
        return Set.of(Authentication.class);
    }
}
