package dev.quintet.web;

import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
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
                    path("counts/", request -> Response.text("" + Artists.all().count())),
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

    private static Response running(Request request, long id) {
        return Databases.current()
                .get()
                .query(
                        SqlStatement.of(
                                "SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()"),
                        new Object[0],
                        (result, row) ->
                                Response.text(result.next() ? String.valueOf(row.text(1)) : ""));
    }

    @Test
    void namesTheRouteOfARequestInTheServersOwnListOfStatements() {
        String url =
                System.getenv()
                        .getOrDefault(
                                "QUINTET_TEST_POSTGRESQL",
                                "postgresql://quintet:quintet@127.0.0.1/quintet");
        var settings = new Settings();
        settings.database(url + "?sql_comments=true");
        settings.set(HttpSettings.ALLOWED_HOSTS, List.of("*"));
        settings.freeze();
        try (Databases databases = DatabaseOpener.open(settings)) {
            try {
                databases.get().execute(List.of("SELECT 1"));
            } catch (DatabaseException absent) {
                assumeTrue(System.getenv("CI") != null, "PostgreSQL is not reachable");
                throw absent;
            }
            Context base =
                    Context.of(settings, Apps.of(List.of()), Clock.systemUTC())
                            .with(Databases.KEY, databases);
            Routes routes = Routes.of(path("<int:id>/", DatabaseRequestsTest::running).name("row"));
            RequestPipeline site =
                    RequestPipeline.of(base, Router.of(Routes.of(include("rows/", routes))))
                            .with(DatabaseRequests.of(settings, databases).stream().toList());

            assertThat(ShopPages.text(get(site, "/rows/7/")))
                    .endsWith("/* request_id='none',route='row' */");
        }
    }

    @Test
    void marksAReaderWhoWroteSoThatTheirNextRequestReadsThePrimary() {
        RequestPipeline site = site(false, "?read_your_writes=3", "copy.db");

        Response answer = get(site, "/keeps/");

        assertThat(answer.cookie("quintet_wrote").maxAge().toSeconds()).isEqualTo(4);
        // The copy is a database of its own, and has none of the rows.
        assertThat(ShopPages.text(get(site, "/counts/"))).isEqualTo("0");
        Response after =
                site.handle(
                        RequestBuilder.get("/counts/")
                                .cookie("quintet_wrote", answer.cookie("quintet_wrote").value())
                                .build());
        assertThat(ShopPages.text(after)).isEqualTo("1");
        assertThat(after.cookie("quintet_wrote")).isNull();
        assertThat(get(site, "/breaks/").cookie("quintet_wrote")).isNotNull();
        assertThat(get(site, "/nowhere/").cookie("quintet_wrote")).isNull();
    }
}
