package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.MariadbDialect;
import dev.quintet.orm.sql.PostgresqlDialect;
import dev.quintet.orm.sql.SqliteDialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Opens the databases that settings name by URL.
///
/// The options that every URL takes: `pool_size`, most connections at once (16; 4 for SQLite), and
/// `pool_timeout`, seconds that one waits for a connection (30).
public final class DatabaseOpener {

    private static final List<String> SCHEMES =
            List.of("sqlite", "postgresql", "postgres", "mariadb", "mysql");

    private DatabaseOpener() {}

    /// {@return all databases of the settings; no connection is made yet}
    public static Databases open(Settings settings) {
        List<Database> opened = new ArrayList<>();
        settings.databases().forEach((alias, url) -> opened.add(open(alias, url)));
        return Databases.of(opened);
    }

    /// {@return one database; no connection is made yet}
    ///
    /// @throws DatabaseException when the URL's scheme is unknown
    public static Database open(String alias, ServiceUrl url) {
        return switch (url.scheme()) {
            case "sqlite" -> sqlite(alias, url);
            case "postgresql", "postgres" -> postgresql(alias, url);
            case "mariadb", "mysql" -> mariadb(alias, url);
            default ->
                    throw new DatabaseException(
                            Problem.of(
                                            "orm.E037",
                                            "No database is known by the scheme '"
                                                    + url.scheme()
                                                    + ":'.")
                                    .because("The schemes are: " + String.join(", ", SCHEMES) + ".")
                                    .fixedBy(Nearest.question(url.scheme(), SCHEMES)),
                            null);
        };
    }

    private static Database sqlite(String alias, ServiceUrl url) {
        String file = url.path();
        return pooled(
                alias,
                new SqliteDialect(),
                url,
                4,
                () -> SqliteConnections.open(file, url.options()));
    }

    private static Database postgresql(String alias, ServiceUrl url) {
        String name = databaseName(url);
        String address = "jdbc:postgresql://" + hostAndPort(url, 5432) + "/" + name;
        Properties properties = credentials(url);
        properties.setProperty("ApplicationName", url.option("application_name", "quintet"));
        pass(url, properties, "sslmode", "sslmode");
        pass(url, properties, "connect_timeout", "connectTimeout");
        // Values without a type of their own, such as documents and intervals, take the column's.
        properties.setProperty("stringtype", "unspecified");
        return pooled(alias, new PostgresqlDialect(), url, 16, () -> connect(address, properties));
    }

    private static Database mariadb(String alias, ServiceUrl url) {
        String address = "jdbc:mariadb://" + hostAndPort(url, 3306) + "/" + databaseName(url);
        Properties properties = credentials(url);
        // Times are kept in UTC, backslashes escape, and rows found count as changed, as in Django.
        properties.setProperty("timezone", "UTC");
        properties.setProperty("useAffectedRows", "false");
        pass(url, properties, "sslmode", "sslMode");
        return pooled(alias, new MariadbDialect(), url, 16, () -> connect(address, properties));
    }

    private static Database pooled(
            String alias,
            Dialect dialect,
            ServiceUrl url,
            int size,
            PooledConnections.Opener opener) {
        int most = number(url, "pool_size", size);
        Duration patience = Duration.ofSeconds(number(url, "pool_timeout", 30));
        return new Database(alias, dialect, new PooledConnections(opener, most, patience));
    }

    private static int number(ServiceUrl url, String option, int otherwise) {
        String text = url.option(option, String.valueOf(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new DatabaseException(
                    Problem.of(
                            "orm.E038",
                            "The option "
                                    + option
                                    + " of a database's URL is '"
                                    + text
                                    + "', not a number."),
                    null);
        }
    }

    private static Connection connect(String address, Properties properties) throws SQLException {
        return DriverManager.getConnection(address, properties);
    }

    private static String hostAndPort(ServiceUrl url, int port) {
        String host = url.host();
        return (host == null || host.isEmpty() ? "localhost" : host) + ":" + url.port(port);
    }

    private static String databaseName(ServiceUrl url) {
        String path = url.path();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static Properties credentials(ServiceUrl url) {
        var properties = new Properties();
        String user = url.user();
        String password = url.password();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    private static void pass(
            ServiceUrl url, Properties properties, String option, String property) {
        String value = url.option(option, "");
        if (!value.isEmpty()) {
            properties.setProperty(property, value);
        }
    }
}
