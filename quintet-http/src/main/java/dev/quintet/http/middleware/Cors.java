package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets scripts of other sites read our answers, as far as the settings that begin with `CORS_`
/// say.
///
/// A browser's question before a request (a preflight) is answered here. An origin that is not
/// listed gets an answer without permission: its browser keeps that from the script. Only where no
/// cookies are allowed does `*` stand for everybody; with cookies each origin must be named.
///
/// List it before {@link Common} and {@link Csrf}, so that refusals can be read as well.
public final class Cors implements Middleware {

    private final List<String> origins;
    private final boolean credentials;
    private final String methods;
    private final Set<String> headers;
    private final String exposed;
    private final int maxAge;
    private final String paths;

    private Cors(Settings settings) {
        this.origins = settings.get(MiddlewareSettings.CORS_ALLOWED_ORIGINS);
        this.credentials = settings.get(MiddlewareSettings.CORS_ALLOW_CREDENTIALS);
        this.methods = String.join(", ", settings.get(MiddlewareSettings.CORS_ALLOW_METHODS));
        this.headers =
                settings.get(MiddlewareSettings.CORS_ALLOW_HEADERS).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(java.util.TreeSet::new));
        this.exposed = String.join(", ", settings.get(MiddlewareSettings.CORS_EXPOSE_HEADERS));
        this.maxAge = settings.get(MiddlewareSettings.CORS_PREFLIGHT_MAX_AGE);
        this.paths = settings.get(MiddlewareSettings.CORS_PATHS);
    }

    /// {@return what the settings that begin with `CORS_` say}
    public static Cors of(Settings settings) {
        return new Cors(settings);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (!request.path().startsWith(paths)) {
            return next.handle(request);
        }
        String origin = request.header("Origin");
        boolean preflight =
                origin != null
                        && request.is("OPTIONS")
                        && request.header("Access-Control-Request-Method") != null;
        Response response = preflight ? Response.noContent() : next.handle(request);
        boolean anybody = origins.contains("*") && !credentials;
        if (!anybody) {
            response = response.withVary("Origin");
        }
        if (origin == null || !(anybody || origins.contains(origin))) {
            return response;
        }
        response = response.withHeader("Access-Control-Allow-Origin", anybody ? "*" : origin);
        if (credentials) {
            response = response.withHeader("Access-Control-Allow-Credentials", "true");
        }
        return preflight ? permissions(response) : exposing(response);
    }

    private Response permissions(Response response) {
        Response told =
                response.withHeader("Access-Control-Allow-Methods", methods)
                        .withHeader("Access-Control-Allow-Headers", String.join(", ", headers));
        return maxAge == 0
                ? told
                : told.withHeader("Access-Control-Max-Age", Integer.toString(maxAge));
    }

    private Response exposing(Response response) {
        return exposed.isEmpty()
                ? response
                : response.withHeader(Header.of("Access-Control-Expose-Headers", exposed));
    }

    @Override
    public String toString() {
        return "Cors" + origins;
    }
}
