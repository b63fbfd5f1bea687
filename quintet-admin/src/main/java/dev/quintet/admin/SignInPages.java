package dev.quintet.admin;

import static dev.quintet.http.Routes.path;
import static dev.quintet.kernel.i18n.Gettext.gettext;
import static dev.quintet.kernel.i18n.Gettext.gettextLazy;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.Credentials;
import dev.quintet.auth.Guards;
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

/// Signing in and out of the admin, and changing one's password, in the admin's own look.
final class SignInPages {

    private final AdminSite site;

    private SignInPages(AdminSite site) {
        this.site = site;
    }

    /// Who enters, by name and password.
    static final class Login extends Form {
        final CharField username = field("username", new CharField()).label(gettextLazy("Username"));
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
        var form = new Login();
        if (request.is("POST") && form.accepts(request)) {
            Optional<AbstractBaseUser> user =
                    Auth.authenticate(
                            request,
                            new Credentials.Password(form.username.orThrow(), form.password.orThrow()));
            if (user.isPresent() && user.get().active() && user.get().staff()) {
                Auth.login(request, user.get());
                return Response.redirect(request.query().get("next", site.url("index")));
            }
            form.addError(gettext("Please enter the correct name and password of a staff account."));
        }
        var variables = PageParts.of(site, request, gettext("Log in"), null);
        variables.put("form", form);
        variables.put("self_url", request.fullPath());
        variables.put("apps", List.of());
        return Shortcuts.render(request, "admin/login.html", variables);
    }

    Response logout(Request request) {
        if (!request.is("POST")) {
            throw new MethodNotAllowed(request.method(), List.of("POST"));
        }
        Auth.logout(request);
        return Response.redirect(site.url("login"));
    }
}
