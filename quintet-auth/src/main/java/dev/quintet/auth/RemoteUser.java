package dev.quintet.auth;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.util.Optional;
import java.util.Set;

/// Signs in whom the web server in front names in a header, such as `X-Remote-User`; together with
/// {@link RemoteUserBackend}. Django: `RemoteUserMiddleware`.
///
/// Anybody can send a header: the server in front must set or remove it in every request, and
/// nobody else may reach this one.
public final class RemoteUser implements Middleware {

    private final String header;
    private final boolean persistent;

    private RemoteUser(String header, boolean persistent) {
        this.header = header;
        this.persistent = persistent;
    }

    /// {@return what believes a header; whom it names no more is signed out}
    public static RemoteUser of(String header) {
        return new RemoteUser(header, false);
    }

    /// {@return this, for a header that comes with the sign-in only, and whose users stay signed in
    /// without it. Django: `PersistentRemoteUserMiddleware`}
    public RemoteUser persistent() {
        return new RemoteUser(header, true);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String named = request.header(header);
        SiteUser user = Auth.user(request);
        if (named == null || named.isEmpty()) {
            if (!persistent && signedInHere(user)) {
                Auth.logout(request);
            }
            return next.handle(request);
        }
        if (user.signedIn() && user.username().equals(AbstractBaseUser.normalizeUsername(named))) {
            return next.handle(request);
        }
        if (signedInHere(user)) {
            Auth.logout(request);
        }
        Optional<AbstractBaseUser> known =
                Auth.authenticate(request, new Credentials.Remote(named));
        known.ifPresent(found -> Auth.login(request, found));
        return next.handle(request);
    }

    private static boolean signedInHere(SiteUser user) {
        return user instanceof AbstractBaseUser known
                && known.backend() != null
                && Accounts.current().backend(known.backend()) instanceof RemoteUserBackend;
    }

    @Override
    public Set<Class<? extends Middleware>> needs() {
        return Set.of(Authentication.class);
    }
}
