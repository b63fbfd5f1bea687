package dev.quintet.http.middleware;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.util.Set;

/// Refuses hosts that are not ours, adds a missing slash or `www.` by a redirect. Django:
/// `CommonMiddleware`.
public final class Common implements Passage {

    private static final System.Logger LOG = Loggers.named("quintet.request");

    private final boolean appendSlash;
    private final boolean prependWww;
    private final boolean debug;

    private Common(boolean appendSlash, boolean prependWww, boolean debug) {
        this.appendSlash = appendSlash;
        this.prependWww = prependWww;
        this.debug = debug;
    }

    /// {@return what the settings `APPEND_SLASH` and `PREPEND_WWW` say}
    public static Common of(Settings settings) {
        return new Common(
                settings.get(HttpSettings.APPEND_SLASH),
                settings.get(HttpSettings.PREPEND_WWW),
                settings.get(KernelSettings.DEBUG));
    }

    @Override
    public Onward enter(Request request) {
        String host = request.host();
        if (prependWww && !host.isEmpty() && !host.startsWith("www.")) {
            String path = lacksSlash(request) ? withSlash(request) : request.fullPath();
            return Response.permanentRedirect(request.scheme() + "://www." + host + path);
        }
        return request;
    }

    @Override
    public Response leave(Request request, Response response) {
        if (response.status() == 404 && lacksSlash(request)) {
            if (debug && !request.is("GET") && !request.is("HEAD")) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} {1} lacks its last slash: a redirect loses the body. Send it to {1}/,"
                                + " or set APPEND_SLASH to false.",
                        request.method(),
                        request.escapedPath());
            }
            return Response.permanentRedirect(withSlash(request));
        }
        return response;
    }

    @Override
    public Set<Class<? extends Middleware>> inside() {
        return Set.of(Languages.class);
    }

    private boolean lacksSlash(Request request) {
        if (!appendSlash || request.path().endsWith("/") || request.resolved() != null) {
            return false;
        }
        return Context.current().get(Router.KEY).resolve(request.path() + "/") != null;
    }

    private static String withSlash(Request request) {
        String query = request.rawQuery();
        return request.escapedPath() + "/" + (query.isEmpty() ? "" : "?" + query);
    }
}
