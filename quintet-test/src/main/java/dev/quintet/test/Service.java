package dev.quintet.test;

import dev.quintet.kernel.settings.ServiceUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What tests talk to besides the site. Each is named by a variable of the environment, and else
/// looked for at its usual place on this machine.
public enum Service {
    /// `QUINTET_TEST_POSTGRESQL`: a role that may create databases.
    POSTGRESQL("postgresql://quintet:quintet@127.0.0.1/quintet", 5432),
    /// `QUINTET_TEST_MARIADB`: a user with all rights on databases named `test_...`.
    MARIADB("mariadb://quintet:quintet@127.0.0.1/quintet", 3306),
    /// `QUINTET_TEST_REDIS`: a database that tests may empty.
    REDIS("redis://127.0.0.1/15", 6379),
    /// `QUINTET_TEST_RABBITMQ`.
    RABBITMQ("amqp://guest:guest@127.0.0.1/", 5672),
    /// `QUINTET_TEST_MEMCACHED`: tests may empty it.
    MEMCACHED("memcached://127.0.0.1", 11211),
    /// `QUINTET_TEST_CHROMIUM`: the program, for tests in a browser.
    CHROMIUM("chromium", 0);

    private static final int PATIENCE_MILLIS = 1000;

    private final String usual;
    private final int port;

    Service(String usual, int port) {
        this.usual = usual;
        this.port = port;
    }

    /// {@return the variable of the environment that names it}
    public String variable() {
        return "QUINTET_TEST_" + name();
    }

    /// {@return where it is said to be: a URL, or the name of a program}
    public String place() {
        String told = System.getenv(variable());
        return told == null || told.isEmpty() ? usual : told;
    }

    /// {@return where it is said to be}
    ///
    /// @throws IllegalArgumentException when that is no URL
    public ServiceUrl url() {
        return ServiceUrl.parse(place());
    }

    /// {@return why it cannot be used, in a sentence without any password, or `null` when it is
    /// there}
    public @Nullable String absence() {
        if (port == 0) {
            return program() == null ? "There is no program '" + place() + "'." : null;
        }
        ServiceUrl url = url();
        String host = url.host() == null || url.host().isEmpty() ? "localhost" : url.host();
        int at = url.port(port);
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, at), PATIENCE_MILLIS);
            return null;
        } catch (IOException refused) {
            return "Nothing answers at " + host + ":" + at + ".";
        }
    }

    /// {@return the file of the program, or `null` when this is none or it is not there}
    public @Nullable Path program() {
        if (port != 0) {
            return null;
        }
        Path named = Path.of(place());
        if (named.getParent() != null) {
            return Files.isExecutable(named) ? named : null;
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(named))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
