package dev.quintet.admin;

import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.auth.Credentials;
import dev.quintet.auth.Guards;
import dev.quintet.auth.SiteUser;
import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.widget.PasswordInput;
import dev.quintet.http.MethodNotAllowed;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Route;
import dev.quintet.web.Shortcuts;
import java.util.List;
import java.util.Optional;

/// Signing in and out of the admin, in its own look.
final class SignInPages {

    private final AdminSite site;

    private SignInPages(AdminSite site) {
        this.site = site;
    }

    /// Who enters, by name and password.
    static final class Login extends Form {
        final CharField username =
                field("username", new CharField()).label(gettextLazy("Username"));
        final CharField password =
                field("password", new CharField())
                        .label(gettextLazy("Password"))
                        .widget(new PasswordInput().attr("autocomplete", "current-password"));

        Login() {}
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
        var form = new Login();
        if (request.is("POST") && form.accepts(request)) {
            Optional<AbstractBaseUser> user = known(request, form);
            if (user.isPresent()) {
                Auth.login(request, user.get());
                return Response.redirect(next(request));
            }
            form.addError(
                    gettext("Please enter the correct name and password of a staff account."));
        }
        SiteUser now = Staff.user(request);
        var variables = PageParts.of(site, request, gettext("Log in"), null);
        variables.put("form", form);
        variables.put("self_url", request.fullPath());
        variables.put("apps", List.of());
        variables.put("user_name", "");
        variables.put("signed_in_as", now.signedIn() ? now.username() : "");
        return Shortcuts.render(request, "admin/login.html", variables);
    }

    /// Who may not enter is told what a wrong password is told: nobody learns whose names there
    /// are.
    private static Optional<AbstractBaseUser> known(Request request, Login form) {
        String name = form.username.orThrow();
        var credentials = new Credentials.Password(name, form.password.orThrow());
        return Accounts.current()
                .throttle()
                .attempt(
                        request,
                        name,
                        () ->
                                Auth.authenticate(request, credentials)
                                        .filter(user -> user.active() && user.staff()),
                        Optional::isPresent);
    }

    /// Where they had wanted to go, if that is on this site.
    private String next(Request request) {
        String next = request.query().get("next", "");
        return next.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? next : site.url("index");
    }

    Response logout(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
        Auth.logout(request);
        return Response.redirect(site.url("login"));
    }
}
