package dev.quintet.forms;

import dev.quintet.forms.shop.Album;
import dev.quintet.forms.shop.Artist;
import dev.quintet.forms.shop.Genre;
import dev.quintet.forms.shop.ShopApp;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.storage.MemoryStorage;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.Slug;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/// A shop over a database of each kind, with storages in memory. In it is the 3rd of May 2026.
final class Shop implements AutoCloseable {

    /// What the shop is opened over.
    static final List<String> KINDS = List.of("sqlite", "postgresql", "mariadb");

    private static final String CORNER = "test_forms_" + ProcessHandle.current().pid();

    private final Context site;
    private final Runnable after;

    final Storage open;
    final Storage hidden;

    Shop(Path folder) {
        this("sqlite", folder);
    }

    Shop(String kind, Path folder) {
        var settings = new Settings();
        settings.apps(ShopApp.class);
        if (kind.equals("sqlite")) {
            settings.database("sqlite:" + folder.resolve("shop.db"));
            after = () -> {};
        } else {
            String server =
                    System.getenv()
                            .getOrDefault(
                                    "QUINTET_TEST_" + kind.toUpperCase(java.util.Locale.ROOT),
                                    kind + "://quintet:quintet@127.0.0.1/quintet");
            boolean schemas = kind.equals("postgresql");
            String what = (schemas ? " SCHEMA " : " DATABASE ") + CORNER;
            try {
                administer(server, "CREATE" + what);
            } catch (DatabaseException absent) {
                Assumptions.assumeTrue(
                        System.getenv("CI") != null, "not tested: " + kind + " is not reachable");
                throw absent;
            }
            after = () -> administer(server, "DROP" + what + (schemas ? " CASCADE" : ""));
            settings.database(
                    schemas
                            ? server + "?search_path=" + CORNER
                            : server.substring(0, server.lastIndexOf('/') + 1) + CORNER);
        }
        settings.freeze();
        Apps apps = Apps.load(settings.apps());
        Clock clock = Clock.fixed(Instant.parse("2026-05-03T10:00:00Z"), ZoneOffset.UTC);
        open = MemoryStorage.of(clock, "/media/");
        hidden = MemoryStorage.of(clock, null);
        site =
                Context.of(settings, apps, clock)
                        .with(Models.KEY, Models.of(apps))
                        .with(Storages.KEY, Storages.of(open).with("private", hidden))
                        .with(Databases.KEY, DatabaseOpener.open(settings));
        site.run(() -> {
            Database database = site.get(Databases.KEY).get();
            List<ModelState> models =
                    site.get(Models.KEY).list().stream().map(ModelMapping::state).toList();
            var editor = new SchemaEditor(database.dialect(), models);
            SchemaEditor.inOrder(models).forEach(model -> database.execute(editor.create(model)));
        });
    }

    private static void administer(String url, String sql) {
        try (Database server = DatabaseOpener.open("server", ServiceUrl.parse(url))) {
            server.execute(List.of(sql));
        }
    }

    Context context() {
        return site;
    }

    <T> T in(Supplier<T> action) {
        return site.call(action::get);
    }

    void run(Runnable action) {
        site.run(action);
    }

    static Artist artist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    static Genre genre(String name) {
        var genre = new Genre();
        genre.name = name;
        genre.save();
        return genre;
    }

    static Album album(String title, Artist artist) {
        var album = new Album();
        album.title = title;
        album.slug = new Slug(title.toLowerCase(java.util.Locale.ROOT));
        album.price = new BigDecimal("10.00");
        album.artist.set(artist);
        album.save();
        return album;
    }

    @Override
    public void close() {
        site.get(Databases.KEY).close();
        after.run();
    }
}
