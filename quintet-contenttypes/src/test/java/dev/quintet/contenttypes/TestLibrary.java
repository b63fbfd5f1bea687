package dev.quintet.contenttypes;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/// A site over an empty database of one kind, and the statements that are sent to it.
final class TestLibrary implements AutoCloseable {

    /// What the tests run on.
    enum Kind {
        SQLITE,
        POSTGRESQL,
        MARIADB
    }

    private final Database database;
    private final Runnable drop;
    private final Context site;
    private final List<String> statements = new ArrayList<>();

    private TestLibrary(String url, Runnable drop, App... apps) {
        this.drop = drop;
        this.database = DatabaseOpener.open(Databases.DEFAULT, ServiceUrl.parse(url));
        var all = Apps.of(List.of(apps));
        this.site =
                Context.of(new Settings(), all, Clock.systemUTC())
                        .with(Databases.KEY, Databases.of(List.of(database)))
                        .with(Models.KEY, Models.of(all));
        database.observe((_, sql, _) -> statements.add(sql));
        all.ready(site);
    }

    static TestLibrary on(Kind kind, App... apps) {
        return switch (kind) {
            case SQLITE -> {
                Path file = temporary();
                yield new TestLibrary("sqlite:" + file, () -> delete(file), apps);
            }
            case POSTGRESQL ->
                    onServer(
                            "QUINTET_TEST_POSTGRESQL",
                            "postgresql://quintet:quintet@127.0.0.1/quintet",
                            apps);
            case MARIADB ->
                    onServer(
                            "QUINTET_TEST_MARIADB",
                            "mariadb://quintet:quintet@127.0.0.1/quintet",
                            apps);
        };
    }

    /// {@return a site over a database that is there}
    static TestLibrary over(String url, App... apps) {
        return new TestLibrary(url, () -> {}, apps);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("quintet").resolve("test.db");
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

    private static TestLibrary onServer(String variable, String otherwise, App... apps) {
        String server = System.getenv().getOrDefault(variable, otherwise);
        String name = "test_types_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        try (Database admin = DatabaseOpener.open("admin", ServiceUrl.parse(server))) {
            admin.execute(List.of("CREATE DATABASE " + name));
        } catch (DatabaseException missing) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw missing;
            }
            Assumptions.abort(variable + ": " + missing.problem().problem());
        }
        return new TestLibrary(
                server.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"),
                () -> {
                    try (Database admin = DatabaseOpener.open("admin", ServiceUrl.parse(server))) {
                        admin.execute(List.of("DROP DATABASE " + name));
                    }
                },
                apps);
    }

    Context site() {
        return site;
    }

    void run(Runnable body) {
        site.run(body);
    }

    <T> T call(Supplier<T> body) {
        return site.call(body::get);
    }

    /// {@return the statements that `body` sent}
    List<String> statementsOf(Runnable body) {
        return site.call(() -> {
            statements.clear();
            body.run();
            return List.copyOf(statements);
        });
    }

    /// {@return what a command of the site said, and its exit code}
    String command(String... words) {
        Commands.Result result = Commands.call(site, words);
        return result.out() + result.err() + "exit " + result.exitCode();
    }

    @Override
    public void close() {
        database.close();
        drop.run();
    }
}
