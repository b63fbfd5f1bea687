package dev.quintet.forms;

import dev.quintet.forms.shop.Album;
import dev.quintet.forms.shop.Artist;
import dev.quintet.forms.shop.Genre;
import dev.quintet.forms.shop.ShopApp;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.Slug;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/// A shop over an SQLite file.
final class Shop implements AutoCloseable {

    private final Context site;

    Shop(Path folder) {
        var settings = new Settings();
        settings.apps(ShopApp.class);
        settings.database("sqlite:" + folder.resolve("shop.db"));
        settings.freeze();
        Apps apps = Apps.load(settings.apps());
        site =
                Context.of(settings, apps, Clock.systemUTC())
                        .with(Models.KEY, Models.of(apps))
                        .with(Databases.KEY, DatabaseOpener.open(settings));
        site.run(() -> {
            Database database = site.get(Databases.KEY).get();
            List<ModelState> models =
                    site.get(Models.KEY).list().stream().map(ModelMapping::state).toList();
            var editor = new SchemaEditor(database.dialect(), models);
            SchemaEditor.inOrder(models).forEach(model -> database.execute(editor.create(model)));
        });
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
    }
}
