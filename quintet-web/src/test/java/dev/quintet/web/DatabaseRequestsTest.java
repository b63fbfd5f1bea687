package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.OrmSettings;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import dev.quintet.web.shop.Artist;
import dev.quintet.web.shop.Artists;
import dev.quintet.web.shop.ShopApp;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRequestsTest {

    @TempDir Path folder;

    private static Response keeps(Request request) {
        givenArtist("kept");
        return Response.text(Transaction.active() ? "inside" : "outside");
    }

    private static Response breaks(Request request) {
        givenArtist("lost");
        throw new IllegalStateException("after the insert");
    }

    private static void givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.contract = "";
        artist.save();
    }

    private static final Routes ROUTES =
            Routes.of(
                    path("keeps/", DatabaseRequestsTest::keeps),
                    path("breaks/", DatabaseRequestsTest::breaks),
                    path("keeps/alone/", DatabaseRequestsTest::keeps)
                            .with(DatabaseRequests.NOT_ATOMIC),
                    path("breaks/alone/", DatabaseRequestsTest::breaks)
                            .with(DatabaseRequests.NOT_ATOMIC));

    private RequestPipeline site(boolean atomic, String options, String... replicas) {
        var settings = new Settings();
        settings.apps(ShopApp.class);
        settings.database("sqlite:" + folder.resolve("shop.db") + options);
        for (String replica : replicas) {
            settings.database("copy", "sqlite:" + folder.resolve(replica) + "?replica_of=default");
        }
        settings.set(HttpSettings.ALLOWED_HOSTS, List.of("*"));
        settings.set(OrmSettings.ATOMIC_REQUESTS, atomic);
        settings.freeze();
        Apps apps = Apps.load(settings.apps());
        Databases databases = DatabaseOpener.open(settings);
        Context base =
                Context.of(settings, apps, Clock.systemUTC())
                        .with(Models.KEY, Models.of(apps))
                        .with(Databases.KEY, databases);
        List<ModelState> models =
                base.get(Models.KEY).list().stream().<ModelState>map(ModelMapping::state).toList();
        for (Database database : databases.all()) {
            var editor = new SchemaEditor(database.dialect(), models);
            SchemaEditor.inOrder(models).forEach(model -> database.execute(editor.create(model)));
        }
        List<Middleware> middleware = DatabaseRequests.of(settings, databases).stream().toList();
        return RequestPipeline.of(base, Router.of(ROUTES)).with(middleware);
    }

    private static Response get(RequestPipeline site, String url) {
        return site.handle(RequestBuilder.get(url).build());
    }

    private static long artists(RequestPipeline site) {
        return site.site().<Long, RuntimeException>call(() -> Artists.all().count());
    }

    @Test
    void takesBackWhatAViewDidBeforeItThrew() {
        RequestPipeline site = site(true, "");

        assertThat(get(site, "/breaks/").status()).isEqualTo(500);
        assertThat(artists(site)).isZero();
        assertThat(get(site, "/keeps/").status()).isEqualTo(200);
        assertThat(artists(site)).isEqualTo(1);
    }

    @Test
    void leavesAViewAloneThatIsNotToBeInATransaction() {
        RequestPipeline site = site(true, "");

        assertThat(ShopPages.text(get(site, "/keeps/"))).isEqualTo("inside");
        assertThat(ShopPages.text(get(site, "/keeps/alone/"))).isEqualTo("outside");
        get(site, "/breaks/alone/");
        assertThat(artists(site)).isEqualTo(3);
    }

    @Test
    void isNotThereWhereNobodyWantsAnythingOfIt() {
        var settings = new Settings().freeze();

        assertThat(DatabaseRequests.of(settings, Databases.of(List.of()))).isEmpty();
    }

    @Test
    void marksAReaderWhoWroteSoThatTheirNextRequestReadsThePrimary() {
        RequestPipeline site = site(false, "?read_your_writes=3", "copy.db");

        Response answer = get(site, "/keeps/");

        assertThat(answer.cookie("quintet_wrote").maxAge().toSeconds()).isEqualTo(4);
        assertThat(get(site, "/breaks/").cookie("quintet_wrote")).isNotNull();
        assertThat(get(site, "/nowhere/").cookie("quintet_wrote")).isNull();
    }
}
