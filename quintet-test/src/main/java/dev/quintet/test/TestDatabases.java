package dev.quintet.test;

import dev.quintet.Site;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The databases of one worker, one for each alias of the site: where they are, and how they are
/// made and dropped. Never the site's own.
final class TestDatabases {

    private static final System.Logger LOG = Loggers.named("quintet.test");

    static final String WHICH = "quintet.test.database";
    static final String KEEP = "quintet.test.keepdb";

    private static final int LONGEST_NAME = 24;

    private final Class<? extends Site> site;
    private final int worker;
    private final boolean keep = Boolean.getBoolean(KEEP);
    private final Path folder;
    private final Map<String, ServiceUrl> urls = new LinkedHashMap<>();

    TestDatabases(Class<? extends Site> site, int worker) {
        this.site = site;
        this.worker = worker;
        this.folder = folder(keep);
    }

    /// {@return these settings with the databases of tests in the place of the site's}
    Settings instead(Settings settings) {
        Settings changed = settings;
        for (Map.Entry<String, ServiceUrl> each : settings.databases().entrySet()) {
            ServiceUrl url = url(each.getKey(), each.getValue());
            urls.put(each.getKey(), url);
            changed = changed.with(KernelSettings.databaseUrl(each.getKey()), url);
        }
        return changed;
    }

    /// Makes those that are not there, and those that were kept for other models than these.
    ///
    /// @param fingerprint of models and migrations
    void make(String fingerprint) {
        Path note = folder.resolve(name("state") + ".txt");
        boolean fits = keep && fingerprint.equals(read(note));
        urls.forEach((alias, url) -> {
            if (!fits) {
                drop(url);
            }
            if (!url.scheme().equals("sqlite") && !(fits && exists(url))) {
                administer(url, "CREATE DATABASE " + url.path() + characters(url));
            }
        });
        if (keep) {
            write(note, fingerprint);
        }
    }

    /// Drops them, unless they are to be kept.
    void drop() {
        if (keep) {
            return;
        }
        urls.values().forEach(TestDatabases::drop);
        try {
            Files.deleteIfExists(folder);
        } catch (IOException notEmpty) {
            // Another file lies there; a folder for temporary files may keep it.
            LOG.log(System.Logger.Level.DEBUG, notEmpty.toString());
        }
    }

    private static void drop(ServiceUrl url) {
        if (url.scheme().equals("sqlite")) {
            delete(url.path());
        } else {
            administer(url, "DROP DATABASE IF EXISTS " + url.path());
        }
    }

    private ServiceUrl url(String alias, ServiceUrl own) {
        String which = Objects.requireNonNullElse(System.getProperty(WHICH), "sqlite");
        ServiceUrl base =
                switch (which) {
                    case "sqlite" -> ServiceUrl.parse("sqlite:");
                    case "postgresql" -> Service.POSTGRESQL.url();
                    case "mariadb" -> Service.MARIADB.url();
                    case "site" -> own;
                    default -> parsed(which);
                };
        if (base.scheme().equals("sqlite")) {
            String file = folder.resolve(name(alias) + ".sqlite3").toString();
            Map<String, String> options = new HashMap<>(base.options());
            // Nothing here has to outlive a crash of the machine.
            options.put("synchronous", "OFF");
            return new ServiceUrl("sqlite", null, null, List.of(), file, options);
        }
        return at(base, name(alias));
    }

    private static ServiceUrl parsed(String url) {
        if (!url.contains(":")) {
            throw new TestSetupException(
                    Problem.of("test.E002", WHICH + " is '" + url + "'.")
                            .fixedBy(
                                    "Say sqlite, postgresql, mariadb, site, or a database's URL."));
        }
        return ServiceUrl.parse(url);
    }

    private static ServiceUrl at(ServiceUrl url, String database) {
        return new ServiceUrl(
                url.scheme(), url.user(), url.password(), url.hosts(), database, url.options());
    }

    /// A name of a database that no site has: letters, digits and underscores only.
    private String name(String alias) {
        String stem = site.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        String name = "test_" + stem.substring(0, Math.min(stem.length(), LONGEST_NAME));
        if (!keep) {
            name += "_" + ProcessHandle.current().pid();
        }
        if (worker > 1) {
            name += "_" + worker;
        }
        return alias.equals(Databases.DEFAULT) ? name : name + "_" + alias;
    }

    private static String characters(ServiceUrl url) {
        return url.scheme().startsWith("postgres") ? "" : " CHARACTER SET utf8mb4";
    }

    private static boolean exists(ServiceUrl url) {
        try (Database database = DatabaseOpener.open("test", url)) {
            return database.query(
                    dev.quintet.orm.connection.SqlStatement.of("SELECT 1"),
                    new Object[0],
                    (result, _) -> result.next());
        } catch (dev.quintet.orm.connection.DatabaseException missing) {
            return false;
        }
    }

    /// Says something to the server from a database that is always there.
    private static void administer(ServiceUrl url, String sql) {
        String always = url.scheme().startsWith("postgres") ? "postgres" : "information_schema";
        try (Database server = DatabaseOpener.open("server", at(url, always))) {
            server.execute(List.of(sql));
        }
    }

    private static Path folder(boolean keep) {
        try {
            if (keep) {
                return Files.createDirectories(Path.of("target", "quintet-test").toAbsolutePath());
            }
            return Files.createTempDirectory("quintet-test");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(String file) {
        for (String ending : List.of("", "-wal", "-shm", "-journal")) {
            try {
                Files.deleteIfExists(Path.of(file + ending));
            } catch (IOException inUse) {
                throw new UncheckedIOException(inUse);
            }
        }
    }

    private static String read(Path note) {
        try {
            return Files.exists(note) ? Files.readString(note) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void write(Path note, String text) {
        try {
            Files.writeString(note, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// {@return a few words that differ where any of these do}
    static String fingerprint(Stream<String> states) {
        long hash = 1125899906842597L;
        for (String state : states.toList()) {
            for (int i = 0; i < state.length(); i++) {
                hash = 31 * hash + state.charAt(i);
            }
        }
        return Long.toHexString(hash);
    }
}
