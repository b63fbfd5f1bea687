package dev.quintet.aot;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.Site;
import dev.quintet.http.HttpSettings;
import dev.quintet.kernel.check.Checks;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.migrations.Migrator;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A start of a site up to its first pages, which leaves nothing behind: its databases are empty
/// ones of SQLite, it sends no mail and asks no cache, and only this machine can ask it.
final class Rehearsal {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int MOST_LINKS = 15;
    private static final Pattern LINK =
            Pattern.compile("(?<=(?:href|src)=\")/[^/\"# ][^\"# ]*(?=\")");

    private Rehearsal() {}

    /// Goes through a start, the first page, those that it leads to, and the pages at these paths,
    /// whatever they answer.
    ///
    /// @throws dev.quintet.kernel.error.QuintetException when the site does not start
    static void of(Site site, List<String> pages) throws IOException {
        var nowhere = new PrintWriter(Writer.nullWriter());
        site.manage(nowhere, nowhere, "help", "serve");
        Path folder = Files.createTempDirectory("rehearsal");
        try (RunningSite running =
                site.setup(
                        SettingsSources.ofProcess(List.of()),
                        settings -> apart(settings, folder))) {
            for (Database database : running.context().get(Databases.KEY).all()) {
                Migrator.of(running.context(), database.alias()).migrate();
            }
            Checks.of(running.context()).run();
            Serving.warnOfDatabases(running.context(), nowhere);
            ServerOptions options = ServerOptions.of(new Settings().freeze()).at("127.0.0.1", 0);
            try (Serving serving = Serving.start(running, options)) {
                int port = URI.create(serving.address()).getPort();
                Stream<String> linked =
                        LINK.matcher(look(port, "/"))
                                .results()
                                .map(found -> found.group().replace("&amp;", "&"))
                                .distinct()
                                .limit(MOST_LINKS);
                for (String page : Stream.concat(linked, pages.stream()).toList()) {
                    look(port, page);
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static Settings apart(Settings told, Path folder) {
        Settings changed =
                told.with(KernelSettings.CACHE_URL, ServiceUrl.parse("memory:"))
                        .with(HttpSettings.SECURE_SSL_REDIRECT, false);
        if (told.explain(KernelSettings.SECRET_KEY).value() == null) {
            changed =
                    changed.with(
                            KernelSettings.SECRET_KEY, UUID.randomUUID() + "-" + UUID.randomUUID());
        }
        for (String alias : told.databases().keySet()) {
            changed =
                    changed.with(
                            KernelSettings.databaseUrl(alias),
                            ServiceUrl.parse("sqlite:" + folder.resolve(alias + ".db")));
        }
        for (String mailer : told.mailers().keySet()) {
            changed = changed.with(KernelSettings.mailerUrl(mailer), ServiceUrl.parse("memory:"));
        }
        var hosts = new ArrayList<>(changed.get(HttpSettings.ALLOWED_HOSTS));
        hosts.add("localhost");
        return changed.with(HttpSettings.ALLOWED_HOSTS, List.copyOf(hosts));
    }

    private static String look(int port, String page) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String question =
                    "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
