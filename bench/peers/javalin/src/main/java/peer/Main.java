package peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/// Javalin on virtual threads, with JDBC over HikariCP.
public final class Main {

    record Message(String message, int id, boolean ok) {}

    record World(long id, int randomNumber) {}

    private static final HikariDataSource POOL = pool();

    private Main() {}

    private static HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:5432/quintet");
        config.setUsername("quintet");
        config.setPassword("quintet");
        config.setMaximumPoolSize(16);
        return new HikariDataSource(config);
    }

    private static World world() throws SQLException {
        try (var connection = POOL.getConnection();
                var statement =
                        connection.prepareStatement(
                                "SELECT id, randomnumber FROM world WHERE id = ?")) {
            statement.setLong(1, ThreadLocalRandom.current().nextLong(10_000) + 1);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new World(rows.getLong(1), rows.getInt(2));
            }
        }
    }

    public static void main(String... args) {
        Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = Integer.parseInt(args[0]);
                    config.routes.get(
                            "/plaintext",
                            context -> context.contentType("text/plain").result("Hello, World!"));
                    config.routes.get(
                            "/json",
                            context -> context.json(new Message("Hello, World!", 42, true)));
                    config.routes.get("/db", context -> context.json(world()));
                })
                .start();
    }
}
