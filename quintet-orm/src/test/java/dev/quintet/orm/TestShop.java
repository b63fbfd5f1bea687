package dev.quintet.orm;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.state.ModelState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A shop's tables in a real database, and the context of a site over it.
final class TestShop implements AutoCloseable {

    static final List<String> KINDS = List.of("sqlite", "postgresql", "mariadb");

    private static final List<Class<? extends Entity>> MODELS =
            List.of(Artist.class, Genre.class, Album.class, Track.class);

    private final Database database;
    private final Context context;
    private final SchemaEditor editor;
    private final List<ModelState> models;
    private final List<String> statements = new ArrayList<>();

    private TestShop(Database database, List<Class<? extends Entity>> classes) {
        this.database = database;
        List<ModelMapping<?>> mappings = new ArrayList<>();
        classes.forEach(model -> mappings.add(Mappings.of(model)));
        this.models = SchemaEditor.inOrder(mappings.stream().map(ModelMapping::state).toList());
        this.editor = new SchemaEditor(database.dialect(), models);
        this.context =
                Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC())
                        .with(Databases.KEY, Databases.of(List.of(database)))
                        .with(Models.KEY, Models.of(mappings));
        dropTables();
        database.execute(editor.createAll(models));
        database.observe((_, sql, _) -> statements.add(sql));
    }

    /// A shop in a database of this kind; skips the test, or fails it on CI, where there is none.
    static TestShop open(String kind) {
        return open(kind, "");
    }

    /// The same with other models.
    static TestShop open(String kind, List<Class<? extends Entity>> models) {
        return new TestShop(DatabaseOpener.open("default", ServiceUrl.parse(url(kind))), models);
    }

    /// The same in the database of a URL.
    static TestShop openAt(String url, List<Class<? extends Entity>> models) {
        return new TestShop(DatabaseOpener.open("default", ServiceUrl.parse(url)), models);
    }

    /// The same with more options, such as `pool_size=10`.
    static TestShop open(String kind, String options) {
        String url = url(kind);
        String more = options.isEmpty() ? "" : (url.contains("?") ? "&" : "?") + options;
        return new TestShop(DatabaseOpener.open("default", ServiceUrl.parse(url + more)), MODELS);
    }

    private static String url(String kind) {
        return kind.equals("sqlite")
                ? "sqlite:" + temporaryFile() + "?synchronous=OFF"
                : TestServer.valueOf(kind.toUpperCase(Locale.ROOT)).url();
    }

    private static Path temporaryFile() {
        try {
            Path folder = Files.createTempDirectory("quintet-orm");
            folder.toFile().deleteOnExit();
            return folder.resolve("shop.db");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Database database() {
        return database;
    }

    Context context() {
        return context;
    }

    /// Runs a test's body in the context of the site.
    void run(Runnable body) {
        context.run(body);
    }

    /// The statements that `body` sent.
    List<String> statementsOf(Runnable body) {
        statements.clear();
        context.run(body);
        return List.copyOf(statements);
    }

    /// Deletes all rows.
    void empty() {
        context.run(() -> {
            for (ModelState model : models.reversed()) {
                for (String table : tablesOf(model).toList()) {
                    database.execute(List.of("DELETE FROM " + database.dialect().quote(table)));
                }
            }
        });
    }

    private static Stream<String> tablesOf(ModelState model) {
        return Stream.concat(
                model.fields().stream()
                        .filter(field -> field.relation() != null)
                        .filter(field -> field.relation().through() != null)
                        .filter(field -> field.relation().through().model() == null)
                        .map(field -> field.relation().through().table()),
                model.options().proxy() ? Stream.empty() : Stream.of(model.table()));
    }

    private void dropTables() {
        for (ModelState model : models.reversed()) {
            tablesOf(model)
                    .forEach(table ->
                            database.execute(
                                    List.of(
                                            "DROP TABLE IF EXISTS "
                                                    + database.dialect().quote(table))));
        }
    }

    @Override
    public void close() {
        dropTables();
        database.close();
    }
}
