package dev.quintet.bench.chaos;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The demo as it is shipped, `java -jar`, in a process that can be killed and started again. What
/// it logs is read line by line.
final class ShopProcess implements AutoCloseable {

    private static final Pattern DOOR = Pattern.compile("Its admin: \\S+?(/staff/\\S+)");

    /// What the server says of requests that it did not let in.
    private static final Pattern NAMED = Pattern.compile(" \\((chaos-\\d+)\\)$");

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Path jar;
    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private final String classPath;
    private final PrintWriter log;

    /// Requests of which a line of the log says what went wrong.
    private final Set<String> explained = ConcurrentHashMap.newKeySet();

    private final Map<String, Integer> problems = new ConcurrentHashMap<>();
    private volatile @Nullable Process process;
    private volatile @Nullable Thread reader;
    private volatile String door = "/";

    /// @param jar of the demo; its libraries are beside it
    /// @param folder where it runs, and where its log goes
    /// @param drivers jars that it needs besides
    ShopProcess(Path jar, Path folder, int port, Map<String, String> environment, String drivers)
            throws IOException {
        this.jar = jar;
        this.folder = folder;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.classPath = drivers.isEmpty() ? jar.toString() : jar + File.pathSeparator + drivers;
        this.log = new PrintWriter(Files.newBufferedWriter(folder.resolve("shop.log")), true);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// {@return the path that leads into the admin, as this start of the shop has printed it}
    String door() {
        return door;
    }

    /// Starts it; it may not answer yet.
    void start() throws IOException {
        Process started = run("serve", "--port", String.valueOf(port));
        process = started;
        reader = Thread.ofPlatform().daemon().name("log of the shop").start(() -> read(started));
    }

    /// Starts it and waits for its first page.
    ///
    /// @return how long that took
    Duration startAndWait() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        start();
        var visitor = new Visitor(address(), new Ledger());
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && alive().isAlive()) {
            try {
                if (visitor.get("/genres/").isPage()) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("The shop does not start; its log: " + folder.resolve("shop.log"));
    }

    private Process run(String... words) throws IOException {
        var command = new ArrayList<String>();
        String home = Objects.requireNonNull(System.getProperty("java.home"), "java.home");
        command.add(Path.of(home, "bin", "java").toString());
        // One compiler: it starts in half the time, and here nobody is in a hurry later.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.add("records.Records");
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void read(Process started) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                log.println(line);
                note(line);
                line = lines.readLine();
            }
        } catch (IOException ended) {
            log.println("The shop's output ended: " + ended.getMessage());
        }
    }

    private void note(String line) {
        Matcher found = DOOR.matcher(line);
        if (found.find()) {
            door = Objects.requireNonNull(found.group(1));
        }
        if (!line.startsWith("{")) {
            return;
        }
        try {
            if (Json.parse(line) instanceof Map<?, ?> event
                    && (event.get("level") instanceof String level)
                    && (level.equals("WARN") || level.equals("ERROR"))) {
                if (event.get("request_id") instanceof String id) {
                    explained.add(id);
                }
                Matcher named = NAMED.matcher(String.valueOf(event.get("message")));
                if (named.find()) {
                    explained.add(Objects.requireNonNull(named.group(1)));
                }
                String kind = event.get("logger") + " " + event.get("error");
                problems.merge(kind, 1, Integer::sum);
            }
        } catch (JsonException half) {
            log.println("This is no whole line of JSON: " + line);
        }
    }

    /// {@return whether a line of the log, a warning or worse, has this request's name}
    boolean explains(String request) {
        return explained.contains(request);
    }

    /// {@return how many warnings and errors there were, by logger and exception}
    Map<String, Integer> problems() {
        return Map.copyOf(problems);
    }

    private Process alive() {
        return Objects.requireNonNull(process, "started first");
    }

    long pid() {
        return alive().pid();
    }

    /// As `kill -9` does: no hook runs, nothing is flushed. (By its handle: `Process.destroy` would
    /// close our end of the log as well.)
    void kill() throws InterruptedException {
        alive().toHandle().destroyForcibly();
        alive().waitFor();
        readToItsEnd();
    }

    /// Tells it to end, and waits until it has.
    void stop() throws IOException, InterruptedException {
        alive().toHandle().destroy();
        if (!alive().waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("The shop does not end though it was told to.");
        }
        readToItsEnd();
    }

    private void readToItsEnd() throws InterruptedException {
        Thread last = reader;
        if (last != null) {
            last.join();
        }
    }

    @Override
    public void close() {
        Process last = process;
        if (last != null) {
            last.destroyForcibly();
        }
        log.close();
    }

    @Override
    public String toString() {
        return jar + " at " + address();
    }
}
