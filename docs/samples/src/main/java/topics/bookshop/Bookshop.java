package topics.bookshop;

import static dev.quintet.http.Routes.include;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.auth.AuthApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import topics.lending.LendingApp;

public final class Bookshop extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(
                BookshopApp.class,
                LendingApp.class,
                ContentTypesApp.class,
                AuthApp.class,
                AdminApp.class);
        settings.database(env("DATABASE_URL", "sqlite:bookshop.db"));
    }

    @Override
    protected Routes routes() {
        return Routes.of(include("", Shelf.ROUTES), include("admin/", Admin.site()));
    }

    public static void main(String... args) {
        new Bookshop().manage(args);
    }
}
