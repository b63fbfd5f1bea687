package records;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.include;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.admin.AdminSite;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.pages.AccountPages;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.middleware.MiddlewareSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.template.TemplateEngineBuilder;
import java.util.List;
import java.util.UUID;
import records.catalog.Api;
import records.catalog.Catalog;
import records.catalog.CatalogApp;
import records.shop.Shop;
import records.shop.ShopApp;
import records.staff.Door;
import records.staff.StaffApp;

/// Hot Club Records, a record shop: the demo of Quintet.
///
/// A site is a class: what it is told, where its pages are, and a `main` that does what the command
/// line says. `serve` serves it, `help` lists what else there is.
public final class Records extends Site {

    /// What a browser may load, and from where: our own style sheet, pictures and faces, no script
    /// at all. It holds because no template of the shop has a style or a script in it.
    private static final String ONLY_OURS =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// The admin has scripts of its own, and writes none into its pages.
    private static final String WITH_SCRIPTS =
            "default-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /// The site, not started.
    public Records() {}

    @Override
    protected void settings(Settings settings) {
        settings.apps(
                CatalogApp.class,
                ShopApp.class,
                ContentTypesApp.class,
                AuthApp.class,
                AdminApp.class,
                StaffApp.class);
        settings.set(MiddlewareSettings.SECURE_CSP, ONLY_OURS);
        settings.database(env("DATABASE_URL", "sqlite:records.db"));
        // The key signs the cookies of baskets. One that lives as long as the process will do for a
        // demo; a site has its key in the environment.
        settings.secretKey(env("SECRET_KEY", UUID.randomUUID() + "-" + UUID.randomUUID()));
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("", Catalog.ROUTES),
                include("", Shop.ROUTES),
                include("api/", Api.ROUTES),
                include("accounts/", AccountPages.routesWithRegistration()),
                include("admin/", admin()).with(Csp.policy(WITH_SCRIPTS)),
                include("", Door.ROUTES),
                get("robots.txt", Records::robots));
    }

    private static Routes admin() {
        AdminSite admin =
                AdminSite.of("admin").header("Hot Club Records").title("Hot Club Records");
        return Admin.registered(admin).routes();
    }

    /// How many records are in the basket, for the top of each page; asked where a page shows it.
    @Override
    protected TemplateEngineBuilder templates(TemplateEngineBuilder templates) {
        return super.templates(templates).contextProcessor(Shop::basketCount);
    }

    @Override
    protected List<String> welcome(String address) {
        return List.of(Door.words(address));
    }

    @Override
    protected String name() {
        return "Hot Club Records";
    }

    static Response robots(Request request) {
        return Response.text("User-agent: *\nDisallow: /search/\n");
    }

    /// Does what the command line says: `serve --port 8000`.
    public static void main(String... args) {
        new Records().manage(args);
    }
}
