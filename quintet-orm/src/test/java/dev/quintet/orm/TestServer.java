package dev.quintet.orm;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A server of databases that the tests talk to, and the corner of it that this run has to itself:
/// two runs at once do not meet.
enum TestServer {
    POSTGRESQL("QUINTET_TEST_POSTGRESQL", "postgresql://quintet:quintet@127.0.0.1/quintet"),
    MARIADB("QUINTET_TEST_MARIADB", "mariadb://quintet:quintet@127.0.0.1/quintet");

    private static final String CORNER = "test_orm_" + ProcessHandle.current().pid();

    private static String extended;

    private final String variable;
    private final String otherwise;
    private String corner;

    TestServer(String variable, String otherwise) {
        this.variable = variable;
        this.otherwise = otherwise;
    }

    /// The URL of this run's own corner; skips the test, or fails it on CI, where there is no
    /// server.
    synchronized String url() {
        if (corner == null) {
            String url = System.getenv().getOrDefault(variable, otherwise);
            String own = this == POSTGRESQL ? "SCHEMA" : "DATABASE";
            try {
                administer(url, "CREATE " + own + " " + CORNER);
            } catch (OrmException absent) {
                boolean required = Boolean.parseBoolean(System.getenv("CI"));
                Assumptions.assumeTrue(required, "not tested: " + variable + " is not reachable");
                throw absent;
            }
            String drop = "DROP " + own + " " + CORNER + (this == POSTGRESQL ? " CASCADE" : "");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> administer(url, drop)));
            corner =
                    this == POSTGRESQL
                            ? url + "?search_path=" + CORNER
                            : url.substring(0, url.lastIndexOf('/') + 1) + CORNER;
        }
        return corner;
    }

    /// The URL of a database of its own on PostgreSQL that has these extensions; made once.
    static synchronized String postgresqlWith(String... extensions) {
        if (extended == null) {
            POSTGRESQL.url();
            String url = System.getenv().getOrDefault(POSTGRESQL.variable, POSTGRESQL.otherwise);
            String name = CORNER + "_extended";
            administer(url, "CREATE DATABASE " + name);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> administer(url, "DROP DATABASE " + name + " (FORCE)")));
            extended = url.substring(0, url.lastIndexOf('/') + 1) + name;
            for (String extension : extensions) {
                administer(extended, "CREATE EXTENSION " + extension);
            }
        }
        return extended;
    }

    private static void administer(String url, String sql) {
        String hasty = url + (url.contains("?") ? "&" : "?") + "statement_timeout=20";
        try (Database server = DatabaseOpener.open("server", ServiceUrl.parse(hasty))) {
            server.execute(List.of(sql));
        }
    }
}
