package dev.quintet.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlTest {

    @Test
    void takesAUrlApart() {
        var url =
                ServiceUrl.parse("PostgreSQL://ada:p%40ss@db.example.org:5433/shop?ssl=true&a=b+c");

        assertThat(url.scheme()).isEqualTo("postgresql");
        assertThat(url.user()).isEqualTo("ada");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(url.host()).isEqualTo("db.example.org");
        assertThat(url.port(5432)).isEqualTo(5433);
        assertThat(url.path()).isEqualTo("shop");
        assertThat(url.options())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ssl", "true", "a", "b+c"));
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite:site.db, site.db",
        "sqlite:/var/site.db, /var/site.db",
        "sqlite:///var/site.db, /var/site.db",
        "memory:, ''",
        "file:/tmp/mail, /tmp/mail",
        "postgresql:///shop, /shop"
    })
    void knowsFilesAndMemory(String url, String path) {
        assertThat(ServiceUrl.parse(url).path()).isEqualTo(path);
        assertThat(ServiceUrl.parse(url).host()).isNull();
    }

    @Test
    void knowsIpv6ClustersAndDefaults() {
        assertThat(ServiceUrl.parse("redis://[::1]:6380/2").host()).isEqualTo("::1");
        assertThat(ServiceUrl.parse("redis://[::1]:6380/2").port(6379)).isEqualTo(6380);
        assertThat(ServiceUrl.parse("redis://[::1]/2").port(6379)).isEqualTo(6379);
        assertThat(ServiceUrl.parse("memcached://a:1,b:2").hosts()).containsExactly("a:1", "b:2");
        assertThat(ServiceUrl.parse("redis://:word@h").password()).isEqualTo("word");
        assertThat(ServiceUrl.parse("redis://:word@h").user()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p@ss", "a:b", "100%", "50%zz", "a+b", "p/w", "p?w", "x#y", "é€", "a@b@c", "&=$!*"
            })
    void keepsAPasswordWithSpecialCharactersAsTheyAre(String password) {
        var url = ServiceUrl.parse("postgresql://ada:" + password + "@db/shop");

        assertThat(url.password()).isEqualTo(password);
        assertThat(url.host()).isEqualTo("db");
        assertThat(url.path()).isEqualTo("shop");
    }

    @Test
    void keepsEveryEncodedPassword() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String password =
                    random.ints(1 + random.nextInt(20), 1, 0x2fff)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            String encoded =
                    URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");

            var url = ServiceUrl.parse("amqp://ada:" + encoded + "@mq:5672/vhost?a=b@c");

            assertThat(url.password()).isEqualTo(password);
            assertThat(url.host()).isEqualTo("mq");
            assertThat(url.toString()).isEqualTo("amqp://ada:****@mq:5672/vhost?a=b@c");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "://x",
                "redis://h:99999/",
                "redis://h:x/",
                "redis://[::1/",
                "redis://u:s3cret@:1/"
            })
    void saysWhatIsWrongWithoutTheSecret(String url) {
        assertThatThrownBy(() -> ServiceUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void masksOptionsThatLookLikeSecrets() {
        assertThat(ServiceUrl.parse("s3://bucket/x?secret_key=abc&region=eu"))
                .hasToString("s3://bucket/x?secret_key=****&region=eu");
    }
}
