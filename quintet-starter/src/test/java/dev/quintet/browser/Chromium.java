package dev.quintet.browser;

import dev.quintet.kernel.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A real browser without a screen, told what to do by the Chrome DevTools Protocol.
final class Chromium implements AutoCloseable {

    private static final String LISTENS = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<?, ?>>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = http.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /// {@return the program, or `null` where there is none}
    static @Nullable String program() {
        String set = System.getenv("QUINTET_TEST_CHROMIUM");
        if (set != null && !set.isEmpty()) {
            return set;
        }
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path program = Path.of(folder, "chromium");
            if (program.toFile().canExecute()) {
                return program.toString();
            }
        }
        return null;
    }

    static Chromium open(String program, Path profile) throws IOException {
        Process process =
                new ProcessBuilder(
                                program,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .start();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENS)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                var browser = new Chromium(process, URI.create(line.substring(LISTENS.length())));
                browser.openPage();
                return browser;
            }
        }
        throw new IOException("Chromium did not start");
    }

    private void openPage() {
        Map<?, ?> target = call("Target.createTarget", Map.of("url", "about:blank"));
        Map<?, ?> attached =
                call(
                        "Target.attachToTarget",
                        Map.of("targetId", target.get("targetId"), "flatten", true));
        session = String.valueOf(attached.get("sessionId"));
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("DOM.enable", Map.of());
    }

    /// Goes to a page and waits until it is loaded.
    void go(String url) {
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", url));
        waitUntilLoaded();
    }

    /// Runs a script that leads to another page, and waits for that.
    void leave(String script) {
        loaded = new CompletableFuture<>();
        run(script);
        waitUntilLoaded();
    }

    private void waitUntilLoaded() {
        try {
            loaded.get(20, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException("The page did not load", late);
        }
    }

    /// {@return what a script says; promises are waited for}
    @Nullable Object run(String script) {
        Map<?, ?> answer =
                call(
                        "Runtime.evaluate",
                        Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        return answer.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
    }

    /// {@return the text that a visitor sees}
    String text() {
        return String.valueOf(run("document.body.innerText"));
    }

    /// Chooses a file in a form's field.
    void choose(String selector, Path file) {
        Map<?, ?> document = call("DOM.getDocument", Map.of());
        Object root = ((Map<?, ?>) document.get("root")).get("nodeId");
        Map<?, ?> node = call("DOM.querySelector", Map.of("nodeId", root, "selector", selector));
        call(
                "DOM.setFileInputFiles",
                Map.of("files", List.of(file.toString()), "nodeId", node.get("nodeId")));
    }

    /// {@return what the browser complained about: errors, and what a policy blocked}
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private Map<?, ?> call(String method, Map<String, ?> params) {
        int id = numbers.incrementAndGet();
        var answer = new CompletableFuture<Map<?, ?>>();
        waiting.put(id, answer);
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", params);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(Json.text(message), true).join();
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (Exception silent) {
            throw new IllegalStateException(method + " was not answered", silent);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard((Map<?, ?>) java.util.Objects.requireNonNull(Json.parse(text.toString())));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void heard(Map<?, ?> message) {
            if (message.get("id") instanceof Number id) {
                CompletableFuture<Map<?, ?>> answer = waiting.remove(id.intValue());
                if (answer != null) {
                    answer.complete(
                            message.get("result") instanceof Map<?, ?> result ? result : message);
                }
                return;
            }
            String method = String.valueOf(message.get("method"));
            if (method.equals("Page.loadEventFired")) {
                loaded.complete(null);
            } else if (method.equals("Log.entryAdded")
                    && message.get("params") instanceof Map<?, ?> params
                    && params.get("entry") instanceof Map<?, ?> entry) {
                complaints.add(entry.get("level") + ": " + entry.get("text"));
            } else if (method.equals("Runtime.exceptionThrown")) {
                complaints.add("exception: " + new ArrayList<>(message.values()));
            }
        }
    }
}
