package dev.quintet;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.mail.EmailMessage;
import dev.quintet.mail.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Mail to those who look after a site: errors to `ADMINS`, broken links to `MANAGERS`.
class RoleMailTest {

    @TempDir private Path folder;

    private static final class Breaking extends Site {
        @Override
        protected void settings(Settings settings) {}

        @Override
        protected Routes routes() {
            return Routes.of(
                    path("", _ -> "fine"),
                    path("broken/", _ -> broken()),
                    path("many/<int:n>/", Breaking::many));
        }

        private static Response many(Request request, long n) {
            return broken();
        }

        private static Response broken() {
            throw new IllegalStateException("The shop is out of order.");
        }
    }

    @Test
    void anErrorIsWrittenToTheAdmins() {
        try (RunningSite site = started(Map.of("ADMINS", "Ada <ada@example.com>"))) {
            Response answer =
                    ask(
                            site,
                            RequestBuilder.get("/broken/?card_token=4711&page=3")
                                    .header("Cookie", "sessionid=4712")
                                    .header("Authorization", "Bearer 4713")
                                    .header("User-Agent", "Browser"));

            assertThat(answer.status()).isEqualTo(500);
            EmailMessage mail = sent(site, 1).getFirst();
            assertThat(mail.recipients()).containsExactly("ada@example.com");
            assertThat(mail.subject())
                    .isEqualTo("[Quintet] Error 500 (IllegalStateException): GET /broken/");
            assertThat(mail.text())
                    .contains("The shop is out of order.")
                    .contains("at dev.quintet.RoleMailTest$Breaking.broken(RoleMailTest.java:")
                    .contains("Request: GET /broken/\n")
                    .contains("Query page: 3\n")
                    .contains("User-Agent: Browser\n")
                    .contains("Query card_token: ****\n")
                    .doesNotContain("4711", "4712", "4713");
        }
    }

    @Test
    void aStormOfErrorsIsTwoMailsWithTheirNumber() {
        RunningSite site = started(Map.of("ADMINS", "ada@example.com"));
        Outbox outbox = site.context().get(Outbox.KEY);
        // A thousand stack traces are of no use to who reads the log of the tests.
        var log = (Logger) LoggerFactory.getLogger("quintet.request");
        log.setLevel(Level.OFF);
        try (site) {
            for (int i = 0; i < 1_000; i++) {
                ask(site, RequestBuilder.get("/many/" + i + "/"));
            }
            sent(site, 1);
        } finally {
            log.setLevel(null);
        }

        List<EmailMessage> mails = outbox.messages();
        assertThat(mails).hasSize(2);
        assertThat(mails.getLast().subject()).isEqualTo("[Quintet] 999 errors more");
        assertThat(mails.getLast().text())
                .contains("999 × java.lang.IllegalStateException at dev.quintet.RoleMailTest");
    }

    @Test
    void countsAreToldWhenThePauseIsOverAndThenTheNextGoesOutAtOnce() throws Exception {
        var told = new LinkedBlockingQueue<Map<String, Integer>>();
        try (var digest = new Digest(Duration.ofMillis(100), told::add)) {
            assertThat(digest.first("a")).isTrue();
            assertThat(digest.first("a")).isFalse();
            assertThat(digest.first("b")).isTrue();

            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(Map.of("a", 1));
            long end = System.nanoTime() + 10_000_000_000L;
            while (!digest.first("a") && System.nanoTime() < end) {
                Thread.sleep(500); // counted: that pause was not quiet yet
            }
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void aStormOfManyKindsIsFewMails() {
        var told = new ArrayList<Map<String, Integer>>();
        int atOnce = 0;
        try (var digest = new Digest(Duration.ofHours(1), told::add)) {
            for (int i = 0; i < 1_000; i++) {
                atOnce += digest.first("kind " + i) ? 1 : 0;
            }
        }

        assertThat(atOnce).isEqualTo(10);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(990);
        assertThat(told.getFirst()).containsEntry("of other kinds", 900);
    }

    @Test
    void nobodyIsWrittenToWhereNobodyIsNamedOrTheDeveloperLooksAtThePage() {
        try (RunningSite quiet = started(Map.of());
                RunningSite debug = started(Map.of("ADMINS", "ada@example.com", "DEBUG", "true"))) {
            ask(quiet, RequestBuilder.get("/broken/"));
            ask(debug, RequestBuilder.get("/broken/"));

            assertThat(quiet.context().get(Outbox.KEY).messages()).isEmpty();
            assertThat(debug.context().get(Outbox.KEY).messages()).isEmpty();
        }
    }

    @Test
    void aBrokenLinkIsWrittenToTheManagers() {
        try (RunningSite site = started(Map.of("MANAGERS", "max@example.com"))) {
            ask(site, found("/gone/", "http://localhost/"));
            EmailMessage own = sent(site, 1).getFirst();
            ask(site, found("/gone/", "https://blog.example/post"));

            EmailMessage other = sent(site, 2).getLast();
            assertThat(own.subject()).isEqualTo("[Quintet] Broken internal link on localhost");
            assertThat(own.recipients()).containsExactly("max@example.com");
            assertThat(own.text())
                    .contains("Leads there: http://localhost/\n")
                    .contains("Not found: http://localhost/gone/\n");
            assertThat(other.subject()).isEqualTo("[Quintet] Broken link on localhost");
        }
    }

    @Test
    void whatIsNoLinkIsNotTold() {
        RunningSite site =
                started(
                        Map.of(
                                "MANAGERS", "max@example.com",
                                "IGNORABLE_404_URLS", "^/apple-touch-icon, \\.php$"));
        Outbox outbox = site.context().get(Outbox.KEY);
        try (site) {
            ask(site, RequestBuilder.get("/gone/")); // typed
            ask(site, found("/gone/", "https://search.example/?q=gone"));
            ask(site, found("/gone/", "http://localhost/gone/")); // made up
            ask(site, found("/gone/", "not an address"));
            ask(site, found("/wp-login.php", "http://localhost/"));
            ask(site, found("/apple-touch-icon.png", "http://localhost/"));
            ask(site, found("/", "http://localhost/"));
        }

        assertThat(outbox.messages()).isEmpty();
    }

    private static RequestBuilder found(String path, String from) {
        return RequestBuilder.get(path).header("Referer", from);
    }

    private static Response ask(RunningSite site, RequestBuilder request) {
        return site.pipeline().handle(request.header("Host", "localhost").build());
    }

    private RunningSite started(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("SECRET_KEY", "a secret that is long enough, and of no use to anybody");
        environment.put("MAILER_URL", "memory:");
        environment.put("DATABASE_URL", "sqlite:" + folder.resolve("site.db"));
        return new Breaking()
                .start(
                        new SettingsSources(folder, environment, List.of()),
                        UnaryOperator.identity());
    }

    /// The mail of a site, as soon as that many were sent.
    private static List<EmailMessage> sent(RunningSite site, int count) {
        Outbox outbox = site.context().get(Outbox.KEY);
        long end = System.nanoTime() + 10_000_000_000L;
        while (outbox.messages().size() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(outbox.messages()).hasSize(count);
        return outbox.messages();
    }
}
