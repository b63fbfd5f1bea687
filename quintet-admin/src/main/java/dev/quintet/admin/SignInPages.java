package dev.quintet.admin;

import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextNoop;

import dev.quintet.auth.Auth;
import dev.quintet.auth.Guards;
import dev.quintet.auth.SignInWay;
import dev.quintet.auth.SiteUser;
import dev.quintet.auth.pages.Destinations;
import dev.quintet.auth.pages.LoginForm;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.web.Shortcuts;
import java.util.List;

/// Signing in and out of the admin, in its own look.
final class SignInPages {

    private final AdminSite site;

    private SignInPages(AdminSite site) {
        this.site = site;
    }

    static List<Route> of(AdminSite site) {
        var pages = new SignInPages(site);
        return List.of(
                path("login/", pages::login).name("login").with(Guards.loginNotRequired()),
                path("logout/", pages::logout).name("logout"));
    }

    Response login(Request request) {
        if (Staff.enters(request)) {
            return Response.redirect(next(request));
        }
        // Who may not enter is told what a wrong password is told: nobody learns whose names there
        // are.
        var form =
                new LoginForm(request)
                        .only(
                                user -> user.active() && user.staff(),
                                gettextNoop(
                                        "Please enter the correct name and password of a staff"
                                                + " account."));
        if (request.is("POST") && form.accepts(request)) {
            return Auth.enter(request, form.user(), next(request));
        }
        SiteUser now = Staff.user(request);
        var variables = PageParts.of(site, request, gettext("Log in"), null);
        variables.put("form", form);
        variables.put("ways", SignInWay.all(request, next(request)));
        variables.put("self_url", request.fullPath());
        variables.put("apps", List.of());
        variables.put("user_name", "");
        variables.put("signed_in_as", now.signedIn() ? now.username() : "");
        return Shortcuts.render(request, "admin/login.html", variables);
    }

    /// Where they had wanted to go, if that is on this site.
    private String next(Request request) {
        String asked = Destinations.asked(request);
        return asked == null ? site.url("index") : asked;
    }

    Response logout(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
        Auth.logout(request);
        return Response.redirect(site.url("login"));
    }
}
