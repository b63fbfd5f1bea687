package dev.quintet.auth.tokens;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.Authentication;
import dev.quintet.http.Header;
import dev.quintet.http.HttpFailure;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.context.Context;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets programs speak for a user by `Authorization: Bearer ...`. Stands before {@link Csrf} and
/// {@link Authentication}: a browser never sends that header by itself, so that no other site can
/// abuse it, and no token of a form is asked for.
///
/// A token that is wrong, over, or whose user is not in use is refused with 401, and never taken
/// for a visitor who has not signed in. One with scopes answers `GET` only where it has `read`, and
/// what changes something only where it has `write`; views ask for others by {@link #requireScope}.
public final class TokenAuthentication implements Middleware {

    /// The token of a request, where it came with one of this site's own.
    public static final RequestKey<ApiToken> TOKEN = RequestKey.named("token");

    private static final Header CHALLENGE = Header.of("WWW-Authenticate", "Bearer");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String scheme;
    private final @Nullable Function<String, @Nullable AbstractBaseUser> plain;

    private TokenAuthentication(
            String scheme, @Nullable Function<String, @Nullable AbstractBaseUser> plain) {
        this.scheme = scheme;
        this.plain = plain;
    }

    /// Knows the tokens of {@link ApiToken}.
    public TokenAuthentication() {
        this("bearer", null);
    }

    /// {@return what knows tokens of another kind, which have no scopes}
    ///
    /// @param scheme the word before them, such as `Token`
    /// @param users gives the user of a token, or `null`
    public static TokenAuthentication of(
            String scheme, Function<String, @Nullable AbstractBaseUser> users) {
        return new TokenAuthentication(scheme.toLowerCase(Locale.ROOT), users);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String text = text(request);
        if (text == null) {
            return next.handle(request);
        }
        Request known = plain == null ? byToken(request, text) : byUser(request, plain.apply(text));
        return next.handle(known.with(Csrf.UNCHECKED, true)).withVary("Authorization");
    }

    private @Nullable String text(Request request) {
        String header = request.header("Authorization");
        if (header == null) {
            return null;
        }
        int space = header.indexOf(' ');
        return space > 0 && header.substring(0, space).toLowerCase(Locale.ROOT).equals(scheme)
                ? header.substring(space + 1).strip()
                : null;
    }

    private static Request byToken(Request request, String text) {
        ApiToken token = ApiToken.find(text);
        Request known = byUser(request, token == null ? null : token.user());
        if (token == null) {
            throw refused();
        }
        token.noteUse(Context.current().clock().instant());
        String needed = READING.contains(request.method()) ? "read" : "write";
        refuseWithout(token, needed);
        return known.with(TOKEN, token);
    }

    private static Request byUser(Request request, @Nullable AbstractBaseUser user) {
        if (user == null || !user.active()) {
            throw refused();
        }
        return Auth.madeBy(request, user);
    }

    private static HttpFailure refused() {
        return new HttpFailure(401, "This token is not known here.", CHALLENGE);
    }

    /// Refuses a request whose token is not for a purpose; one without a token passes.
    ///
    /// @throws HttpFailure of status 403
    public static void requireScope(Request request, String scope) {
        request.find(TOKEN).ifPresent(token -> refuseWithout(token, scope));
    }

    private static void refuseWithout(ApiToken token, String scope) {
        if (!token.allows(scope)) {
            throw new HttpFailure(403, "This token is not for '" + scope + "'.");
        }
    }

    @Override
    public boolean mayRepeat() {
        return true;
    }
}
