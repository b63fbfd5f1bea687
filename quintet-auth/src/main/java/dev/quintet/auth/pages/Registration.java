package dev.quintet.auth.pages;

import static dev.quintet.auth.Guards.loginNotRequired;
import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSettings;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.http.Session;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.TimestampSigner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How somebody new gets an account: a link to their address first, then a name and a password. No
/// row is made for an address that nobody has proved to be theirs, and whoever asks sees the same
/// whether it has an account already or not.
final class Registration {

    private static final String SALT = "dev.quintet.auth.registration";
    private static final String KEPT = "_registration_token";
    private static final String WORD = "choose";
    private static final Duration LIFETIME = Duration.ofDays(1);

    private Registration() {}

    static List<Route> list() {
        return List.of(
                path("register/", Registration::ask).name("register").with(loginNotRequired()),
                path("register/done/", AccountPages.page("register_done"))
                        .name("register_done")
                        .with(loginNotRequired()),
                path("register/<token>/", Registration::confirm)
                        .name("register_confirm")
                        .with(loginNotRequired()));
    }

    static Response ask(Request request) {
        var form = new EmailForm();
        return AccountPages.answer(
                request,
                form,
                "register",
                () -> {
                    String address =
                            AbstractBaseUser.normalizeEmail(
                                    NewPassword.value(form, form.email.value()));
                    if (Accounts.current().throttle().mayMail(address)) {
                        mail(request, address);
                    }
                    return redirect("register_done");
                });
    }

    private static void mail(Request request, String address) {
        List<AbstractBaseUser> known = UserFields.ofEmail(address);
        if (known.isEmpty()) {
            String token = signer().signObject(address, false);
            String url = request.absoluteUrl(reverse("register_confirm", token));
            AccountMail.send(request, address, "register", Map.of("url", url));
        } else {
            String url = request.absoluteUrl(reverse("password_reset"));
            AccountMail.send(
                    request,
                    known.getFirst().emailAddress(),
                    "register_known",
                    Map.of("user", known.getFirst(), "url", url));
        }
    }

    static Response confirm(Request request, String token) {
        Session session = request.attribute(Session.KEY);
        if (!token.equals(WORD)) {
            if (address(token) == null) {
                return refused(request);
            }
            session.put(KEPT, token);
            return AccountPages.uncached(redirect("register_confirm", WORD))
                    .withHeader("Referrer-Policy", "no-referrer");
        }
        String kept = session.get(KEPT, String.class);
        String address = kept == null ? null : address(kept);
        return address == null ? refused(request) : choose(request, session, address);
    }

    private static Response choose(Request request, Session session, String address) {
        var form = new RegistrationForm(address);
        return AccountPages.answer(
                request,
                form,
                "register_confirm",
                () -> {
                    AbstractBaseUser made = form.save();
                    session.remove(KEPT);
                    Auth.login(request, made, Accounts.current().backends().getFirst().path());
                    return Response.redirect(Destinations.address(AuthSettings.LOGIN_REDIRECT_URL));
                },
                Map.of("validlink", true, "email", address));
    }

    private static Response refused(Request request) {
        return AccountPages.uncached(
                render(request, "registration/register_confirm.html", Map.of("validlink", false)));
    }

    /// {@return the address that a link is for, or `null` where it is none of ours, too old, or was
    /// used: then the address has an account}
    private static @Nullable String address(String token) {
        try {
            return signer().unsignObject(token, LIFETIME) instanceof String address
                            && UserFields.ofEmail(address).isEmpty()
                    ? address
                    : null;
        } catch (BadSignatureException _) {
            return null;
        }
    }

    private static TimestampSigner signer() {
        Context site = Context.current();
        return TimestampSigner.of(SigningKeys.of(site.settings()), site.clock()).salt(SALT);
    }
}
