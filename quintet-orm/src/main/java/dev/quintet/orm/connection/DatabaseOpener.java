package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.OrmSettings;
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
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Opens the databases that settings name by URL. The options of URLs are in `docs/reference`.
public final class DatabaseOpener {

    private static final List<String> SCHEMES =
            List.of("sqlite", "postgresql", "postgres", "mariadb", "mysql");
    private static final List<String> SQLITE_OPTIONS =
            List.of("mode", "synchronous", "busy_timeout");
    private static final List<String> POSTGRESQL_OPTIONS =
            List.of(
                    "sslmode",
                    "sslrootcert",
                    "sslcert",
                    "sslkey",
                    "application_name",
                    "search_path",
                    "target_session_attrs");
    private static final List<String> MARIADB_OPTIONS = List.of("sslmode", "sslrootcert");
    private static final PoolSettings SQLITE_POOL =
            PoolSettings.USUAL.size(4).trialAfter(Duration.ofDays(1)).maxAge(Duration.ofDays(365));
    private static final String CONNECT_SECONDS = "10";
    private static final String DRIVERS_OWN = "jdbc.";

    private DatabaseOpener() {}

    /// {@return all databases of the settings, with their replicas and routers; no connection is
    /// made yet}
    public static Databases open(Settings settings) {
        List<Database> opened = new ArrayList<>();
        Map<String, DataSource> sources = settings.get(OrmSettings.DATA_SOURCES);
        settings.databases()
                .forEach((alias, url) -> {
                    DataSource source = sources.get(alias);
                    opened.add(source == null ? open(alias, url) : over(alias, url, source));
                });
        return Databases.of(opened, settings.get(OrmSettings.DATABASE_ROUTERS));
    }

    /// {@return one database; no connection is made yet}
    ///
    /// @throws DatabaseException when the URL's scheme or one of its options is unknown
    public static Database open(String alias, ServiceUrl url) {
        Dialect dialect = dialect(url);
        DatabaseOptions options = options(url, dialect);
        PooledConnections.Opener opener =
                switch (dialect.name()) {
                    case "sqlite" -> sqlite(url);
                    case "postgresql" -> postgresql(url, options);
                    default -> mariadb(url, options);
                };
        var verified = new VerifiedOpener(alias, dialect, opener);
        var pool = new PooledConnections(verified, options.pool());
        // The one who writes never waits for a reader's connection.
        PooledConnections writer =
                dialect.oneWriter()
                        ? new PooledConnections(verified, options.pool().size(1))
                        : null;
        return new Database(alias, dialect, pool, writer, options);
    }

    /// {@return a database whose connections `source` lends; the URL says which kind it is, and has
    /// the options that do not concern a pool}
    public static Database over(String alias, ServiceUrl url, DataSource source) {
        Dialect dialect = dialect(url);
        return new Database(
                alias, dialect, new DataSourceConnections(source), null, options(url, dialect));
    }

    private static Dialect dialect(ServiceUrl url) {
        return switch (url.scheme()) {
            case "sqlite" -> new SqliteDialect();
            case "postgresql", "postgres" -> new PostgresqlDialect();
            case "mariadb", "mysql" -> new MariadbDialect();
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

    private static DatabaseOptions options(ServiceUrl url, Dialect dialect) {
        return switch (dialect.name()) {
            case "sqlite" -> DatabaseOptions.of(url, SQLITE_POOL, SQLITE_OPTIONS);
            case "postgresql" -> DatabaseOptions.of(url, PoolSettings.USUAL, POSTGRESQL_OPTIONS);
            default -> DatabaseOptions.of(url, PoolSettings.USUAL, MARIADB_OPTIONS);
        };
    }

    private static PooledConnections.Opener sqlite(ServiceUrl url) {
        var file = new SqliteFile(url.path());
        return () -> SqliteConnections.open(file, url.options());
    }

    private static PooledConnections.Opener postgresql(ServiceUrl url, DatabaseOptions options) {
        String address = "jdbc:postgresql://" + hosts(url) + "/" + databaseName(url);
        Properties properties = credentials(url);
        properties.setProperty("ApplicationName", url.option("application_name", "quintet"));
        properties.setProperty("connectTimeout", url.option("connect_timeout", CONNECT_SECONDS));
        // A server that vanished without a word is noticed in the end.
        properties.setProperty("tcpKeepAlive", "true");
        pass(url, properties, "sslmode", "sslmode");
        pass(url, properties, "sslrootcert", "sslrootcert");
        pass(url, properties, "sslcert", "sslcert");
        pass(url, properties, "sslkey", "sslkey");
        pass(url, properties, "search_path", "currentSchema");
        pass(url, properties, "target_session_attrs", "targetServerType");
        // Values without a type of their own, such as documents and intervals, take the column's.
        properties.setProperty("stringtype", "unspecified");
        Duration most = options.statementTimeout();
        if (most != null) {
            properties.setProperty(
                    "options", "-c statement_timeout=" + Math.max(1, most.toMillis()));
        }
        driversOwn(url, properties);
        return () -> connect(address, properties);
    }

    private static PooledConnections.Opener mariadb(ServiceUrl url, DatabaseOptions options) {
        String address = "jdbc:mariadb://" + hosts(url) + "/" + databaseName(url);
        Properties properties = credentials(url);
        // Times are kept in UTC, backslashes escape, and rows found count as changed, as in Django.
        properties.setProperty("timezone", "UTC");
        properties.setProperty("useAffectedRows", "false");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "connectTimeout", url.option("connect_timeout", CONNECT_SECONDS) + "000");
        pass(url, properties, "sslmode", "sslMode");
        pass(url, properties, "sslrootcert", "serverSslCert");
        driversOwn(url, properties);
        Duration most = options.statementTimeout();
        return () -> {
            Connection connection = connect(address, properties);
            if (most != null) {
                MariadbTimeout.set(connection, most);
            }
            return connection;
        };
    }

    private static Connection connect(String address, Properties properties) throws SQLException {
        return DriverManager.getConnection(address, properties);
    }

    private static String hosts(ServiceUrl url) {
        return url.hosts().isEmpty() ? "localhost" : String.join(",", url.hosts());
    }

    private static String databaseName(ServiceUrl url) {
        String path = url.path();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static Properties credentials(ServiceUrl url) {
        var properties = new Properties();
        set(properties, "user", url.user());
        set(properties, "password", url.password());
        return properties;
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    private static void pass(
            ServiceUrl url, Properties properties, String option, String property) {
        set(properties, property, url.options().get(option));
    }

    private static void driversOwn(ServiceUrl url, Properties properties) {
        url.options()
                .forEach((name, value) -> {
                    if (name.startsWith(DRIVERS_OWN)) {
                        properties.setProperty(name.substring(DRIVERS_OWN.length()), value);
                    }
                });
    }
}
