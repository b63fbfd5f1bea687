package dev.quintet.auth.pages;

import static dev.quintet.auth.Guards.loginNotRequired;
import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.SignInWay;
import dev.quintet.forms.Form;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.http.Routes;
import dev.quintet.http.View;
import dev.quintet.web.Shortcuts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The pages where visitors sign in and out and change their passwords, ready to be included:
///
/// ```java
/// include("accounts/", AccountPages.routes())
/// ```
///
/// Their templates are `registration/login.html` and so on, as Django names them; a site overrides
/// them by its own of the same names. The routes have Django's names, too: `login`, `logout`,
/// `password_change`, `password_reset`. Django: `django.contrib.auth.urls`.
public final class AccountPages {

    private AccountPages() {}

    /// {@return the pages of those who have an account}
    public static Routes routes() {
        return Routes.of(list().toArray(Route[]::new));
    }

    /// {@return the same, and those where visitors make an account: they prove that an address for
    /// mail is theirs, and choose a name and a password then}
    public static Routes routesWithRegistration() {
        List<Route> all = list();
        all.addAll(Registration.list());
        return Routes.of(all.toArray(Route[]::new));
    }

    private static List<Route> list() {
        List<Route> all = new ArrayList<>();
        all.add(path("login/", AccountPages::login).name("login").with(loginNotRequired()));
        all.add(path("logout/", AccountPages::logout).name("logout").with(loginNotRequired()));
        all.add(
                path("password_change/", AccountPages::change)
                        .name("password_change")
                        .loginRequired());
        all.add(
                path("password_change/done/", page("password_change_done"))
                        .name("password_change_done")
                        .loginRequired());
        all.add(
                path("logout_everywhere/", AccountPages::everywhere)
                        .name("logout_everywhere")
                        .loginRequired());
        all.add(
                path("logout_everywhere/done/", page("logout_everywhere_done"))
                        .name("logout_everywhere_done")
                        .loginRequired());
        all.addAll(PasswordReset.list());
        return all;
    }

    static View page(String template) {
        return request -> uncached(render(request, "registration/" + template + ".html"));
    }

    static Response uncached(Response response) {
        return FormPage.uncached(response);
    }

    static Response login(Request request) {
        var form = new LoginForm(request);
        return answer(
                request,
                form,
                "login",
                () ->
                        Auth.enter(
                                request,
                                form.user(),
                                Destinations.of(request, AuthSettings.LOGIN_REDIRECT_URL)),
                Map.of("ways", SignInWay.all(request, Destinations.asked(request))));
    }

    static Response logout(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
        Auth.logout(request);
        String to = Destinations.of(request, AuthSettings.LOGOUT_REDIRECT_URL);
        return to.isEmpty()
                ? uncached(render(request, "registration/logged_out.html"))
                : uncached(Response.redirect(to));
    }

    static Response change(Request request) {
        AbstractBaseUser user = Auth.user(request, AbstractBaseUser.class);
        var form = new PasswordChangeForm(request, user);
        return answer(
                request,
                form,
                "password_change_form",
                () -> {
                    form.save();
                    Auth.updateSessionAuthHash(request, user);
                    return Shortcuts.redirect("password_change_done");
                });
    }

    static Response everywhere(Request request) {
        AbstractBaseUser user = Auth.user(request, AbstractBaseUser.class);
        var form = new LogoutEverywhereForm(request, user);
        return answer(
                request,
                form,
                "logout_everywhere",
                () -> {
                    form.save();
                    return Shortcuts.redirect("logout_everywhere_done");
                });
    }

    static Response answer(Request request, Form form, String template, Supplier<Response> done) {
        return answer(request, form, template, done, Map.of());
    }

    static Response answer(
            Request request,
            Form form,
            String template,
            Supplier<Response> done,
            Map<String, ?> more) {
        return FormPage.answer(request, form, "registration/" + template + ".html", done, more);
    }
}
