package dev.quintet.mfa;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.Backend;
import dev.quintet.auth.pages.Destinations;
import dev.quintet.auth.pages.FormPage;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.web.Shortcuts;
import java.util.List;

/// Signing in by a passkey alone, without a name: the device knows which account, and has looked at
/// a finger, a face or a number. It counts as both steps.
final class PasskeySignIn {

    private PasskeySignIn() {}

    static Response options(Request request) {
        onlyPost(request);
        return FormPage.uncached(Response.json(PasskeyExchange.request(request, null)));
    }

    static Response signIn(Request request) {
        onlyPost(request);
        String next = Destinations.of(request, AuthSettings.LOGIN_REDIRECT_URL);
        Passkey passkey =
                PasskeyExchange.verify(request, null, request.form().get("credential", ""));
        if (passkey != null && enters(request, passkey.userKey)) {
            return FormPage.uncached(Response.redirect(next));
        }
        AuthSignals.LOGIN_FAILED.sendRobust(new AuthSignals.LoginFailed("", request));
        return FormPage.uncached(
                Shortcuts.render(request, "quintet/mfa/passkey_refused.html").withStatus(400));
    }

    private static boolean enters(Request request, String key) {
        for (Backend backend : Accounts.current().backends()) {
            AbstractBaseUser user = Auth.known(backend.path(), key);
            if (user != null && user.active()) {
                Auth.login(request, user, backend.path());
                Visit visit = Visit.of(request);
                visit.waitNoMore();
                visit.pass(user);
                return true;
            }
        }
        return false;
    }

    private static void onlyPost(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
    }
}
