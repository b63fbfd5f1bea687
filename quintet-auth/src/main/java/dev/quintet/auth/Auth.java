package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.HttpFailure;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Session;
import dev.quintet.http.Visitor;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.LogFields;
import dev.quintet.kernel.signing.Secrets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs users in and out, and says who makes a request. Django: `django.contrib.auth`.
///
/// ```java
/// static Response profile(Request request) {
///     Member member = Auth.user(request, Member.class);
///     ...
/// }
/// path("profile/", Pages::profile).loginRequired()
/// ```
public final class Auth {

    private Auth() {}

    /// {@return who makes a request: a user of the site's model, or {@link AnonymousUser}. Django:
    /// `request.user`}
    ///
    /// Read from the session when it is first asked for, by one statement.
    ///
    /// @throws dev.quintet.http.MissingAttributeException when {@link Authentication} is not listed
    public static SiteUser user(Request request) {
        return switch (request.attribute(Visitor.KEY)) {
            case RequestUser lazy -> lazy.get();
            case SiteUser known -> known;
            case Visitor other ->
                    throw new IllegalStateException("No user: " + other.getClass().getName());
        };
    }

    /// {@return who makes a request, as an object of the site's own model: for views behind {@link
    /// dev.quintet.http.Route#loginRequired}}
    ///
    /// @throws HttpFailure of status 401 when nobody has signed in
    /// @throws AuthException when the site's user model is another one
    public static <U extends AbstractBaseUser> U user(Request request, Class<U> type) {
        return find(request, type)
                .orElseThrow(() -> new HttpFailure(401, gettext("Sign in first.")));
    }

    /// {@return who makes a request, as an object of the site's own model; empty where nobody has
    /// signed in}
    ///
    /// @throws AuthException when the site's user model is another one
    public static <U extends AbstractBaseUser> Optional<U> find(Request request, Class<U> type) {
        SiteUser user = user(request);
        if (user.signedIn() && !type.isInstance(user)) {
            Accounts.current().refuseOther(type);
        }
        return type.isInstance(user) ? Optional.of(type.cast(user)) : Optional.empty();
    }

    /// {@return who proves to be somebody, by the first back end that knows them; empty where none
    /// does. Django: `authenticate`}
    ///
    /// Signs nobody in: that is {@link #login}.
    ///
    /// @param request on behalf of which, or `null`
    /// @throws dev.quintet.auth.password.HashingBusyException when too many wait already
    public static Optional<AbstractBaseUser> authenticate(
            @Nullable Request request, Credentials credentials) {
        for (Backend backend : Accounts.current().backends()) {
            try {
                AbstractBaseUser user = backend.authenticate(request, credentials);
                if (user != null) {
                    user.signedInBy(backend.path());
                    return Optional.of(user);
                }
            } catch (PermissionDenied stop) {
                break;
            }
        }
        AuthSignals.LOGIN_FAILED.sendRobust(
                new AuthSignals.LoginFailed(credentials.subject(), request));
        return Optional.empty();
    }

    /// Signs a user in, under a new session key, so that one planted before is worth nothing. What
    /// the session of an anonymous visitor held is kept; that of another user is not. Django:
    /// `login`.
    ///
    /// @throws AuthException when nobody knows by which back end
    public static void login(Request request, AbstractBaseUser user) {
        login(request, user, backendOf(user));
    }

    /// Signs in somebody who has proven to be `user` by one thing alone, such as a password, and
    /// leads on; where the site has a {@link SecondStep} and this user has set it up, nobody is
    /// signed in yet, and the answer leads to that. For pages of your own that take passwords.
    ///
    /// @param user as {@link #authenticate} returned them
    /// @param next where they go when they are signed in, an address of this site
    public static Response enter(Request request, AbstractBaseUser user, String next) {
        SecondStep step = SecondStep.of(Context.current()).orElse(null);
        if (step != null && step.isAskedOf(user)) {
            return step.ask(request, user, next);
        }
        login(request, user);
        return Response.redirect(next);
    }

