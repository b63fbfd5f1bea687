package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What machines read.
class ApiTest {

    @TempDir private static Path folder;
    private static OpenShop shop;

    @BeforeAll
    static void open() {
        shop = OpenShop.in(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void listsAlbumsInPages() {
        Map<?, ?> first = object("/api/albums/");

        assertThat(first.keySet().toString()).isEqualTo("[count, next, previous, results]");
        assertThat(first.get("count")).isEqualTo(347L);
        assertThat(first.get("next")).isEqualTo("http://localhost/api/albums/?page=2");
        assertThat(first.get("previous")).isNull();
        assertThat((List<?>) first.get("results")).hasSize(50);
        Map<?, ?> last = object("/api/albums/?page=7");
        assertThat(last.get("next")).isNull();
        assertThat(last.get("previous")).isEqualTo("http://localhost/api/albums/?page=6");
        assertThat((List<?>) last.get("results")).hasSize(47);
    }

    @Test
    void keepsTheSearchInTheLinksToOtherPages() {
        assertThat(object("/api/albums/?q=a").get("next"))
                .isEqualTo("http://localhost/api/albums/?q=a&page=2");
    }

    @Test
    void givesAnAlbumBriefly() {
        List<?> found = (List<?>) object("/api/albums/?q=miles+ahead").get("results");

        assertThat(found).hasSize(1);
        Map<?, ?> album = (Map<?, ?>) found.getFirst();
        assertThat(album.get("id")).isEqualTo(157L);
        assertThat(album.get("title")).isEqualTo("Miles Ahead");
        assertThat(album.get("artist")).isEqualTo(Map.of("id", 68L, "name", "Miles Davis"));
        assertThat(album.get("tracks")).isEqualTo(14L);
        assertThat(album.get("price")).isEqualTo("13.86");
        assertThat(album.get("url")).isEqualTo("http://localhost/api/albums/157/");
    }

    @Test
    void givesAnAlbumWithItsTracks() {
        Map<?, ?> album = object("/api/albums/157/");

        assertThat(album.get("price")).isEqualTo("13.86");
        assertThat(album.get("page")).isEqualTo("http://localhost/albums/157/");
        assertThat(album.get("sleeve")).isEqualTo("http://localhost/albums/157/sleeve.svg");
        List<?> tracks = (List<?>) album.get("tracks");
        assertThat(tracks).hasSize(14);
        Map<?, ?> track = (Map<?, ?>) tracks.getFirst();
        assertThat(track.get("name")).isEqualTo("Springsville");
        assertThat(track.get("genre")).isEqualTo("Jazz");
        assertThat(track.get("price")).isEqualTo("0.99");
        assertThat(track.get("milliseconds")).isEqualTo(207_725L);
    }

    @Test
    void saysAsAProblemThatSomethingIsNotThere() {
        for (String url :
                List.of("/api/albums/9999/", "/api/albums/?page=8", "/api/albums/?page=x")) {
            OpenShop.Answer answer = shop.get(url);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.response().header("Content-Type"))
                    .isEqualTo("application/problem+json");
            assertThat(((Map<?, ?>) Json.parse(answer.text())).get("status")).isEqualTo(404L);
        }
    }

    private static Map<?, ?> object(String url) {
        OpenShop.Answer answer = shop.get(url);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().header("Content-Type")).isEqualTo("application/json");
        return (Map<?, ?>) Json.parse(answer.text());
    }
}
