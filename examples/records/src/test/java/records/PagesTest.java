package records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of the shop, over its whole stock.
class PagesTest {

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

    /// Each page asks so many statements, however much it shows.
    @ParameterizedTest
    @CsvSource({
        "6, /",
        "3, /albums/",
        "3, /albums/?page=7",
        "3, /albums/?q=the&genre=1&sort=bestselling&page=2",
        "2, /albums/?q=nothing+like+it",
        "5, /albums/1/",
        "5, /albums/141/",
        "1, /albums/1/sleeve.svg",
        "1, /artists/",
        "2, /artists/90/",
        "1, /genres/",
        "3, /genres/1/",
        "1, /playlists/",
        "3, /playlists/16/",
        "3, /search/?q=love",
        "0, /search/",
        "4, /charts/",
        "2, /api/albums/",
        "2, /api/albums/141/",
        "0, /robots.txt",
        "0, /static/records/shop.css"
    })
    void asksTheDatabaseAFewTimesWhateverItShows(int statements, String url) {
        OpenShop.Answer answer = shop.get(url);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statements()).as(url).hasSize(statements);
    }

    /// From the front door over every link: nothing is broken, and every page is well-formed.
    @Test
    void leadsNowhereThatIsNotThere() {
        var broken = new ArrayList<String>();
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty()) {
            String url = ahead.remove();
            if (!seen.add(url)) {
                continue;
            }
            OpenShop.Answer answer = shop.get(url);
            if (answer.status() != 200) {
                broken.add(answer.status() + " " + url);
            }
            String type = answer.response().header("Content-Type");
            if (type != null && type.startsWith("text/html")) {
                Markup.faults(answer.text()).forEach(fault -> broken.add(url + ": " + fault));
                ahead.addAll(Markup.links(answer.text(), url));
            }
        }

        assertThat(broken).isEmpty();
        assertThat(seen)
                .hasSizeGreaterThan(600)
                .contains("/albums/347/", "/albums/?page=12", "/playlists/16/");
    }

    @Test
    void showsAnAlbumWithItsTracks() {
        String page = shop.get("/albums/141/").text();

        assertThat(page)
                .contains("<h1>Greatest Hits</h1>")
                .contains("Lenny Kravitz")
                .contains("Are You Gonna Go My Way")
                .contains("<time datetime=\"PT3M31S\">3:31</time>")
                .contains("$56.43");
    }

    @Test
    void countsEachTrackOnceThoughItWasSoldOften() {
        // 34 tracks, sold 27 times: a join over both would count more
        assertThat(shop.get("/?").text()).contains("Minha Historia").contains("34 tracks");
    }

    @Test
    void findsWhatHoldsEveryWordInAnyCase() {
        assertThat(shop.get("/search/?q=MILES+davis").text())
                .contains(">Miles Davis</a>")
                .contains(">The Essential Miles Davis [Disc 1]<");
        assertThat(shop.get("/albums/?q=davis+ahead").text())
                .contains("1 record with")
                .contains(">Miles Ahead<");
    }

    @Test
    void keepsSearchAndGenreWhileTurningPages() {
        assertThat(shop.get("/albums/?q=a&genre=1&sort=latest").text())
                .contains("?q=a&amp;genre=1&amp;sort=latest&amp;page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "_",
                "%27%3B+DROP+TABLE+Album%3B--",
                "%22%29+OR+1%3D1",
                "%5C",
                "%00%01%1B",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "%22+onfocus%3Dalert(1)+autofocus+x%3D%22",
                "%7B%7B+request+%7D%7D%7B%25+debug+%25%7D",
                "%FF%FE",
                "%ED%A0%80",
                "%F0%9F%8E%B7"
            })
    void takesWhateverIsTypedForWords(String typed) {
        for (String url :
                List.of("/search/?q=", "/albums/?q=", "/albums/?genre=", "/albums/?sort=")) {
            OpenShop.Answer answer = shop.get(url + typed);

            assertThat(answer.status()).as(url + typed).isEqualTo(200);
            assertThat(Markup.faults(answer.text())).as(url + typed).isEmpty();
        }
        assertThat(shop.get("/").text()).contains("347 records");
    }

    @Test
    void readsAPercentSignAsAPercentSign() {
        assertThat(shop.get("/albums/?q=%25").text()).contains("0 records");
    }

    @Test
    void cutsANovelShort() {
        OpenShop.Answer answer = shop.get("/search/?q=" + "jazz+guitar+".repeat(400));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("“jazz guitar”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "last", "1e3", "99999999999999999999", "%00"})
    void showsAPageForAnyPageNumber(String number) {
        assertThat(shop.get("/albums/?page=" + number).status()).isEqualTo(200);
        assertThat(shop.get("/genres/1/?page=" + number).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/albums/0/",
                "/albums/348/",
                "/albums/348/sleeve.svg",
                "/albums/99999999999999999999/",
                "/albums/one/",
                "/artists/9999/",
                "/genres/9999/",
                "/playlists/9999/",
                "/nowhere/",
                "/static/records/../catalog/index.html"
            })
    void saysInItsOwnWayThatAPageIsNotThere(String url) {
        OpenShop.Answer answer = shop.get(url);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("not in the racks");
        assertThat(Markup.faults(answer.text())).isEmpty();
    }

    @Test
    void tellsBrowsersToRunNoScript() {
        assertThat(shop.get("/").response().header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void setsNoCookie() {
        assertThat(shop.get("/").response().cookies()).isEmpty();
    }

    @Test
    void showsNobodysName() {
        String charts = shop.get("/charts/").text();

        assertThat(charts).contains("USA").contains("$523.06");
        assertThat(charts).doesNotContain("@").doesNotContain("Gonçalves");
    }

    @Test
    void breaksInStyleAndKeepsTheReasonToItself(@TempDir Path elsewhere) {
        try (OpenShop broken = OpenShop.in(elsewhere)) {
            broken.database().execute(List.of("DROP TABLE PlaylistTrack", "DROP TABLE Playlist"));

            OpenShop.Answer answer = broken.get("/playlists/");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("The needle").doesNotContain("Playlist");
            assertThat(Markup.faults(answer.text())).isEmpty();
        }
    }
}
