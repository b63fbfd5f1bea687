package dev.quintet.http.middleware;

import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.util.List;

/// Lets only some requests through to a route. Django: `require_http_methods` and its kin.
///
/// For routes that are included; a single route has {@link dev.quintet.http.Route#methods}, which
/// leaves the others to the routes after it.
public final class Only implements Middleware {

    private final List<String> methods;

    private Only(List<String> methods) {
        this.methods = methods;
    }

    /// {@return a guard that answers 405 to other methods than these}
    public static Only methods(String... methods) {
        return new Only(List.of(methods));
    }

    /// {@return a guard that lets through what changes nothing: GET and HEAD}
    public static Only safe() {
        return methods("GET", "HEAD");
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (!methods.contains(request.method())) {
            throw new MethodNotAllowed(request.method(), methods);
        }
        return next.handle(request);
    }

    @Override
    public String name() {
        return "Only" + methods;
    }
}
