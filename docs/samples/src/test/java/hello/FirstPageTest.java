package hello;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.http.Body;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.settings.SettingsSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial's first page: its files are the files here, and they do what it says.
class FirstPageTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^`([^`\\n]+)`:\\n\\n```\\w*\\n(.*?)^```$", Pattern.DOTALL);

    @TempDir private Path folder;

    @Test
    void pageAndFilesAreTheSame() throws IOException {
        String page = Files.readString(Path.of("../tutorial/01-first-page.md"));
        int compared = 0;

        for (Matcher block = BLOCK.matcher(page); block.find(); compared++) {
            String name = block.group(1);
            Path file = name.equals("pom.xml") ? Path.of("first-page/pom.xml") : Path.of(name);
            assertThat(block.group(2)).as(name).isEqualTo(Files.readString(file));
        }

        assertThat(compared).isEqualTo(5);
    }

    @Test
    void keepsWhatIsSaid() {
        var environment =
                Map.of(
                        "SECRET_KEY",
                        "x".repeat(50),
                        "DATABASE_URL",
                        "sqlite:" + folder.resolve("hello.db"));
        var sources = new SettingsSources(folder, environment, List.of());
        try (RunningSite site = new Hello().start(sources, UnaryOperator.identity())) {
            Commands.call(site.context(), "migrate");
            Response empty = asked(site, RequestBuilder.get("/"));
            String cookie = empty.cookie("csrftoken").value();

            Response said =
                    asked(
                            site,
                            RequestBuilder.post("/greet/")
                                    .form(Map.of("text", "Hello & welcome"))
                                    .cookie("csrftoken", cookie)
                                    .header("X-CSRFToken", cookie));

            assertThat(text(empty)).contains("Nobody has said anything yet.");
            assertThat(said.header("Location")).isEqualTo("/");
            assertThat(text(asked(site, RequestBuilder.get("/"))))
                    .contains("<li>Hello &amp; welcome</li>");
        }
    }

    private static Response asked(RunningSite site, RequestBuilder request) {
        return site.pipeline().handle(request.header("Host", "localhost").build());
    }

    private static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }
}
