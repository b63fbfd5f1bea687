package dev.quintet.test.auth;

import dev.quintet.test.press.Press;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The site of these tests as a process of its own, with nothing in common with others but what its
/// settings name.
final class PressProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("is at http://localhost:(\\d+)/");
    private static final Pattern COOKIE = Pattern.compile("(?m)^Set-Cookie: sessionid=([^;]*)");

    private final Process process;
    private final int port;

    private PressProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// The process's own.
    public static void main(String... args) {
        new Press().manage(args);
    }

    /// Runs a command to its end.
    static void command(Map<String, String> environment, String... words) throws Exception {
        Process process = begun(environment, words);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    /// {@return one that listens}
    static PressProcess serving(Map<String, String> environment) throws IOException {
        Process process = begun(environment, "serve", "--port", "0");
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new ArrayList<String>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return new PressProcess(process, Integer.parseInt(port.group(1)));
            }
        }
        throw new IOException(String.join("\n", said));
    }

    private static Process begun(Map<String, String> environment, String... words)
            throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        line.add(Objects.requireNonNull(System.getProperty("java.class.path")));
        line.add(PressProcess.class.getName());
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// What came back.
    ///
    /// @param session the cookie that was set, or what was sent
    record Answer(String text, String session) {

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    Answer get(String path, String session) throws IOException {
        return ask("GET " + path, session, "");
    }

    /// As a form on a page of the site is sent.
    Answer post(String path, String session, String form) throws IOException {
        return ask("POST " + path, session, form);
    }

    private Answer ask(String what, String session, String form) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    what
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Sec-Fetch-Site: same-origin\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: "
                            + form.length()
                            + "\r\nCookie: sessionid="
                            + session
                            + "\r\n\r\n"
                            + form;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String text =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher set = COOKIE.matcher(text);
            return new Answer(text, set.find() ? set.group(1) : session);
        }
    }

    /// Tells it to end, as a deployment does.
    ///
    /// @return when it has ended
    CompletableFuture<Process> end() {
        process.destroy();
        return process.onExit();
    }

    String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
