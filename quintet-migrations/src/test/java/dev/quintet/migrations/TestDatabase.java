package dev.quintet.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/// An empty database for one test, of each kind.
final class TestDatabase implements AutoCloseable {

    /// What the tests run on.
    enum Kind {
        SQLITE,
        POSTGRESQL,
        MARIADB
    }

    private final String url;
    private final Runnable drop;
    private final Database database;

    private TestDatabase(String url, Runnable drop) {
        this.url = url;
        this.drop = drop;
        this.database = another();
    }

    static TestDatabase of(Kind kind) {
        try {
            return switch (kind) {
                case SQLITE -> {
                    Path file = Files.createTempDirectory("quintet").resolve("test.db");
                    yield new TestDatabase("sqlite:" + file, () -> delete(file));
                }
                case POSTGRESQL ->
                        onServer(
                                "QUINTET_TEST_POSTGRESQL",
                                "postgresql://quintet:quintet@127.0.0.1/quintet");
                case MARIADB ->
                        onServer(
                                "QUINTET_TEST_MARIADB",
                                "mariadb://quintet:quintet@127.0.0.1/quintet");
            };
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static void delete(Path file) {
        try (var files = Files.list(file.getParent())) {
            for (Path one : files.toList()) {
                Files.delete(one);
            }
            Files.delete(file.getParent());
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }

    private static TestDatabase onServer(String variable, String otherwise) {
        String server = System.getenv().getOrDefault(variable, otherwise);
        String name = "test_migrations_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        try (Database admin = DatabaseOpener.open("admin", ServiceUrl.parse(server))) {
            admin.execute(List.of("CREATE DATABASE " + name));
        } catch (DatabaseException missing) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw missing;
            }
            Assumptions.abort(variable + ": " + missing.problem().problem());
        }
        return new TestDatabase(
                server.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"),
                () -> {
                    try (Database admin = DatabaseOpener.open("admin", ServiceUrl.parse(server))) {
                        admin.execute(List.of("DROP DATABASE " + name));
                    }
                });
    }

    /// {@return the same database with connections of its own, as another process has}
    Database another() {
        return DatabaseOpener.open(Databases.DEFAULT, ServiceUrl.parse(url));
    }

    /// {@return a database that the test brings itself}
    static Database open(String url) {
        return DatabaseOpener.open(Databases.DEFAULT, ServiceUrl.parse(url));
    }

    Context with(App... apps) {
        return site(database, apps);
    }

    /// A site without a database.
    static Context site(App... apps) {
        return Context.of(new Settings(), Apps.of(List.of(apps)), Clock.systemUTC());
    }

    static Context site(Database database, App... apps) {
        return Context.of(new Settings(), Apps.of(List.of(apps)), Clock.systemUTC())
                .with(Databases.KEY, Databases.of(List.of(database)));
    }

    String url() {
        return url;
    }

    Database database() {
        return database;
    }

    Set<String> tables() {
        return History.tables(database);
    }

    List<String> columns(String table) {
        return database.query(
                SqlStatement.of("SELECT * FROM " + table + " WHERE 1 = 0"),
                new Object[0],
                (result, _) -> {
                    var names = new java.util.ArrayList<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        names.add(result.getMetaData().getColumnName(i));
                    }
                    return names;
                });
    }

    List<String> texts(String sql) {
        return database.query(
                SqlStatement.of(sql),
                new Object[0],
                (result, row) -> {
                    var texts = new java.util.ArrayList<String>();
                    while (result.next()) {
                        texts.add(String.valueOf(row.text(1)));
                    }
                    return texts;
                });
    }

    @Override
    public void close() {
        database.close();
        drop.run();
    }
}
