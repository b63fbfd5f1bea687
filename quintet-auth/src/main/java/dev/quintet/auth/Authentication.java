package dev.quintet.auth;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Session;
import dev.quintet.http.Visitor;
import dev.quintet.http.middleware.Sessions;
import java.util.Set;

/// Lets {@link Auth#user} know who makes a request, by its session. Costs nothing until somebody
/// asks. Django: `AuthenticationMiddleware`.
public final class Authentication implements Middleware {

    /// Stands behind {@link Sessions}.
    public Authentication() {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (request.find(Visitor.KEY).isPresent()) {
            return next.handle(request);
        }
        Session session = request.attribute(Session.KEY);
        return next.handle(request.with(Visitor.KEY, new RequestUser(session)));
    }

    @Override
    public Set<Class<? extends Middleware>> needs() {
        return Set.of(Sessions.class);
    }
}
