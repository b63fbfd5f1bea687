package dev.quintet.oidc;

import static dev.quintet.auth.Guards.loginNotRequired;
import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.Backend;
import dev.quintet.auth.pages.Destinations;
import dev.quintet.auth.pages.FormPage;
import dev.quintet.auth.pages.OwnPassword;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.NotFound;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.IntegrityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages where visitors leave for a provider and come back, and where users see what they have
/// connected:
///
/// ```java
/// include("accounts/", AccountPages.routes()),
/// include("accounts/", OidcPages.routes())
/// ```
///
/// A provider is told the address `.../with/NAME/callback/` to send visitors back to.
public final class OidcPages {

    private static final System.Logger LOG = Loggers.of(OidcPages.class);

    private OidcPages() {}

    /// {@return all pages}
    public static Routes routes() {
        return Routes.of(
                path("with/<slug:name>/", OidcPages::start)
                        .name("oidc_start")
                        .with(loginNotRequired()),
                path("with/<slug:name>/callback/", OidcPages::back)
                        .name("oidc_callback")
                        .with(loginNotRequired()),
                path("connections/", OidcPages::connections).name("connections").loginRequired(),
                path("connections/<int:id>/remove/", OidcPages::remove)
                        .name("connection_remove")
                        .loginRequired());
    }

    private static Provider provider(String name) {
        Provider one = Providers.named(name);
        if (one == null) {
            throw new NotFound("No such provider.");
        }
        return one;
    }

    private static String callback(Request request, Provider provider) {
        return request.absoluteUrl(reverse("oidc_callback", provider.name()));
    }

