package pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.http.Body;
import dev.quintet.http.Cookie;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.settings.SettingsSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The how-to pages about forms: their code is the code here, and it does what they say.
class FormPagesTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^```(?:java|django)\\n(.*?)^```$", Pattern.DOTALL);

    @TempDir private Path folder;
    private final Map<String, String> jar = new HashMap<>();
    private RunningSite site;

    @BeforeEach
    void start() {
        var environment =
                Map.of(
                        "SECRET_KEY",
                        "x".repeat(50),
                        "MEDIA_ROOT",
                        folder.resolve("media").toString(),
                        "STORAGES",
                        "default=folder:"
                                + folder.resolve("media")
                                + ",private=folder:"
                                + folder.resolve("private"),
                        "DATABASE_URL",
                        "sqlite:" + folder.resolve("pages.db"));
        var sources = new SettingsSources(folder, environment, List.of());
        site = new Pages().start(sources, UnaryOperator.identity());
        Commands.call(site.context(), "migrate");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "edit-several-rows-on-one-page, 7",
        "keep-uploaded-files, 5",
        "spread-a-form-over-several-pages, 3",
        "choose-among-many-rows, 3"
    })
    void pagesShowTheCodeThatIsHere(String page, int blocks) throws IOException {
        var all = new StringBuilder();
        for (String root :
                List.of(
                        "src/main/java/pages",
                        "src/main/resources/templates/pages",
                        "src/main/resources/templates/quintet/forms")) {
            try (Stream<Path> files = Files.list(Path.of(root))) {
                for (Path file : files.toList()) {
                    all.append(bare(Files.readString(file))).append('\n');
                }
            }
        }
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../how-to/" + page + ".md")));
        int compared = 0;
        for (; block.find(); compared++) {
            for (String part : block.group(1).split("\\n\\n(?=public final class)", -1)) {
                assertThat(all.toString()).contains(bare(part));
            }
        }
        assertThat(compared).isEqualTo(blocks);
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }

    private Response send(RequestBuilder request) {
        jar.forEach(request::cookie);
        Response response = site.pipeline().handle(request.header("Host", "localhost").build());
        for (Cookie cookie : response.cookies()) {
            jar.put(cookie.name(), cookie.value());
        }
        return response;
    }

    private String get(String url) {
        return text(send(RequestBuilder.get(url)));
    }

    private Response post(String url, Map<String, String> form) {
        return send(
                RequestBuilder.post(url)
                        .form(form)
                        .header("X-CSRFToken", jar.getOrDefault("csrftoken", "")));
    }

    private Response postFiles(String url, Map<String, String> form, String... files) {
        var body = new StringBuilder();
        form.forEach((name, value) ->
                body.append("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        for (int i = 0; i < files.length; i += 3) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"" + files[i] + "\"")
                    .append("; filename=\"" + files[i + 1] + "\"\r\n\r\n" + files[i + 2] + "\r\n");
        }
        body.append("--b--\r\n");
        return send(
                RequestBuilder.post(url)
                        .header("X-CSRFToken", jar.getOrDefault("csrftoken", ""))
                        .body(
                                "multipart/form-data; boundary=b",
                                body.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }

    @Test
    void editsAnOrderWithItsLines() {
        long id =
                site.context()
                        .call(() -> {
                            var order = new Order();
                            order.customer = "Ada";
                            order.save();
                            return order.id;
                        });
        String page = get("/orders/" + id + "/");
        assertThat(page).contains("value=\"Ada\"", "line_set-0-what", "Save");

        Response saved =
                post(
                        "/orders/" + id + "/",
                        Map.of(
                                "customer", "Ada L.",
                                "note", "",
                                "line_set-TOTAL_FORMS", "1",
                                "line_set-INITIAL_FORMS", "0",
                                "line_set-0-what", "Needle",
                                "line_set-0-count", "3"));

        assertThat(saved.status()).isEqualTo(302);
        site.context()
                .run(() -> {
                    assertThat(Orders.get(Orders.id.eq(id)).customer).isEqualTo("Ada L.");
                    assertThat(Lines.get(Lines.order.id.eq(id)).count).isEqualTo(3);
                });
    }

    @Test
    void keepsAPictureAndAContract() throws IOException {
        long artist = artist("Django", true);
        get("/posters/new/");
        String gif = "GIF89a\u0010\u0000\u0020\u0000......";

        Response made =
                postFiles(
                        "/posters/new/",
                        Map.of("title", "Swing", "artist", String.valueOf(artist)),
                        "image",
                        "swing.gif",
                        gif,
                        "contract",
                        "c.pdf",
                        "%PDF");

        assertThat(made.status()).as(text(made)).isEqualTo(302);
        Poster poster = site.context().call(() -> Posters.all().first().orElseThrow());
        assertThat(poster.width).isEqualTo(16);
        assertThat(folder.resolve("media/" + poster.image.name())).exists();
        assertThat(folder.resolve("private/contracts/" + artist + "/c.pdf")).exists();
        assertThat(get("/posters/" + poster.id + "/"))
                .contains("<img src=\"/media/posters/", "width=\"16\" height=\"32\"");
        Response replaced =
                postFiles(
                        "/posters/" + poster.id + "/",
                        Map.of(
                                "title", "Swing",
                                "artist", String.valueOf(artist),
                                "contract-clear", "on"));
        assertThat(replaced.status()).as(text(replaced)).isEqualTo(302);
        assertThat(folder.resolve("private/contracts/" + artist + "/c.pdf")).doesNotExist();
        assertThat(folder.resolve("media/" + poster.image.name())).exists();
    }

    @Test
    void leadsThroughAnApplication() {
        get("/apply/?step=person");
        post("/apply/?step=person", Map.of("name", "Ada", "email", "a@example.org", "plays", "on"));
        assertThat(get("/apply/?step=instrument"))
                .contains("aria-current=\"step\">Your instrument");
        post("/apply/?step=instrument", Map.of("instrument", "Guitar"));
        assertThat(text(postFiles("/apply/?step=papers", Map.of(), "letter", "x.exe", "MZ")))
                .contains("is not allowed");

        postFiles("/apply/?step=papers", Map.of(), "letter", "letter.pdf", "%PDF");

        assertThat(Applying.RECEIVED).containsExactly("Ada, Guitar, letter.pdf");
    }

    @Test
    void suggestsArtistsThatTheFormAccepts() {
        artist("Django", true);
        artist("Django the Elder", false);

        assertThat(get("/artists/find/?term=django"))
                .contains("\"text\":\"Django\"")
                .doesNotContain("Elder");
        assertThat(get("/posters/new/")).contains("quintet/forms/autocomplete");
    }

    private long artist(String name, boolean active) {
        return site.context()
                .call(() -> {
                    var artist = new Artist();
                    artist.name = name;
                    artist.active = active;
                    artist.save();
                    return artist.id;
                });
    }
}
