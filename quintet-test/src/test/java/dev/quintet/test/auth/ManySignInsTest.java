package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.auth.Accounts;
import dev.quintet.test.LiveServer;
import dev.quintet.test.OverrideSettings;
import dev.quintet.test.SiteTest;
import dev.quintet.test.club.Club;
import dev.quintet.test.club.Member;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A thousand sign-ins at once, each of which is dear: some are answered, the others sent away, and
/// the site stays what it was.
@SiteTest(Club.class)
@OverrideSettings({"PASSWORD_HASHER=pbkdf2_sha256:200000", "LOGIN_ADDRESS_RATE=100000/minute"})
class ManySignInsTest {

    private static final int MANY = 1000;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(60))
                    .build();

    private static HttpRequest signIn(LiveServer server, String name, String password) {
        String form =
                "username="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(server.url("login")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .timeout(Duration.ofSeconds(120))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private int statusOf(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void staysAliveAndSendsAwayWhomItCannotServe(LiveServer server) throws Exception {
        Accounts.create(Member.class, "ada@example.com", "a long secret", _ -> {});
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            HttpRequest request = signIn(server, "nobody" + i + "@example.com", "wrong");
            all.add(
                    http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .thenApply(HttpResponse::statusCode));
        }

        int page = statusOf(HttpRequest.newBuilder(URI.create(server.url("/"))).build());
        Map<Integer, Long> statuses =
                all.stream()
                        .map(CompletableFuture::join)
                        .collect(Collectors.groupingBy(each -> each, Collectors.counting()));

        // Hashes run on threads of their own: other pages are answered meanwhile.
        assertThat(page).isEqualTo(200);
        assertThat(statuses).containsOnlyKeys(200, 503);
        // As many as may wait for each core, and no more than its time allows.
        assertThat(statuses.get(200)).isGreaterThanOrEqualTo(64);
        assertThat(statuses.get(503)).isPositive();
        assertThat(statusOf(signIn(server, "ada@example.com", "a long secret"))).isEqualTo(302);
    }
}
