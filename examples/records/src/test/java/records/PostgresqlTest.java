package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.test.NeedsPostgresql;
import dev.quintet.test.Service;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import records.catalog.Albums;
import records.catalog.Playlists;
import records.shop.Stocks;

/// The shop on PostgreSQL, as its compose file starts it: an empty database, and one URL.
@NeedsPostgresql
class PostgresqlTest {

    private static final String NAME = "test_records_" + ProcessHandle.current().pid();
    private static OpenShop shop;

    @BeforeAll
    static void open() {
        administer("DROP DATABASE IF EXISTS " + NAME);
        administer("CREATE DATABASE " + NAME);
        ServiceUrl usual = Service.POSTGRESQL.url();
        shop =
                OpenShop.on(
                        new ServiceUrl(
                                usual.scheme(),
                                usual.user(),
                                usual.password(),
                                usual.hosts(),
                                NAME,
                                usual.options()));
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
        administer("DROP DATABASE IF EXISTS " + NAME);
    }

    private static void administer(String statement) {
        try (Database database = DatabaseOpener.open("default", Service.POSTGRESQL.url())) {
            database.execute(List.of(statement));
        }
    }

    @Test
    void hasTheWholeStock() {
        shop.run(() -> {
            assertThat(Albums.all().count()).isEqualTo(347);
            assertThat(Stocks.all().count()).isEqualTo(347);
            assertThat(Playlists.get(Playlists.name.eq("Grunge")).tracks.count()).isEqualTo(15);
        });
    }

    @Test
    void showsItsPages() {
        assertThat(shop.get("/").text()).contains("Hot Club Records");
        assertThat(shop.get("/albums/").status()).isEqualTo(200);
        assertThat(shop.get("/charts/").status()).isEqualTo(200);
    }

    @Test
    void numbersNewRowsAfterThoseThatItBeganWith() {
        shop.run(() -> {
            var album = new records.catalog.Album();
            album.title = "One more";
            album.artist.set(records.catalog.Artists.all().first().orElseThrow());
            album.save();

            assertThat(album.id).isEqualTo(348);
            album.delete();
        });
    }
}
