package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {

    @Test
    void keepsRepeatedKeysAndTakesTheLast() {
        Request request = RequestBuilder.get("/x/?a=1&b=%C5%BE+y&a=2").build();

        assertThat(request.query().all("a")).containsExactly("1", "2");
        assertThat(request.query().get("a")).isEqualTo("2");
        assertThat(request.query().get("b")).isEqualTo("ž y");
    }

    @Test
    void findsHeadersInAnyCase() {
        assertThat(RequestBuilder.get("/").header("X-One", "1").build().header("x-oNe"))
                .isEqualTo("1");
    }

    @Test
    void readsFormsWithFiles() throws Exception {
        UploadedFile file =
                UploadedFile.of("../../etc/pass\u0000wd", "text/plain", "hi".getBytes());
        Request request =
                RequestBuilder.post("/")
                        .form(QueryParams.parse("name=Ada&name=L"), Map.of("file", file))
                        .build();

        assertThat(request.form().all("name")).containsExactly("Ada", "L");
        assertThat(request.file("file").name()).isEqualTo("passwd");
        assertThat(request.file("file").bytes()).isEqualTo("hi".getBytes());
    }

    @Test
    void refusesMoreThanTheSettingsLetPass() {
        RequestPolicy small =
                RequestPolicy.of(
                        new Settings()
                                .set(HttpSettings.DATA_UPLOAD_MAX_MEMORY_SIZE, 10L)
                                .set(HttpSettings.DATA_UPLOAD_MAX_NUMBER_FIELDS, 2));

        assertThatThrownBy(() ->
                        RequestBuilder.post("/")
                                .body("text/plain", new byte[11])
                                .policy(small)
                                .build()
                                .body())
                .isInstanceOfSatisfying(
                        LimitExceeded.class, e -> assertThat(e.status()).isEqualTo(413));
        assertThatThrownBy(() -> RequestBuilder.get("/?a&b&c").policy(small).build().query())
                .isInstanceOf(LimitExceeded.class);
    }

    @Test
    void readsJsonAndRefusesWhatIsNone() {
        Request good = RequestBuilder.post("/").json(Map.of("a", 1)).build();
        Request bad =
                RequestBuilder.post("/")
                        .body("application/json", "{".getBytes(StandardCharsets.UTF_8))
                        .build();

        assertThat(good.json()).isEqualTo(Map.of("a", 1L));
        assertThat(good.body()).isEqualTo("{\"a\":1}".getBytes());
        assertThatThrownBy(bad::json).isInstanceOf(BadRequest.class);
    }

    @Test
    void believesTrustedProxiesOnly() {
        RequestPolicy policy =
                RequestPolicy.of(
                        new Settings()
                                .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                                .set(HttpSettings.TRUSTED_PROXIES, List.of("10.0.0.0/8")));
        RequestBuilder forwarded =
                RequestBuilder.get("/")
                        .header("X-Forwarded-For", "1.1.1.1, 203.0.113.9, 10.1.1.1")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "shop.example")
                        .policy(policy);

        Request proxied = forwarded.from("10.2.2.2").build();
        assertThat(proxied.clientAddress()).isEqualTo("203.0.113.9");
        assertThat(proxied.absoluteUrl("/x/")).isEqualTo("https://shop.example/x/");
        Request forged = forwarded.from("198.51.100.1").build();
        assertThat(forged.clientAddress()).isEqualTo("198.51.100.1");
        assertThat(forged.secure()).isFalse();
        assertThat(forged.host()).isEqualTo("testserver");
    }

    @Test
    void refusesHostsThatAreNotOurs() {
        RequestPolicy policy =
                RequestPolicy.of(
                        new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of(".example.com")));

        assertThat(host("www.example.com:8000", policy)).isEqualTo("www.example.com:8000");
        assertThatThrownBy(() -> host("evil.com", policy)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> host("example.com@evil.com", policy))
                .isInstanceOf(BadRequest.class);
    }

    private static String host(String host, RequestPolicy policy) {
        return RequestBuilder.get("/").header("Host", host).policy(policy).build().host();
    }

    @Test
    void neverEscapesToAnotherHost() {
        assertThat(RequestBuilder.get("//evil.com/x").build().fullPath())
                .isEqualTo("/%2Fevil.com/x");
    }

    @Test
    void choosesWhatTheClientLikesBest() {
        Request request =
                RequestBuilder.get("/")
                        .header("Accept", "text/html;q=0.5, application/json")
                        .build();

        assertThat(request.preferred("text/html", "application/json"))
                .isEqualTo("application/json");
        assertThat(request.accepts("image/png")).isFalse();
    }
}
