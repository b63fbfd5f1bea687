package dev.quintet.orm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A server of PostgreSQL that a test has to itself, to stop and start as it likes.
final class OwnPostgresql implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    private OwnPostgresql(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /// Starts one with an empty database; skips the test, or fails it on CI, where PostgreSQL's
    /// programs are not installed.
    static OwnPostgresql start() throws IOException {
        Path programs = programs();
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(
                programs != null || required, "not tested: PostgreSQL's initdb is not installed");
        if (programs == null) {
            throw new IOException("PostgreSQL's initdb is not installed");
        }
        Path folder = Path.of(run(List.of("mktemp", "-d", "-t", "quintet-postgresql.XXXXXX")));
        var server = new OwnPostgresql(programs, folder.resolve("data"), freePort());
        server.call("initdb", "-U", "quintet", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.begin();
        return server;
    }

    String url() {
        return "postgresql://quintet@127.0.0.1:" + port + "/postgres";
    }

    void begin() throws IOException {
        String options =
                "-c listen_addresses=127.0.0.1 -c port="
                        + port
                        + " -c fsync=off -c unix_socket_directories="
                        + data;
        call("pg_ctl", "start", "-w", "-l", data + "/log", "-o", options);
    }

    /// Ends it in an orderly way, which ends all its sessions.
    void stop() throws IOException {
        call("pg_ctl", "stop", "-w", "-m", "fast");
    }

    /// Ends it as a crash does; what it had promised to keep, it finds again by its log.
    void crash() throws IOException {
        call("pg_ctl", "stop", "-w", "-m", "immediate");
    }

    @Override
    public void close() throws IOException {
        crash();
        run(List.of("rm", "-rf", data.getParent().toString()));
    }

    private void call(String program, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(programs.resolve(program).toString());
        command.addAll(List.of("-D", data.toString()));
        command.addAll(List.of(words));
        run(command);
    }

    /// Does something as an account that may run PostgreSQL: root may not.
    private static String run(List<String> words) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.addAll(words);
        Path out = Files.createTempFile("own-postgresql", ".log");
        try {
            // A file, as a server that stays would keep a pipe open.
            int code =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start()
                            .onExit()
                            .join()
                            .exitValue();
            String told = Files.readString(out, StandardCharsets.UTF_8).strip();
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + told);
            }
            return told;
        } finally {
            Files.delete(out);
        }
    }

    private static Path programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
