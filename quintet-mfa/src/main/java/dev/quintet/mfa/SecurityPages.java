package dev.quintet.mfa;

import static dev.quintet.kernel.i18n.Gettext.gettextLazy;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static dev.quintet.web.Shortcuts.reverse;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.pages.Destinations;
import dev.quintet.auth.pages.FormPage;
import dev.quintet.auth.pages.OwnPassword;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Reverse;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QuerySet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The page where users look after their second step, and what all pages below it ask first.
final class SecurityPages {

    private SecurityPages() {}

    // ---- what comes first

    /// A page for who has passed the second step, where they have one.
    static Response seen(Request request, Function<AbstractBaseUser, Response> page) {
        AbstractBaseUser user = Auth.user(request, AbstractBaseUser.class);
        if (Factors.any(user) && !Visit.of(request).passed(user)) {
            return leave("second_step", back(request));
        }
        return FormPage.uncached(page.apply(user));
    }

    /// A page that changes something, for who has shown a short while ago who they are: a browser
    /// that was left alone changes nothing.
    static Response changed(Request request, Function<AbstractBaseUser, Response> page) {
        return seen(
                request,
                user ->
                        Visit.of(request).proved()
                                ? page.apply(user)
                                : leave(
                                        user.hasUsablePassword() || !Factors.any(user)
                                                ? "security_confirm"
                                                : "second_step",
                                        back(request)));
    }

    private static String back(Request request) {
        return request.is("GET") ? request.fullPath() : reverse("security");
    }

    private static Response leave(String route, String next) {
        return FormPage.uncached(Response.redirect(Reverse.of(route).query("next", next).url()));
    }

    // ---- the pages

    static Response index(Request request) {
        return seen(
                request,
                user -> {
                    var variables = new HashMap<String, @Nullable Object>();
                    variables.put("apps", Factors.authenticators(user));
                    variables.put("passkeys", Factors.passkeys(user));
                    variables.put("any", Factors.any(user));
                    variables.put("codes_left", Factors.recoveryCodesLeft(user));
                    variables.put("demanded", Visit.of(request).demandedBy() != null);
                    return render(request, "quintet/mfa/security.html", variables);
                });
    }

    static Response recoveryCodes(Request request) {
        return changed(
                request,
                user -> {
                    if (!Factors.any(user)) {
                        return redirect("security");
                    }
                    return request.is("POST")
                            ? showCodes(request, user)
                            : render(request, "quintet/mfa/recovery_codes.html");
                });
    }

    /// New recovery codes, on the one page that ever shows them.
    static Response showCodes(Request request, AbstractBaseUser user) {
        List<String> codes = Factors.newRecoveryCodes(user);
        String next = Visit.of(request).demandedBy();
        Visit.of(request).demandedNoMore();
        return render(
                request,
                "quintet/mfa/recovery_codes_shown.html",
                Map.of("codes", codes, "next", next == null ? reverse("security") : next));
    }

    /// Names an app or a passkey anew, or takes it away.
    ///
    /// @param rows the one that is meant, among those of its user
    static <M extends Entity> Response change(
            Request request,
            Function<AbstractBaseUser, QuerySet<M>> rows,
            Function<M, String> name,
            BiConsumer<QuerySet<M>, String> rename) {
        return changed(
                request,
                user -> {
                    QuerySet<M> row = rows.apply(user);
                    M one = row.getOr404();
                    if (request.is("POST") && request.form().get("remove") != null) {
                        row.delete();
                        Factors.tidy(user);
                        return redirect("security");
                    }
                    var form = new NameForm(name.apply(one));
                    return FormPage.answer(
                            request,
                            form,
                            "quintet/mfa/change.html",
                            () -> {
                                rename.accept(row, String.valueOf(form.name.value()));
                                return redirect("security");
                            },
                            Map.of("one", one));
                });
    }

    /// Where a new app or passkey leads: to recovery codes, where there are none yet.
    static Response added(Request request, AbstractBaseUser user) {
        Visit.of(request).pass(user);
        if (Factors.recoveryCodesLeft(user) == 0) {
            return showCodes(request, user);
        }
        return redirect("security");
    }

    static Response confirm(Request request) {
        AbstractBaseUser user = Auth.user(request, AbstractBaseUser.class);
        if (!user.hasUsablePassword()) {
            return FormPage.uncached(
                    render(
                            request,
                            "quintet/mfa/sign_in_again.html",
                            Map.of("login_url", loginUrl(Destinations.asked(request)))));
        }
        var form = new PasswordForm(request, user);
        return FormPage.answer(
                request,
                form,
                "quintet/mfa/confirm.html",
                () -> {
                    Visit.of(request).prove();
                    String next = Destinations.asked(request);
                    return Response.redirect(next == null ? reverse("security") : next);
                },
                Map.of());
    }

    private static String loginUrl(@Nullable String next) {
        String login = Context.current().settings().get(HttpSettings.LOGIN_URL);
        String url = login.indexOf('/') >= 0 ? login : reverse(login);
        return next == null
                ? url
                : url
                        + (url.indexOf('?') < 0 ? "?" : "&")
                        + "next="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /// The password, once more.
    static final class PasswordForm extends Form {

        /// The password.
        public final CharField password = OwnPassword.field(charField(), gettextLazy("Password"));

        private final Request request;
        private final AbstractBaseUser user;

        PasswordForm(Request request, AbstractBaseUser user) {
            this.request = request;
            this.user = user;
        }

        @Override
        protected void clean() {
            String typed = password.value();
            if (typed != null && !OwnPassword.isRight(request, user, typed)) {
                password.addError(
                        ValidationError.of(
                                "Your password was entered incorrectly. Please enter it again.",
                                "password_incorrect"));
            }
        }
    }
}
