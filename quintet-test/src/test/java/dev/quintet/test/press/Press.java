package dev.quintet.test.press;

import static dev.quintet.auth.Guards.loginNotRequired;
import static dev.quintet.auth.Guards.permissionRequired;
import static dev.quintet.auth.Guards.staffRequired;
import static dev.quintet.auth.Guards.userPassesTest;
import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.Site;
import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.Credentials;
import dev.quintet.auth.SiteLogin;
import dev.quintet.auth.adminlog.AdminLogApp;
import dev.quintet.auth.drf.AuthToken;
import dev.quintet.auth.drf.DrfTokensApp;
import dev.quintet.auth.limits.LimitsApp;
import dev.quintet.auth.pages.AccountPages;
import dev.quintet.auth.tokens.TokenAuthentication;
import dev.quintet.auth.tokens.TokensApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.ClassView;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.Session;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.web.WebSettings;
import dev.quintet.web.sessions.SessionsApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The site.
public final class Press extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(
                ContentTypesApp.class,
                AuthApp.class,
                LimitsApp.class,
                TokensApp.class,
                DrfTokensApp.class,
                AdminLogApp.class,
                SessionsApp.class,
                PressApp.class);
        settings.mailer("memory:");
        // A folder of its own: the other sites of these tests know no {% load auth %}.
        settings.set(WebSettings.TEMPLATE_DIRS, List.of("src/test/templates"));
        settings.database("sqlite:never-opened.db");
        settings.set(HttpSettings.SESSION_ENGINE, "db");
        settings.set(AuthSettings.UNSAFE_PASSWORD_HASHERS, true);
        settings.set(AuthSettings.PASSWORD_HASHER, "md5");
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("accounts/", AccountPages.routesWithRegistration()),
                path("", _ -> Response.text("open")).name("open").with(loginNotRequired()),
                path("whoami/", Press::whoami).name("whoami"),
                path("enter/", Press::enter).name("enter").with(loginNotRequired()),
                path("leave/", Press::leave).name("leave"),
                path("keep/", Press::keep).name("keep"),
                path("mine/", _ -> Response.text("mine")).name("mine").loginRequired(),
                path("publish/", _ -> Response.text("published"))
                        .name("publish")
                        .with(permissionRequired("press.publish_article")),
                path("ada/", _ -> Response.text("Hello, Ada"))
                        .name("ada")
                        .with(userPassesTest(user -> user.username().equals("ada"))),
                path("staff/", ClassView.of(StaffPage::new)).name("staff"),
                path("articles/", Press::articles).name("articles"),
                path("articles/<int:id>/edit/", Press::edit)
                        .name("edit")
                        .with(Article.EDIT.guard("id")));
    }

    @Override
    protected List<Middleware> middleware() {
        var all = new ArrayList<Middleware>(super.middleware());
        int csrf = 0;
        while (!(all.get(csrf) instanceof Csrf)) {
            csrf++;
        }
        all.add(csrf, AuthToken.authentication());
        all.add(csrf, new TokenAuthentication());
        if (Context.current()
                .settings()
                .get(HttpSettings.LOGIN_URL)
                .equals("/accounts/login/?closed")) {
            all.add(new SiteLogin());
        }
        return all;
    }

    /// A page for staff, guarded from within.
    public static final class StaffPage extends ClassView {
        @Override
        protected List<Middleware> behaviours() {
            return List.of(staffRequired());
        }

        @Override
        protected Object get() {
            return Response.text("staff only");
        }
    }

    static Response whoami(Request request) {
        return Response.text(Auth.user(request).toString());
    }

    static Response enter(Request request) {
        var typed =
                new Credentials.Password(
                        request.form().get("username", ""), request.form().get("password", ""));
        Optional<AbstractBaseUser> user = Auth.authenticate(request, typed);
        user.ifPresent(known -> Auth.login(request, known));
        return Response.text(user.isPresent() ? "welcome" : "unknown");
    }

    static Response leave(Request request) {
        Auth.logout(request);
        return Response.text("bye");
    }

    static Response keep(Request request) {
        request.attribute(Session.KEY).put("kept", "yes");
        return Response.text("kept");
    }

    static Response articles(Request request) {
        return render(
                request,
                "press/articles.html",
                Map.of(
                        "articles",
                        Article.EDIT.filter(
                                Auth.user(request), Articles.orderBy(Articles.title.asc())),
                        "all",
                        Articles.orderBy(Articles.title.asc())));
    }

    static Response edit(Request request, long id) {
        return Response.text("editing " + id);
    }
}
