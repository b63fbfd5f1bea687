package dev.quintet.conformance.queries;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.OrmException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The recorded site's databases, each in a copy of our own: SQLite's file, and PostgreSQL's dump
/// in a database that is made for it and dropped again.
public final class RecordedDatabases implements AutoCloseable {

    private static final String SERVER =
            System.getenv()
                    .getOrDefault(
                            "QUINTET_TEST_POSTGRESQL",
                            "postgresql://quintet:quintet@127.0.0.1/quintet");

    private final Map<String, Database> byKind = new LinkedHashMap<>();
    private final Map<String, String> urls = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<AutoCloseable> leftovers = new ArrayList<>();

    private RecordedDatabases() {}

    /// {@return both, or SQLite's alone where PostgreSQL is not installed}
    ///
    /// @param folder with `db.sqlite3` and `db.postgresql.sql.gz`
    /// @throws IOException when PostgreSQL is needed (`CI=true`) and not there
    public static RecordedDatabases open(Path folder) throws IOException {
        var databases = new RecordedDatabases();
        databases.openSqlite(folder.resolve("db.sqlite3"));
        try {
            databases.openPostgresql(folder.resolve("db.postgresql.sql.gz"));
        } catch (IOException | OrmException absent) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IOException("PostgreSQL is needed, since CI=true", absent);
            }
            databases.skipped.add("PostgreSQL: " + absent.getMessage());
        }
        return databases;
    }

    /// {@return the folder of the recorded site, which lies beside that of the cases or in it}
    public static Path folder(Path cases) throws IOException {
        String told = System.getenv("QUINTET_REALDATA");
        List<Path> places =
                told != null
                        ? List.of(Path.of(told))
                        : List.of(
                                cases.resolve("realdb"),
                                cases.resolve("../realdata/django").normalize());
        for (Path place : places) {
            if (Files.exists(place.resolve("db.sqlite3"))) {
                return place;
            }
        }
        throw new IOException(
                "The recorded site's databases are in none of "
                        + places
                        + "; QUINTET_REALDATA may say where they are.");
    }

    private void openSqlite(Path file) throws IOException {
        Path folder = Files.createTempDirectory("quintet-conformance");
        Path copy = folder.resolve("db.sqlite3");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        leftovers.add(() -> delete(folder));
        add("sqlite", "sqlite:" + copy + "?synchronous=OFF");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void openPostgresql(Path dump) throws IOException {
        String name =
                "quintet_conformance_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        String base = SERVER.substring(0, SERVER.lastIndexOf('/') + 1);
        Database server = DatabaseOpener.open("server", ServiceUrl.parse(SERVER));
        leftovers.add(server);
        server.execute(List.of("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name));
        leftovers.addFirst(
                () -> server.execute(List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)")));
        restore(base + name, dump);
        add("postgresql", base + name);
    }

    private void add(String kind, String url) {
        urls.put(kind, url);
        byKind.put(kind, DatabaseOpener.open("default", ServiceUrl.parse(url)));
    }

    private static void restore(String url, Path dump) throws IOException {
        Process psql =
                new ProcessBuilder("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", url)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectErrorStream(true)
                        .start();
        try (InputStream sql = new GZIPInputStream(Files.newInputStream(dump));
                OutputStream in = psql.getOutputStream()) {
            sql.transferTo(in);
        }
        try {
            int code = psql.waitFor();
            if (code != 0) {
                throw new IOException("psql could not restore " + dump + ": code " + code);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("psql was interrupted", interrupted);
        }
    }

    /// {@return those that are there, by kind: `sqlite`, `postgresql`}
    public Map<String, Database> byKind() {
        return byKind;
    }

    /// {@return where those are that are there, by kind}
    public Map<String, String> urls() {
        return urls;
    }

    /// {@return which are not there, and why}
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    public void close() {
        byKind.values().forEach(Database::close);
        for (AutoCloseable leftover : leftovers) {
            try {
                leftover.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