    /// {@return the path of the back end that knows a user, for who signs them in later}
    ///
    /// @throws AuthException when nobody knows which
    public static String backendOf(AbstractBaseUser user) {
        List<Backend> all = Accounts.current().backends();
        String path = user.backend();
        if (path == null && all.size() == 1) {
            path = all.getFirst().path();
        }
        if (path == null) {
            throw AuthException.severalBackends();
        }
        return path;
    }

    /// {@return the user of a key, as a back end knows them; `null` where it does not, or where the
    /// account is not in use any more}
    ///
    /// @param backend its path, as {@link #backendOf} told it
    /// @param key as {@link AbstractBaseUser#key} told it
    public static @Nullable AbstractBaseUser known(String backend, String key) {
        Backend one = Accounts.current().backend(backend);
        AbstractBaseUser user = one == null ? null : one.user(key);
        if (user != null) {
            user.signedInBy(backend);
        }
        return user;
    }

    /// Signs a user in by a back end.
    ///
    /// @param backend path of one of the site's
    public static void login(Request request, AbstractBaseUser user, String backend) {
        Session session = request.attribute(Session.KEY);
        String hash = user.sessionAuthHash();
        Object before = session.get(RequestUser.ID);
        if (before != null && !isHis(session, before, user, hash)) {
            session.flush();
        } else {
            session.cycleKey();
        }
        session.put(RequestUser.ID, user.key());
        session.put(RequestUser.BACKEND, backend);
        session.put(RequestUser.HASH, hash);
        user.signedInBy(backend);
        become(request, user);
        Csrf.rotate(request);
        user.noteLogin(Context.current().clock().instant());
        AuthSignals.LOGGED_IN.send(new AuthSignals.LoggedIn(user, request));
    }

    private static boolean isHis(
            Session session, Object before, AbstractBaseUser user, String hash) {
        String told = session.get(RequestUser.HASH, String.class);
        return before.toString().equals(user.key()) && (told == null || Secrets.equal(told, hash));
    }

    /// Signs out who makes a request, and forgets all that the session held. Django: `logout`.
    public static void logout(Request request) {
        SiteUser user = user(request);
        AuthSignals.LOGGED_OUT.send(
                new AuthSignals.LoggedOut(
                        user instanceof AbstractBaseUser known ? known : null, request));
        request.attribute(Session.KEY).flush();
        become(request, AnonymousUser.ANYBODY);
    }

    /// Keeps who makes a request signed in after their password has changed; all their other
    /// sessions end. Django: `update_session_auth_hash`.
    ///
    /// @param user with the new password
    public static void updateSessionAuthHash(Request request, AbstractBaseUser user) {
        Session session = request.attribute(Session.KEY);
        session.cycleKey();
        if (user(request).equals(user)) {
            session.put(RequestUser.HASH, user.sessionAuthHash());
        }
    }

    /// Ends all sessions of a user but that of `request`, wherever sessions are kept, in signed
    /// cookies as well: the same password is hashed anew, and no session fits a hash that is not
    /// that of its time. Links to set a new password that are on their way end with them.
    ///
    /// @param user who makes the request
    /// @param password theirs, which was found to be right
    public static void logoutElsewhere(Request request, AbstractBaseUser user, String password) {
        user.setPassword(password);
        user.save();
        updateSessionAuthHash(request, user);
    }

    /// {@return the request as one that `user` makes: for middleware of your own by which users are
    /// known from other things than their session, such as a token; nothing is kept for the next
    /// request}
    public static Request madeBy(Request request, AbstractBaseUser user) {
        note(user);
        return request.with(Visitor.KEY, user);
    }

    /// Lets what is logged for the request name who made it; nobody is not named.
    static void note(SiteUser user) {
        if (user instanceof AbstractBaseUser known) {
            LogFields.put("user_id", known.key());
        }
    }

    private static void become(Request request, SiteUser user) {
        if (request.find(Visitor.KEY).orElse(null) instanceof RequestUser lazy) {
            lazy.set(user);
        }
    }
}
