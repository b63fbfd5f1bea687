package dev.quintet.web;

import dev.quintet.http.Body;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import dev.quintet.web.shop.Album;
import dev.quintet.web.shop.Artist;
import dev.quintet.web.shop.ShopApp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A shop over an SQLite file, with the templates and routes of one test.
final class ShopPages implements AutoCloseable {

    private final Context site;
    private final RequestPipeline pipeline;

    ShopPages(Path folder, Map<String, String> templates, Routes routes) {
        this(folder, templates, routes, Clock.systemUTC());
    }

    ShopPages(Path folder, Map<String, String> templates, Routes routes, Clock clock) {
        var settings = new Settings();
        settings.apps(ShopApp.class);
        settings.database("sqlite:" + folder.resolve("shop.db"));
        settings.set(dev.quintet.http.HttpSettings.ALLOWED_HOSTS, List.of("*"));
        settings.freeze();
        Apps apps = Apps.load(settings.apps());
        TemplateEngine engine =
                SiteTemplates.builder(settings, apps, ShopApp.class)
                        .loader(TemplateLoader.memory(templates))
                        .build();
        Context base =
                Context.of(settings, apps, clock)
                        .with(Models.KEY, Models.of(apps))
                        .with(Databases.KEY, DatabaseOpener.open(settings))
                        .with(SiteTemplates.KEY, engine);
        pipeline =
                RequestPipeline.of(base, Router.of(routes))
                        .with(List.of(new RequestIds()))
                        .errorPages(SitePages.of(engine));
        site = pipeline.site();
        site.run(this::makeTables);
    }

    private void makeTables() {
        Database database = site.get(Databases.KEY).get();
        List<ModelState> models =
                site.get(Models.KEY).list().stream().map(ModelMapping::state).toList();
        var editor = new SchemaEditor(database.dialect(), models);
        SchemaEditor.inOrder(models).forEach(model -> database.execute(editor.create(model)));
    }

    void in(Runnable action) {
        site.run(action);
    }

    Artist artist(String name, String... albums) {
        return site.call(() -> {
            var artist = new Artist();
            artist.name = name;
            artist.contract = "contract of " + name;
            artist.save();
            for (String title : albums) {
                var album = new Album();
                album.title = title;
                album.artist.set(artist);
                album.save();
            }
            return artist;
        });
    }

    Response get(String url) {
        return pipeline.handle(RequestBuilder.get(url).build());
    }

    Response handle(dev.quintet.http.Request request) {
        return pipeline.handle(request);
    }

    Response getJson(String url) {
        return pipeline.handle(
                RequestBuilder.get(url).header("Accept", "application/json").build());
    }

    String page(String url) {
        Response response = get(url);
        if (response.status() != 200) {
            throw new AssertionError(response.status() + "\n" + text(response));
        }
        return text(response);
    }

    static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }

    @Override
    public void close() {
        site.get(Databases.KEY).close();
    }
}
