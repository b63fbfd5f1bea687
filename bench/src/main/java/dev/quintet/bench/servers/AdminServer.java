package dev.quintet.bench.servers;

import static dev.quintet.http.Routes.include;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.admin.AdminSite;
import dev.quintet.admin.HasAdmin;
import dev.quintet.admin.ModelAdmin;
import dev.quintet.auth.AuthApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.server.ServerSettings;

/// The admin over a big table; staff comes with the session of {@link SignedInServer}.
public final class AdminServer extends Site {

    private AdminServer() {}

    /// The table's part of the site.
    public static final class ReadingsApp implements App, HasAdmin {

        /// Made by the site.
        public ReadingsApp() {}

        @Override
        public String label() {
            return "servers";
        }

        @Override
        public void admin(AdminSite site) {
            site.register(new ReadingAdmin());
        }
    }

    private static class ReadingAdmin extends ModelAdmin<Reading> {

        ReadingAdmin() {
            listDisplay(
                    Readings.id,
                    Readings.name,
                    Readings.kind,
                    Readings.taken,
                    Readings.worth,
                    Readings.done);
            listFilter(Readings.done);
            searchExactly(Readings.kind);
            listPerPage(100);
            bigTable();
        }
    }

    /// The same list, searched by parts of a text.
    private static final class TextAdmin extends ReadingAdmin {

        TextAdmin() {
            searchFields(Readings.name);
        }
    }

    @Override
    protected void settings(Settings settings) {
        settings.apps(ReadingsApp.class, ContentTypesApp.class, AuthApp.class, AdminApp.class);
        settings.database(WorldTable.SITE_URL);
        settings.secretKey(QuintetServer.SECRET);
        settings.set(ServerSettings.HTTP_ACCESS_LOG, false); // the peer writes none
    }

    @Override
    protected Routes routes() {
        AdminSite texts = AdminSite.of("texts").register(new TextAdmin());
        return Routes.of(include("admin/", Admin.site()), include("texts/", texts.routes()));
    }

    /// Makes the user where there is none, and serves until it is killed.
    ///
    /// @param args the port
    public static void main(String... args) {
        SignedInServer.prepare(new AdminServer());
        new AdminServer().manage("serve", "--port", args[0]);
    }
}
