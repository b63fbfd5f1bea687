package dev.quintet.test;

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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A real browser without a screen, told what to do by the Chrome DevTools Protocol: for tests of
/// what no {@link Client} sees, such as scripts, styles, keys and the tree that screen readers
/// read. Belongs to one thread.
///
/// ```java
/// @Test @NeedsChromium void sends(LiveServer server, @TempDir Path profile) {
///     try (var page = Chromium.open(profile)) {
///         page.go(server.url("shop:checkout"));
///         page.type("Ada");
///         page.press("Tab");
///     }
/// }
/// ```
public final class Chromium implements AutoCloseable {

    private static final String LISTENS = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<?, ?>>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /// The documents of the page that were loaded, so far as nobody waits for later ones.
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    private String session = "";

    /// Its one page, which its main frame has the name of.
    private volatile String page = "";

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = http.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /// {@return a browser with a profile of its own, on an empty page}
    ///
    /// @param profile a folder that is made, or empty
    /// @throws IOException when it does not start
    public static Chromium open(Path profile) throws IOException {
        return open(Service.CHROMIUM.place(), profile);
    }

    private static Chromium open(String program, Path profile) throws IOException {
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
        Map<?, ?> made = call("Target.createTarget", Map.of("url", "about:blank"));
        Map<?, ?> attached =
                call(
                        "Target.attachToTarget",
                        Map.of("targetId", said(made, "targetId"), "flatten", true));
        session = String.valueOf(attached.get("sessionId"));
        page = String.valueOf(said(made, "targetId"));
        call("Page.enable", Map.of());
        call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("DOM.enable", Map.of());
    }

    /// What an answer of the browser has under a name that is always there.
    private static Object said(Map<?, ?> answer, String name) {
        return Objects.requireNonNull(answer.get(name), name);
    }

    /// Goes to a page and waits until it is loaded.
    public void go(String url) {
        // Not just any document: the empty one that it starts with may be late.
        Object document = call("Page.navigate", Map.of("url", url)).get("loaderId");
        if (document != null) {
            await(() -> loaded.contains(document.toString()), "the page " + url + " is loaded");
        }
    }

    /// Runs a script that leads to another page, and waits for that.
    public void leave(String script) {
        leaving(() -> run(script));
    }

    private void leaving(Runnable step) {
        loaded.clear();
        step.run();
        await(() -> !loaded.isEmpty(), "another page is loaded");
    }

