package dev.quintet.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A contender's process, started on a port of its own with the same flags as all others.
final class ServerProcess implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of(
                    "-Xms64m",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED");
    private static final Pattern HEADER =
            Pattern.compile("wrk\\.headers\\[\"([^\"]+)\"] = \"([^\"]*)\"");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start(Contender contender, int port, String path)
            throws IOException, InterruptedException {
        try (var taken = new Socket()) {
            taken.connect(
                    new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            throw new IOException("Port " + port + " is taken: does an older run still live?");
        } catch (java.net.ConnectException free) {
            // As it should be.
        }
        var command = new java.util.ArrayList<String>();
        if (!contender.program().getFirst().startsWith("/")) {
            command.add(Path.of(property("java.home"), "bin", "java").toString());
            command.addAll(FLAGS);
        }
        for (String word : contender.program()) {
            command.add(word.replace("{port}", String.valueOf(port)));
        }
        Path log = Files.createTempFile("bench", ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var server = new ServerProcess(process, port);
        try {
            server.await(path, log);
            server.refuseWithoutPage(contender, path);
        } catch (IOException | InterruptedException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    private void await(String path, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    int status =
                            client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode();
                    // A page behind login wants the session that the load comes with.
                    if (status == 200 || status == 302 || status == 401) {
                        return;
                    }
                    throw new IOException(path + " answered " + status + "; its log: " + log);
                } catch (java.net.ConnectException notYet) {
                    Thread.sleep(20);
                }
            }
        }
        throw new IOException("The server did not start; its log: " + log);
    }

    /// Who is sent to sign in would be measured as quick: the page itself must come, with what the
    /// load comes with.
    private void refuseWithoutPage(Contender contender, String path)
            throws IOException, InterruptedException {
        String script = contender.script();
        if (script == null || script.contains("wrk.method")) {
            return;
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        Matcher headers = HEADER.matcher(script);
        while (headers.find()) {
            request.header(group(headers, 1), group(headers, 2));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status =
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode();
            if (status != 200) {
                throw new IOException(
                        contender.name() + " answers " + status + " to its session at " + path);
            }
        }
    }

    Round load(Contender contender, String path, int connections, int seconds)
            throws IOException, InterruptedException {
        double before = cpuSeconds();
        var command = new java.util.ArrayList<String>();
        command.addAll(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s"));
        command.addAll(List.of("--latency", "--timeout", "20s"));
        if (contender.script() != null) {
            Path script = Files.createTempFile("bench", ".lua");
            script.toFile().deleteOnExit();
            Files.writeString(script, contender.script());
            command.addAll(List.of("-s", script.toString()));
        }
        command.add("http://127.0.0.1:" + port + contender.pathOr(path));
        var wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || output.contains("Non-2xx")) {
            throw new IOException("wrk was not content: " + output);
        }
        double cpu = cpuSeconds() - before;
        double requests = figure(output, "(\\d+) requests in");
        if (requests == 0) {
            throw new IOException(contender.name() + " answered nothing: " + output);
        }
        return new Round(
                figure(output, "Requests/sec:\\s+([\\d.]+)"),
                cpu * 1e6 / requests,
                millis(output),
                megabytes());
    }

    /// With those of its children: some servers are several.
    private double cpuSeconds() {
        return all().mapToDouble(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private double megabytes() throws IOException {
        double sum = 0;
        for (ProcessHandle each : all().toList()) {
            for (String line : Files.readAllLines(Path.of("/proc/" + each.pid() + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    sum += Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        }
        return sum;
    }

    private static double figure(String output, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(output);
        if (!found.find()) {
            throw new IOException("wrk did not say " + pattern + ": " + output);
        }
        return Double.parseDouble(group(found, 1));
    }

    private static double millis(String output) throws IOException {
        Matcher found = Pattern.compile("(?m)^\\s+99%\\s+([\\d.]+)(us|ms|s)").matcher(output);
        if (!found.find()) {
            throw new IOException("wrk did not say its 99th percentile: " + output);
        }
        double figure = Double.parseDouble(group(found, 1));
        return switch (group(found, 2)) {
            case "us" -> figure / 1000;
            case "ms" -> figure;
            default -> figure * 1000;
        };
    }

    private static String group(Matcher found, int number) {
        return Objects.requireNonNull(found.group(number), "every group takes part");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
