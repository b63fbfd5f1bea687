package dev.quintet.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Somebody with a cookie jar, who names each request and writes down what came of it.
final class Visitor {

    /// What came back.
    record Answer(String id, int status, String location, String date, String text) {

        boolean isPage() {
            return status == 200;
        }

        boolean leadsTo(String start) {
            return status == 302 && location.startsWith(start);
        }

        @Override
        public String toString() {
            return status + " " + location;
        }
    }

    /// A request whose answer does not matter before it is a good one.
    interface Ask {
        Answer ask() throws IOException, InterruptedException;
    }

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final long PAUSE_MILLIS = 250;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final String address;
    private final Ledger ledger;
    private final Map<String, String> jar = new ConcurrentHashMap<>();

    Visitor(String address, Ledger ledger) {
        this.address = address;
        this.ledger = ledger;
    }

    /// {@return somebody else with the same cookies, as a second tab is}
    Visitor twin() {
        var twin = new Visitor(address, ledger);
        twin.jar.putAll(jar);
        return twin;
    }

    /// Takes over the cookies of another.
    void become(Visitor other) {
        jar.clear();
        jar.putAll(other.jar);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(path, request(path).GET());
    }

    Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body =
                form.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return post(path, body);
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(path, request);
    }

    /// {@return the first answer below 500, asking again until there is one}
    ///
    /// @throws IOException when none came for a long time
    Answer until(Ask ask) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String got;
            try {
                Answer answer = ask.ask();
                if (answer.status() < 500) {
                    return answer;
                }
                got = "the last answer was " + answer.status();
            } catch (IOException unanswered) {
                got = "the last one failed: " + unanswered;
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException("No good answer for " + PATIENCE.toSeconds() + " s; " + got);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST);
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(String path, HttpRequest.Builder builder)
            throws IOException, InterruptedException {
        String id = ledger.newId();
        HttpRequest request = builder.header("X-Request-ID", id).build();
        ledger.requests.increment();
        HttpResponse<String> response;
        try {
            response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            ledger.unanswered.increment();
            throw unanswered;
        }
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        int status = response.statusCode();
        if (status >= 500) {
            String what = request.method() + " " + path;
            ledger.failed(new Ledger.Failure(id, status, what, Instant.now()));
        }
        return new Answer(
                id,
                status,
                response.headers().firstValue("Location").orElse(""),
                response.headers().firstValue("Date").orElse(""),
                response.body());
    }

    private void keep(String cookie) {
        String pair = cookie.replaceFirst(";.*", "");
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        if (cookie.contains("Max-Age=0")) {
            jar.remove(name);
        } else {
            jar.put(name, pair.substring(equals + 1));
        }
    }
}