    /// {@return what a script says; promises are waited for}
    public @Nullable Object run(String script) {
        Map<?, ?> answer =
                call(
                        "Runtime.evaluate",
                        Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        return answer.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
    }

    /// {@return the text that a visitor sees}
    public String text() {
        return String.valueOf(run("document.body.innerText"));
    }

    /// Chooses a file in a form's field.
    public void choose(String selector, Path file) {
        Map<?, ?> document = call("DOM.getDocument", Map.of());
        Object root = said((Map<?, ?>) said(document, "root"), "nodeId");
        Map<?, ?> node = call("DOM.querySelector", Map.of("nodeId", root, "selector", selector));
        call(
                "DOM.setFileInputFiles",
                Map.of("files", List.of(file.toString()), "nodeId", said(node, "nodeId")));
    }

    /// Types a text into whatever has the focus, letter by letter.
    public void type(String text) {
        text.codePoints()
                .forEach(letter ->
                        call("Input.insertText", Map.of("text", Character.toString(letter))));
    }

    /// Presses and lets go of keys, one after the other: `Tab`, `Shift+Tab`, `Control+k`, `Enter`,
    /// `Escape`, `ArrowDown`, letters and digits.
    public void press(String... keys) {
        for (String each : keys) {
            boolean shift = each.startsWith("Shift+");
            boolean control = each.startsWith("Control+");
            String key = shift || control ? each.substring(each.indexOf('+') + 1) : each;
            var event = new LinkedHashMap<String, Object>();
            event.put("key", key);
            event.put("code", key.equals(" ") ? "Space" : key);
            event.put("windowsVirtualKeyCode", code(key));
            event.put("modifiers", shift ? 8 : control ? 2 : 0);
            String text = key.equals("Enter") ? "\r" : key.length() == 1 && !control ? key : "";
            if (!text.isEmpty()) {
                event.put("text", text);
            }
            event.put("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
            call("Input.dispatchKeyEvent", event);
            event.remove("text");
            event.put("type", "keyUp");
            call("Input.dispatchKeyEvent", event);
        }
    }

    private static int code(String key) {
        return switch (key) {
            case "Backspace" -> 8;
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "Escape" -> 27;
            case " " -> 32;
            case "End" -> 35;
            case "Home" -> 36;
            case "ArrowLeft" -> 37;
            case "ArrowUp" -> 38;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            default -> key.length() == 1 ? Character.toUpperCase(key.charAt(0)) : 0;
        };
    }

    /// Presses keys that lead to another page, and waits for that.
    public void leaveBy(String... keys) {
        leaving(() -> press(keys));
    }

    /// Waits until a script says something that is true, and until htmx, where a page has it, knows
    /// what it has put into the page: for some milliseconds its buttons are plain ones. At most 20
    /// seconds.
    public void await(String condition) {
        String script = "Boolean(" + condition + ") && !document.querySelector('.htmx-settling')";
        await(() -> Boolean.TRUE.equals(run(script)), condition);
    }

    private static void await(BooleanSupplier met, String condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not come to this: " + condition);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    /// Lets pages run their own scripts from now on, or not; what {@link #run} is given runs all
    /// the same.
    public void scripts(boolean on) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /// Looks at pages through a window of this many pixels, by day or by night.
    public void look(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        dark ? "dark" : "light"))));
    }

    /// {@return the page as a picture, PNG, all of it}
    public byte[] picture() {
        Map<?, ?> answer =
                call(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true));
        return java.util.Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    }

    /// {@return what a screen reader is told: a line for each thing, with its role, its name, and
    /// whether it is required, invalid or checked; what is ignored is left out}
    public List<String> spoken() {
        call("Accessibility.enable", Map.of());
        var lines = new ArrayList<String>();
        if (call("Accessibility.getFullAXTree", Map.of()).get("nodes") instanceof List<?> nodes) {
            for (Object each : nodes) {
                if (each instanceof Map<?, ?> node && !Boolean.TRUE.equals(node.get("ignored"))) {
                    lines.add(spoken(node));
                }
            }
        }
        return lines;
    }

    private static String spoken(Map<?, ?> node) {
        var line = new StringBuilder();
        line.append(value(node.get("role")))
                .append(" '")
                .append(value(node.get("name")))
                .append("'");
        String description = value(node.get("description"));
        if (!description.isEmpty()) {
            line.append(" (").append(description).append(")");
        }
        if (node.get("properties") instanceof List<?> properties) {
            for (Object each : properties) {
                if (each instanceof Map<?, ?> property) {
                    String name = String.valueOf(property.get("name"));
                    String value = value(property.get("value"));
                    boolean telling =
                            List.of("required", "invalid", "checked", "expanded", "selected")
                                            .contains(name)
                                    && !value.equals("false");
                    line.append(telling ? " " + name : "");
                }
            }
        }
        return line.toString();
    }

    private static String value(@Nullable Object property) {
        return property instanceof Map<?, ?> it && it.get("value") != null
                ? String.valueOf(it.get("value"))
                : "";
    }

    /// {@return what the browser answers to a command of its protocol, for what has no method here,
    /// such as `WebAuthn.addVirtualAuthenticator`}
    ///
    /// @param method the command
    /// @param params what it is given
    public Map<?, ?> command(String method, Map<String, ?> params) {
        return call(method, params);
    }

    /// {@return what the browser complained about: errors, and what a policy blocked}
    public List<String> complaints() {
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
            if (method.equals("Page.lifecycleEvent")
                    && message.get("params") instanceof Map<?, ?> params
                    && "load".equals(params.get("name"))
                    && page.equals(params.get("frameId"))) {
                loaded.add(String.valueOf(params.get("loaderId")));
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