    static Response start(Request request, String name) {
        onlyPost(request);
        Provider provider = provider(name);
        boolean connects = request.form().get("connect") != null;
        AbstractBaseUser owner = connects ? Auth.user(request, AbstractBaseUser.class) : null;
        if (owner != null
                && owner.hasUsablePassword()
                && !OwnPassword.isRight(request, owner, request.form().get("password", ""))) {
            // Else whoever finds a browser open could leave a door of their own behind.
            return connected(request, owner, true);
        }
        String user = owner == null ? "" : owner.key();
        String next =
                connects
                        ? reverse("connections")
                        : Destinations.of(request, AuthSettings.LOGIN_REDIRECT_URL);
        Attempt attempt = Attempt.begin(request, provider, next, user);
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.clientId());
        asked.put("redirect_uri", callback(request, provider));
        asked.put("scope", provider.scopes());
        asked.put("state", attempt.state());
        asked.put("nonce", attempt.nonce());
        asked.put("code_challenge", attempt.challenge());
        asked.put("code_challenge_method", "S256");
        try {
            return FormPage.uncached(
                    Response.redirect(OidcApp.current().with(provider).authorizationUrl(asked)));
        } catch (Refused silent) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Provider {0}: {1}.",
                    provider.name(),
                    silent.getMessage());
            return refused(
                    request,
                    503,
                    gettext("The other side does not answer. Please try again later."));
        }
    }

    static Response back(Request request, String name) {
        if (!request.is("GET")) {
            throw new MethodNotAllowed(request.method(), List.of("GET"));
        }
        Provider provider = provider(name);
        Attempt attempt = Attempt.take(request, provider, request.query().get("state"));
        String code = request.query().get("code");
        String issuer = request.query().get("iss");
        if (attempt == null || (issuer != null && !issuer.equals(provider.issuer()))) {
            return failed(request, gettext("This took too long, or was begun elsewhere."));
        }
        if (code == null) {
            return failed(request, gettext("The other side has not let you in."));
        }
        Claims claims;
        try {
            claims =
                    OidcApp.current()
                            .with(provider)
                            .claims(
                                    code,
                                    callback(request, provider),
                                    attempt.verifier(),
                                    attempt.nonce());
        } catch (Refused untrue) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Provider {0}: {1}.",
                    provider.name(),
                    untrue.getMessage());
            return failed(request, gettext("What the other side says cannot be believed."));
        }
        return attempt.user().isEmpty()
                ? signIn(request, claims, attempt)
                : connect(request, claims, attempt);
    }

    // ---- who it is

    private static Response signIn(Request request, Claims claims, Attempt attempt) {
        Identity identity = Identity.find(claims);
        if (identity != null) {
            identity.noteUse(claims);
            return enter(request, identity.userKey, attempt.next());
        }
        var newcomer = new Newcomer(claims);
        AbstractBaseUser user = newcomer.byEmail();
        if (user != null && connects(user, claims)) {
            return enter(request, user.key(), attempt.next());
        }
        if (!newcomer.namesakes().isEmpty()) {
            return failed(
                    request,
                    gettext(
                            "There is an account with your address already. Sign in to it, and"
                                    + " connect the two there."));
        }
        if (!Context.current().settings().get(OidcSettings.CREATE_USERS)) {
            return failed(request, gettext("There is no account of yours here."));
        }
        try {
            AbstractBaseUser made = newcomer.create();
            return made == null
                    ? failed(
                            request,
                            gettext("The other side has not verified your address of mail."))
                    : enter(request, made.key(), attempt.next());
        } catch (IntegrityException another) {
            // Another request of the same visitor made it meanwhile.
            Identity theirs = Identity.find(claims);
            if (theirs == null) {
                throw another;
            }
            return enter(request, theirs.userKey, attempt.next());
        }
    }

    /// Signs in a user by their key, behind the second step where they have one.
    private static Response enter(Request request, String key, String next) {
        for (Backend backend : Accounts.current().backends()) {
            AbstractBaseUser user = Auth.known(backend.path(), key);
            if (user != null && user.active()) {
                return FormPage.uncached(Auth.enter(request, user, next));
            }
        }
        return failed(request, gettext("There is no account of yours here."));
    }

    private static boolean connects(AbstractBaseUser user, Claims claims) {
        try {
            Transaction.atomic(() -> {
                Identity.connect(user, claims);
            });
            return true;
        } catch (IntegrityException taken) {
            return false;
        }
    }

    private static Response connect(Request request, Claims claims, Attempt attempt) {
        if (!(Auth.user(request) instanceof AbstractBaseUser user)
                || !user.key().equals(attempt.user())) {
            return failed(request, gettext("This took too long, or was begun elsewhere."));
        }
        Identity known = Identity.find(claims);
        boolean his = known == null ? connects(user, claims) : known.userKey.equals(user.key());
        return his
                ? FormPage.uncached(Response.redirect(attempt.next()))
                : failed(request, gettext("This account is connected with another one here."));
    }

    private static Response failed(Request request, String why) {
        AuthSignals.LOGIN_FAILED.sendRobust(new AuthSignals.LoginFailed("", request));
        return refused(request, 403, why);
    }

    private static Response refused(Request request, int status, String why) {
        return FormPage.uncached(
                render(request, "quintet/oidc/refused.html", Map.of("why", why))
                        .withStatus(status));
    }

    // ---- what is connected

    private static List<Identity> identities(AbstractBaseUser user) {
        return Identities.filter(Identities.userKey.eq(user.key())).list();
    }

    static Response connections(Request request) {
        return connected(request, Auth.user(request, AbstractBaseUser.class), false);
    }

    private static Response connected(Request request, AbstractBaseUser user, boolean wrong) {
        return FormPage.uncached(
                render(
                        request,
                        "quintet/oidc/connections.html",
                        Map.of(
                                "identities",
                                identities(user).stream().map(OidcPages::shown).toList(),
                                "last",
                                isLastWay(user),
                                "has_password",
                                user.hasUsablePassword(),
                                "wrong",
                                wrong,
                                "providers",
                                OidcApp.shown(Providers.list()))));
    }

    private static Map<String, Object> shown(Identity one) {
        Provider provider =
                Providers.list().stream()
                        .filter(each -> each.issuer().equals(one.issuer))
                        .findFirst()
                        .orElse(null);
        return Map.of(
                "id", one.id,
                "label", one.label,
                "provider", provider == null ? one.issuer : provider.label());
    }

    /// Whoever has no password keeps one way in.
    private static boolean isLastWay(AbstractBaseUser user) {
        return !user.hasUsablePassword() && identities(user).size() < 2;
    }

    static Response remove(Request request, long id) {
        onlyPost(request);
        AbstractBaseUser user = Auth.user(request, AbstractBaseUser.class);
        if (!isLastWay(user)) {
            Identities.filter(Identities.id.eq(id), Identities.userKey.eq(user.key())).delete();
        }
        return redirect("connections");
    }

    private static void onlyPost(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
    }
}
