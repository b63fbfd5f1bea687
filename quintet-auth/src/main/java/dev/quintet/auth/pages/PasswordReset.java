package dev.quintet.auth.pages;

import static dev.quintet.auth.Guards.loginNotRequired;
import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.password.ResetTokens;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.http.Session;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A new password for who has forgotten theirs, by a link in a mail. The links are Django's: one
/// that either of the two sent is good at the other.
///
/// Whoever asks sees the same, whether there is such an account or not.
final class PasswordReset {

    /// Where the token waits while it is out of the address, which referrers and logs repeat.
    private static final String KEPT = "_password_reset_token";

    private static final String WORD = "set-password";

    private PasswordReset() {}

    static List<Route> list() {
        return List.of(
                path("password_reset/", PasswordReset::ask)
                        .name("password_reset")
                        .with(loginNotRequired()),
                path("password_reset/done/", AccountPages.page("password_reset_done"))
                        .name("password_reset_done")
                        .with(loginNotRequired()),
                path("reset/<uidb64>/<token>/", PasswordReset::confirm)
                        .name("password_reset_confirm")
                        .with(loginNotRequired()),
                path("reset/done/", AccountPages.page("password_reset_complete"))
                        .name("password_reset_complete")
                        .with(loginNotRequired()));
    }

    static Response ask(Request request) {
        var form = new EmailForm();
        return AccountPages.answer(
                request,
                form,
                "password_reset_form",
                () -> {
                    String address = NewPassword.value(form, form.email.value());
                    if (Accounts.current().throttle().mayMail(address)) {
                        UserFields.ofEmail(address).stream()
                                .filter(AbstractBaseUser::hasUsablePassword)
                                .forEach(user -> mail(request, user));
                    }
                    return redirect("password_reset_done");
                });
    }

    private static void mail(Request request, AbstractBaseUser user) {
        String uid = ResetTokens.uid(user.key());
        String token = Accounts.current().resetTokens().make(account(user));
        AccountMail.send(
                request,
                user.emailAddress(),
                "password_reset",
                Map.of(
                        "user",
                        user,
                        "uid",
                        uid,
                        "token",
                        token,
                        "url",
                        request.absoluteUrl(reverse("password_reset_confirm", uid, token))));
    }

    private static ResetTokens.Account account(AbstractBaseUser user) {
        String email = user.emailAddress();
        return new ResetTokens.Account(
                user.key(), user.password, user.lastLogin, email == null ? "" : email);
    }

    static Response confirm(Request request, String uidb64, String token) {
        AbstractBaseUser user = user(uidb64);
        Session session = request.attribute(Session.KEY);
        ResetTokens tokens = Accounts.current().resetTokens();
        if (user != null && token.equals(WORD)) {
            String kept = session.get(KEPT, String.class);
            if (kept != null && tokens.check(account(user), kept)) {
                return choose(request, user, session);
            }
        } else if (user != null && tokens.check(account(user), token)) {
            session.put(KEPT, token);
            return AccountPages.uncached(redirect("password_reset_confirm", uidb64, WORD))
                    .withHeader("Referrer-Policy", "no-referrer");
        }
        return AccountPages.uncached(
                render(
                        request,
                        "registration/password_reset_confirm.html",
                        Map.of("validlink", false)));
    }

    private static Response choose(Request request, AbstractBaseUser user, Session session) {
        var form = new SetPasswordForm(user);
        return AccountPages.answer(
                request,
                form,
                "password_reset_confirm",
                () -> {
                    form.save();
                    session.remove(KEPT);
                    return redirect("password_reset_complete");
                },
                Map.of("validlink", true));
    }

    private static @Nullable AbstractBaseUser user(String uidb64) {
        String key = ResetTokens.key(uidb64);
        return key == null ? null : Accounts.current().byKey(key);
    }
}
