package dev.quintet.bench.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A PostgreSQL of the run's own, in a folder of its own, at a port of its own: nobody else's is
/// ever touched. It listens on loopback only and is gone after the run.
final class PostgresCluster implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path programs;
    private final Path data;
    private final int port;

    /// The server refuses to run as root; then it runs as the account that its package has made.
    private final boolean asOther = "root".equals(System.getProperty("user.name"));

    private PostgresCluster(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /// Makes a cluster and starts it.
    ///
    /// @param programs the folder with `initdb` and `postgres`
    /// @param folder which does not exist yet
    static PostgresCluster make(Path programs, Path folder, int port)
            throws IOException, InterruptedException, SQLException {
        var cluster = new PostgresCluster(programs, folder, port);
        Files.createDirectories(folder);
        if (cluster.asOther) {
            done(new ProcessBuilder("chown", "postgres", folder.toString()).start());
        }
        done(
                cluster.as(
                        programs.resolve("initdb").toString(),
                        "--username=chaos",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "-D",
                        folder.toString()));
        cluster.start();
        try (Connection connection = cluster.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE records");
        }
        return cluster;
    }

    /// {@return the URL of its database, for the shop}
    String url() {
        return "postgresql://chaos@127.0.0.1:" + port + "/records";
    }

    /// {@return a connection to the shop's database}
    Connection connect() throws SQLException {
        return connect("records");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "chaos", "");
    }

    private Process as(String... words) throws IOException {
        var command = new ArrayList<String>();
        if (asOther) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(
                                data.resolveSibling("postgresql.log").toFile()))
                .start();
    }

    private static void done(Process process) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IOException(
                    process.info().commandLine().orElse("a program")
                            + " failed; see postgresql.log");
        }
    }

    /// Starts it, as often as that takes: what a killed one left must be gone first.
    void start() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            Process server =
                    as(
                            programs.resolve("postgres").toString(),
                            "-D",
                            data.toString(),
                            "-p",
                            String.valueOf(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=");
            while (server.isAlive() && System.nanoTime() < end) {
                try (Connection answers = connect("postgres")) {
                    if (answers.isValid(1)) {
                        return;
                    }
                } catch (SQLException notYet) {
                    Thread.sleep(50);
                }
            }
            Thread.sleep(200);
        }
        throw new IOException("PostgreSQL does not start; see postgresql.log");
    }

    /// As `kill -9` on the server does; its children notice and end.
    void kill() throws IOException, InterruptedException {
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().join();
    }

    /// Ends it as a restart of the machine's service does: connections are cut, what was committed
    /// is written.
    void stop() throws IOException, InterruptedException {
        done(
                as(
                        programs.resolve("pg_ctl").toString(),
                        "stop",
                        "-m",
                        "fast",
                        "-D",
                        data.toString()));
    }

    private ProcessHandle server() throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8)
                        .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .orElseThrow(() -> new IOException("PostgreSQL is not running."));
    }

    @Override
    public void close() {
        if (!Files.exists(data)) {
            return;
        }
        try {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                kill();
            }
            // Its children may still write for a moment.
            Thread.sleep(500);
            try (Stream<Path> all = Files.walk(data)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException left) {
            System.err.println("Left behind: " + data + " (" + left.getMessage() + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
