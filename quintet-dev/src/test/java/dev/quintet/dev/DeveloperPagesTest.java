package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.http.Body;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.SettingsSources;
import guild.Guild;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each mistake in the browser and as JSON, with debug on and off.
class DeveloperPagesTest {

    private static final String KEY = "s3cr3t-key-that-nobody-may-ever-read-on-any-page-at-all";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "/missing-template/, 500, template.E010, There is no template 'nothing.html'., nothing.html",
        "/broken-template/, 500, template.E, nonsense, broken.html",
        "/missing-table/, 500, orm.E034, A table or column is missing in the database., guild_member",
        "/fails/, 500, java.lang.IllegalStateException, no one, Guild.java",
        "/members/x/, 404, http.E404, There is no page at /members/x/., members",
    })
    void tellsItsDeveloperAndNobodyElse(
            String url, int status, String code, String sentence, String where) {
        try (RunningSite open = started("true");
                RunningSite closed = started("false")) {
            Response page = asked(open, url, "text/html");
            Response json = asked(open, url, "application/json");
            Response publicPage = asked(closed, url, "text/html");
            Response publicJson = asked(closed, url, "application/json");

            assertThat(List.of(page, json, publicPage, publicJson))
                    .allMatch(response -> response.status() == status);
            String escaped = sentence.replace("'", "&#x27;");
            assertThat(text(page)).contains(code, escaped, where);
            assertThat(text(json)).contains("\"code\":\"" + code, sentence);
            assertThat(json.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(text(publicPage) + text(publicJson))
                    .doesNotContain(code, "guild", ".java", "Exception", "template", "SELECT");
        }
    }

    @Test
    void showsTheLineOfTheUsersCode() {
        try (RunningSite site = started("true")) {
            assertThat(text(asked(site, "/fails/", "text/html")))
                    .contains("src/test/java/guild/Guild.java:")
                    .contains("<span class=\"line at\">")
                    .contains("throw new IllegalStateException(&quot;&lt;script&gt;")
                    .doesNotContain("<script");
        }
    }

    @Test
    void leavesOutHowFarAllLinesAreSetIn() {
        try (RunningSite site = started("true")) {
            assertThat(text(asked(site, "/missing-table/", "text/html")))
                    .containsPattern("<i>\\d+</i>static Response members\\(Request request\\)")
                    .containsPattern("<i>\\d+</i>    return Response.text\\(Members");
        }
    }

    @Test
    void showsTheLineOfTheTemplate() {
        try (RunningSite site = started("true")) {
            assertThat(text(asked(site, "/broken-template/", "text/html")))
                    .contains("broken.html:3");
        }
    }

    @Test
    void listsTheRoutesThatWereTried() {
        try (RunningSite site = started("true")) {
            assertThat(text(asked(site, "/nowhere/", "text/html")))
                    .contains("Routes that were tried", "/members/&lt;int:id&gt;/", "member");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/membres/7/, /members/&lt;int:id&gt;/",
        "/members/ada/, /members/&lt;int:id&gt;/",
        "/mising-table/, /missing-table/",
        "/something/else/, ''",
    })
    void marksTheRouteThatIsNearest(String asked, String nearest) {
        try (RunningSite site = started("true")) {
            String page = text(asked(site, asked, "text/html"));

            if (nearest.isEmpty()) {
                assertThat(page).doesNotContain("class=\"near\"");
            } else {
                assertThat(page)
                        .containsOnlyOnce("<tr class=\"near\">")
                        .contains("<tr class=\"near\"><td><code>" + nearest + "</code>");
            }
        }
    }

    @Test
    void namesTheMethodsThatAreAnswered() {
        try (RunningSite site = started("true")) {
            var delete =
                    RequestBuilder.of("DELETE", "/members/1/")
                            .header("Host", "localhost")
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("Accept", "text/html");

            Response refused = site.pipeline().handle(delete.build());

            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(text(refused)).contains("http.E405", "DELETE", "GET, HEAD, OPTIONS");
        }
    }

    @Test
    void masksSecrets() {
        try (RunningSite site = started("true")) {
            var request =
                    RequestBuilder.get("/fails/?api_token=t0ken&colour=blue")
                            .header("Host", "localhost")
                            .header("Authorization", "Bearer b34rer")
                            .header("X-Colour", "green")
                            .cookie("sessionid", "sess10n")
                            .cookie("theme", "dark")
                            .build();

            String page = text(site.pipeline().handle(request));

            assertThat(page)
                    .contains("blue", "green", "dark", "SECRET_KEY", "****")
                    .doesNotContain(KEY, "t0ken", "b34rer", "sess10n");
        }
    }

    private RunningSite started(String debug) {
        var environment = Map.of("DEBUG", debug, "SECRET_KEY", KEY);
        var sources = new SettingsSources(folder, environment, List.of());
        return new Guild("sqlite:" + folder.resolve("guild.db"))
                .start(sources, UnaryOperator.identity());
    }

    private static Response asked(RunningSite site, String url, String accept) {
        return site.pipeline()
                .handle(
                        RequestBuilder.get(url)
                                .header("Host", "localhost")
                                .header("Accept", accept)
                                .build());
    }

    private static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }
}
