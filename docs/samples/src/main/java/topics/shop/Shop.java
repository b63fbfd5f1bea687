package topics.shop;

import static dev.quintet.http.Routes.include;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.limits.LimitsApp;
import dev.quintet.auth.pages.AccountPages;
import dev.quintet.auth.tokens.TokenAuthentication;
import dev.quintet.auth.tokens.TokensApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.Cors;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.oidc.OidcApp;
import dev.quintet.oidc.OidcPages;
import dev.quintet.oidc.OidcSettings;
import dev.quintet.oidc.Provider;
import dev.quintet.template.TemplateEngineBuilder;
import dev.quintet.web.sessions.SessionsApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A small bookshop, by which the topics show what they say.
public final class Shop extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(
                ShopApp.class,
                AdminApp.class,
                ContentTypesApp.class,
                AuthApp.class,
                LimitsApp.class,
                TokensApp.class,
                OidcApp.class,
                SessionsApp.class);
        settings.database(env("DATABASE_URL", "sqlite:shop.db"));
        settings.set(AuthSettings.USER_MODEL, "shop.Member");
        settings.set(HttpSettings.SESSION_ENGINE, "db");
        settings.set(OidcSettings.PROVIDERS, List.of(Provider.github("our-id", "our-secret")));
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("accounts/", AccountPages.routes()),
                include("accounts/", OidcPages.routes()),
                include("admin/", Admin.site()),
                include("news/", News.ROUTES),
                include("api/", Api.ROUTES),
                include("v1/", Versions.V1).namespace("v1"),
                include("v2/", Versions.V2).namespace("v2"),
                include("talk/", Talk.ROUTES),
                include("shelf/", Pages.SHELF),
                include("", Pages.ROUTES));
    }

    @Override
    protected List<Middleware> middleware() {
        var all = new ArrayList<Middleware>(super.middleware());
        int csrf =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i) instanceof Csrf)
                        .findFirst()
                        .orElseThrow();
        all.add(csrf, new TokenAuthentication());
        all.addFirst(Cors.of(Context.current().settings()));
        all.addFirst(new Timing());
        return all;
    }

    @Override
    protected TemplateEngineBuilder templates(TemplateEngineBuilder templates) {
        Supplier<Long> titles = () -> Books.all().count();
        return super.templates(templates).contextProcessor(_ -> Map.of("titles", titles));
    }
}
