package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.web.Shortcuts.render;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.AuthSignals;
import dev.quintet.auth.pages.Destinations;
import dev.quintet.auth.pages.FormPage;
import dev.quintet.http.HttpFailure;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.context.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The second step itself: for who has just given the right password, and for who is signed in and
/// has not passed it.
final class SecondStepPage {

    private static final String TEMPLATE = "quintet/mfa/second_step.html";

    private SecondStepPage() {}

    /// Who is asked.
    ///
    /// @param waiting how they wait to be signed in; `null` where they are already
    private record Asked(AbstractBaseUser user, Visit.@Nullable Waiting waiting) {}

    private static @Nullable Asked asked(Request request) {
        Visit.Waiting waiting = Visit.of(request).waiting();
        if (waiting != null) {
            return new Asked(waiting.user(), waiting);
        }
        return Auth.user(request) instanceof AbstractBaseUser user && Factors.any(user)
                ? new Asked(user, null)
                : null;
    }

    static Response show(Request request) {
        Asked asked = asked(request);
        if (asked == null) {
            return startAgain();
        }
        String signed = request.is("POST") ? request.form().get("credential") : null;
        if (signed != null && !signed.isEmpty()) {
            return byPasskey(request, asked, signed);
        }
        return FormPage.answer(
                request,
                new CodeForm(request, asked.user()),
                TEMPLATE,
                () -> passed(request, asked),
                variables(asked.user()));
    }

    private static Response byPasskey(Request request, Asked asked, String signed) {
        if (PasskeyExchange.verify(request, asked.user(), signed) != null) {
            return FormPage.uncached(passed(request, asked));
        }
        AuthSignals.LOGIN_FAILED.sendRobust(
                new AuthSignals.LoginFailed(asked.user().username(), request));
        var variables = new LinkedHashMap<String, @Nullable Object>(variables(asked.user()));
        var form = new CodeForm(request, asked.user());
        variables.put("form", form);
        variables.put("next", Destinations.asked(request));
        variables.put("passkey_error", gettext("This passkey was not accepted."));
        return FormPage.uncached(render(request, TEMPLATE, variables).withStatus(400));
    }

    private static Map<String, Object> variables(AbstractBaseUser user) {
        return Map.of(
                "has_passkeys", Factors.hasPasskeys(user),
                "has_apps", Factors.hasAuthenticators(user));
    }

    private static Response passed(Request request, Asked asked) {
        Visit visit = Visit.of(request);
        Visit.Waiting waiting = asked.waiting();
        if (waiting == null) {
            visit.pass(asked.user());
            return Response.redirect(Destinations.of(request, AuthSettings.LOGIN_REDIRECT_URL));
        }
        visit.waitNoMore();
        Auth.login(request, waiting.user(), waiting.backend());
        visit.pass(waiting.user());
        return Response.redirect(waiting.next());
    }

    /// Nobody waits here: they took too long, or came by themselves.
    private static Response startAgain() {
        String login = Context.current().settings().get(HttpSettings.LOGIN_URL);
        return FormPage.uncached(
                Response.redirect(login.indexOf('/') >= 0 ? login : reverse(login)));
    }

    static Response options(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
        Asked asked = asked(request);
        if (asked == null) {
            throw new HttpFailure(401, gettext("Sign in first."));
        }
        return FormPage.uncached(Response.json(PasskeyExchange.request(request, asked.user())));
    }
}
