package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.cache.MemoryCache;
import dev.quintet.http.Body;
import dev.quintet.http.Cookie;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.SessionStore;
import dev.quintet.http.UnlistedSessionsException;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.SessionCodec;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.TimestampSigner;
import dev.quintet.migrations.Migrator;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import dev.quintet.web.sessions.DatabaseSessions;
import dev.quintet.web.sessions.SessionChecks;
import dev.quintet.web.sessions.SessionStores;
import dev.quintet.web.sessions.SessionsApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One contract for all places where sessions are kept, over real databases.
class SessionsInStoresTest {

    private static final String SECRET = "nuages-conformance-key";

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private @Nullable Databases databases;
    private Context site;
    private RequestPipeline pipeline;

    private final class Movable extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /// A cache that counts as one that all processes share.
    private CacheStore sharedCache() {
        CacheStore inMemory = MemoryCache.of(1 << 20, () -> now);
        return (CacheStore)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {CacheStore.class},
                        (_, method, args) ->
                                method.getName().equals("shared")
                                        ? Boolean.TRUE
                                        : method.invoke(inMemory, args));
    }

    private static String url(String kind, Path folder) {
        if (kind.equals("sqlite")) {
            return "sqlite:" + folder.resolve("site.db");
        }
        String name = "QUINTET_TEST_" + kind.toUpperCase(java.util.Locale.ROOT);
        String set = System.getenv(name);
        String url =
                set == null || set.isEmpty() ? kind + "://quintet:quintet@127.0.0.1/quintet" : set;
        return url;
    }

    private void open(String engine, String database) {
        open(engine, database, sharedCache());
    }

    private void open(String engine, String database, CacheStore cache) {
        var settings = new Settings();
        settings.apps(SessionsApp.class);
        settings.database(url(database, folder));
        settings.set(KernelSettings.SECRET_KEY, SECRET);
        settings.set(HttpSettings.ALLOWED_HOSTS, List.of("*"));
        settings.set(HttpSettings.SESSION_ENGINE, engine);
        settings.set(HttpSettings.SESSION_FILE_PATH, folder.resolve("sessions").toString());
        settings.freeze();
        Apps apps = Apps.load(settings.apps());
        Databases opened = DatabaseOpener.open(settings);
        databases = opened;
        var clock = new Movable();
        Context base =
                Context.of(settings, apps, clock)
                        .with(Models.KEY, Models.of(apps))
                        .with(Databases.KEY, opened)
                        .with(CacheStore.KEY, cache);
        Routes routes =
                Routes.of(
                        path("look/", SessionsInStoresTest::look),
                        path("put/", SessionsInStoresTest::put),
                        path("login/", SessionsInStoresTest::login),
                        path("logout/", SessionsInStoresTest::logout),
                        path("short/", SessionsInStoresTest::briefly),
                        path("minutes/", SessionsInStoresTest::fiveMinutes),
                        path("basket/", SessionsInStoresTest::basket));
        pipeline =
                RequestPipeline.of(base, Router.of(routes))
                        .with(List.of(Sessions.of(settings, SessionStores.of(base))));
        site = pipeline.site();
        try {
            site.run(() -> {
                Database real = opened.get();
                for (String table : List.of("django_session", "django_migrations")) {
                    real.execute(List.of("DROP TABLE IF EXISTS " + table));
                }
                Migrator.of(site).migrate();
            });
        } catch (RuntimeException unreachable) {
            Assumptions.assumeFalse(
                    System.getenv("CI") == null,
                    "No " + database + ": " + unreachable.getMessage());
            throw unreachable;
        }
    }

    @AfterEach
    void closes() {
        if (databases != null) {
            databases.close();
        }
    }

    static Object look(Request request) {
        return String.valueOf(request.session().get("name"));
    }

    static Object put(Request request) {
        request.session().put("name", request.query().get("name", "Ada"));
        return "put";
    }

    static Object login(Request request) {
        request.session().cycleKey();
        return "in";
    }

    static Object logout(Request request) {
        request.session().flush();
        return "out";
    }

    static Object briefly(Request request) {
        request.session().expireAfter(Duration.ZERO);
        return "until the browser closes";
    }

    static Object fiveMinutes(Request request) {
        request.session().put("name", "Ada");
        request.session().expireAfter(Duration.ofMinutes(5));
        return "for five minutes";
    }

    /// What a visitor is about to buy.
    public record Basket(List<String> titles, LocalDate since, int count) {}

    static Object basket(Request request) {
        Basket kept = request.session().get("basket", Basket.class);
        request.session()
                .put(
                        "basket",
                        kept == null
                                ? new Basket(List.of("Emma"), LocalDate.of(2026, 11, 25), 1)
                                : new Basket(kept.titles(), kept.since(), kept.count() + 1));
        return kept == null ? "empty" : kept.toString();
    }

    private Response ask(String url, @Nullable String cookie) {
        RequestBuilder request = RequestBuilder.get(url);
        return pipeline.handle(
                (cookie == null ? request : request.cookie("sessionid", cookie)).build());
    }

    private String text(String url, @Nullable String cookie) {
        return new String(((Body.Bytes) ask(url, cookie).body()).bytes(), StandardCharsets.UTF_8);
    }

    private String key(String url, @Nullable String cookie) {
        Cookie set = ask(url, cookie).cookie("sessionid");
        assertThat(set).isNotNull();
        return set.value();
    }

    @ParameterizedTest
    @CsvSource({
        "db, sqlite",
        "db, postgresql",
        "db, mariadb",
        "cached_db, sqlite",
        "cache, sqlite",
        "file, sqlite",
        "signed_cookies, sqlite",
    })
    void remembersAVisitorAndCyclesKeysAndForgets(String engine, String database) {
        open(engine, database);

        assertThat(ask("/look/", null).cookies()).isEmpty();
        String key = key("/put/?name=Dvořák", null);
        assertThat(text("/look/", key)).isEqualTo("Dvořák");
        String other = key("/login/", key);
        assertThat(text("/look/", other)).isEqualTo("Dvořák");
        if (!engine.equals("signed_cookies")) {
            assertThat(other).isNotEqualTo(key).matches("[a-z0-9]{32}");
            assertThat(text("/look/", key)).isEqualTo("null");
        }
        assertThat(key("/logout/", other)).isEmpty();
        if (!engine.equals("signed_cookies")) {
            assertThat(text("/look/", other)).isEqualTo("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "cache", "cached_db", "file"})
    void doesNotBringBackASessionThatWasEndedMeanwhile(String engine) {
        open(engine, "sqlite");
        String key = key("/put/", null);
        SessionStore store = SessionStores.of(site);

        site.run(() -> {
            Map<String, @Nullable Object> loaded = store.load(key);
            store.delete(key);

            assertThat(store.save(key, loaded, now.plusSeconds(60))).isNull();
            assertThat(store.load(key)).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "cache", "cached_db", "file"})
    void neverAdoptsAKeyThatAVisitorMadeUp(String engine) {
        open(engine, "sqlite");

        assertThat(key("/put/", "a".repeat(32))).isNotEqualTo("a".repeat(32));
        assertThat(text("/look/", "../../etc/passwd")).isEqualTo("null");
        assertThat(text("/look/", "' OR 1=1 --")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "cache", "cached_db", "file", "signed_cookies"})
    void keepsARecordAsJsonAndMakesItOneAgain(String engine) {
        open(engine, "sqlite");
        String first = key("/basket/", null);
        Cookie second = ask("/basket/", first).cookie("sessionid");

        assertThat(text("/basket/", second == null ? first : second.value()))
                .isEqualTo("Basket[titles=[Emma], since=2026-11-25, count=2]");
    }

    @Test
    void takesAnObjectThatJavaSerializedForNoSession() throws IOException {
        open("signed_cookies", "sqlite");
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>(Map.of("name", "evil")));
        }
        String payload = Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
        assertThat(payload).startsWith("rO0");
        String signed =
                TimestampSigner.of(SigningKeys.of(SECRET), Clock.systemUTC())
                        .salt("django.contrib.sessions.backends.signed_cookies")
                        .sign(payload);

        assertThat(text("/look/", payload)).isEqualTo("null");
        assertThat(text("/look/", signed)).isEqualTo("null");
    }

    @Test
    void keepsNothingInTheCacheForLongerThanTheTableDoes() {
        CacheStore cache = sharedCache();
        open("cached_db", "sqlite", cache);
        String key = key("/minutes/", null);
        cache.clear();

        assertThat(text("/look/", key)).isEqualTo("Ada");
        now = now.plus(Duration.ofMinutes(6));
        assertThat(text("/look/", key)).isEqualTo("null");
    }

    @Test
    void readsFromTheCacheWhatItReadFromTheTableOnce() {
        open("cached_db", "sqlite");
        String key = key("/put/", null);
        site.run(() -> DatabaseSessions.of(codec(), site.clock()).delete(key));

        assertThat(text("/look/", key)).isEqualTo("Ada");
    }

    @Test
    void readsTheTableEachTimeWhereEachProcessHasACacheOfItsOwn() {
        open("cached_db", "sqlite", MemoryCache.of(1 << 20, () -> now));
        String key = key("/put/", null);
        assertThat(text("/look/", key)).isEqualTo("Ada");

        // As another process does when somebody signs out there.
        site.run(() -> DatabaseSessions.of(codec(), site.clock()).delete(key));

        assertThat(text("/look/", key)).isEqualTo("null");
    }

    private static SessionCodec codec() {
        return SessionCodec.stored(SigningKeys.of(SECRET), Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource({
        "db, ''",
        "signed_cookies, ''",
        "cache, sessions.W001",
        "cached_db, sessions.W001",
    })
    void warnsWhereSessionsAreNotSharedByProcesses(String engine, String found) {
        open(engine, "sqlite", MemoryCache.of(1 << 20, () -> now));

        assertThat(new SessionChecks().run(site).stream().map(CheckMessage::id))
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "file"})
    void forgetsWhatIsOverAndClearsIt(String engine) {
        open(engine, "sqlite");
        String key = key("/put/", null);

        now = now.plus(Duration.ofDays(15));

        assertThat(text("/look/", key)).isEqualTo("null");
        int cleared = site.call(() -> SessionStores.of(site).clearExpired());
        assertThat(cleared).isEqualTo(1);
    }

    @Test
    void clearsByACommand() {
        open("db", "sqlite");
        key("/put/", null);
        now = now.plus(Duration.ofDays(15));

        site.run(() ->
                assertThat(Commands.call(site, "clearsessions").out())
                        .contains("1 session was over."));
    }

    @Test
    void endsWithTheBrowserWhereAViewSaysSo() {
        open("db", "sqlite");

        Cookie cookie = ask("/short/", null).cookie("sessionid");

        assertThat(cookie).isNotNull();
        assertThat(cookie.maxAge()).isNull();
    }

    @Test
    void readsASessionThatDjangoWroteAndWritesOneThatDjangoReads() {
        open("db", "sqlite");
        String key = "g9dpmrcg629be2u66mr26846p7q9m2i0";
        String data =
                ".eJxVjs0OgjAQhN9lz6TptrYGjt59AjVk2y0_SsBQ6oXw7paEg15n5puZFWpKS1enGOa6Z6hAQfGrOfKvMO4GP2lsJ"
                        + "-GncZl7J_aIONworhOH4XJk_wo6it1OG8KTQXZntL4kq9k41sYaVzqmJnipFaIiVA06hVJqstZnwDI3GjGXepoXqG5YAH_"
                        + "uSSI6KFZ4z70PeQClMBK2Rx4f8tFE7a76CNsXJTlIbg:1vgM1A:NJaPt8EauO767H7g8-PfuG4T8VDpTwD7Bfi8R_HGqq4";
        site.run(() -> {
            var row = new dev.quintet.web.sessions.Session();
            row.sessionKey = key;
            row.sessionData = data;
            row.expireDate = Instant.parse("2099-01-29T12:14:59.123163Z");
            row.save();

            Map<String, @Nullable Object> read = SessionStores.of(site).load(key);
            assertThat(read)
                    .containsEntry("_auth_user_id", "2")
                    .containsEntry("_language", "cs")
                    .containsEntry("cart", List.of(1L, "dvě", Map.of("price", "10.50")));
            InstantSource then = () -> Instant.ofEpochSecond(1_768_451_816L);
            SessionCodec codec = SessionCodec.stored(SigningKeys.of(SECRET), then);
            assertThat(codec.decode(codec.encode(read), null)).isEqualTo(read);
        });
    }

    @ParameterizedTest
    @CsvSource({"db, postgresql", "db, sqlite", "cached_db, sqlite", "file, sqlite"})
    void endsAllSessionsOfOneUser(String engine, String database) {
        open(engine, database);
        String ada = key("/put/?name=Ada", null);
        String again = key("/put/?name=Ada", null);
        String bob = key("/put/?name=Bob", null);

        site.run(() -> {
            SessionStore store = SessionStores.of(site);
            assertThat(store.keysWhere(session -> "Ada".equals(session.get("name"))))
                    .containsExactlyInAnyOrder(ada, again);
            assertThat(store.endWhere(session -> "Ada".equals(session.get("name")))).isEqualTo(2);
        });

        assertThat(text("/look/", ada)).isEqualTo("null");
        assertThat(text("/look/", again)).isEqualTo("null");
        assertThat(text("/look/", bob)).isEqualTo("Bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "signed_cookies"})
    void saysWhereSessionsCannotBeListed(String engine) {
        open(engine, "sqlite");

        assertThatThrownBy(() -> SessionStores.of(site).endWhere(_ -> true))
                .isInstanceOf(UnlistedSessionsException.class)
                .hasMessageContaining("http.E090");
    }
}
