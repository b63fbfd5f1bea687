package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Vite built, by its manifest, and what its server gives while one develops.
class ViteTest {

    private static final String MANIFEST =
            """
            {
              "_shared-c1.js": {
                "file": "assets/shared-c1.js",
                "css": ["assets/shared-c2.css"],
                "imports": ["src/main.ts"]
              },
              "src/main.ts": {
                "file": "assets/main-a1.js",
                "src": "src/main.ts",
                "isEntry": true,
                "css": ["assets/main-a2.css"],
                "assets": ["assets/logo-d1.svg"],
                "imports": ["_shared-c1.js"]
              },
              "src/site.scss": {"file": "assets/site-b1.css", "isEntry": true}
            }
            """;

    @TempDir private Path folder;

    @BeforeEach
    void builds() throws IOException {
        file(".vite/manifest.json", MANIFEST);
        file("assets/main-a1.js", "import './shared-c1.js';");
        file("assets/shared-c1.js", "import './main-a1.js';");
        file("assets/main-a2.css", ".a { background: url(/static/assets/logo-d1.svg) }");
        file("assets/shared-c2.css", ".c {}");
        file("assets/site-b1.css", ".b {}");
        file("assets/logo-d1.svg", "<svg/>");
        file("own.js", "import './assets/main-a1.js';");
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve("files").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Settings settings(boolean debug) {
        return new Settings()
                .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                .set(HttpSettings.STATICFILES_DIRS, List.of(folder.resolve("files").toString()))
                .set(HttpSettings.STATIC_ROOT, folder.resolve("root").toString())
                .set(KernelSettings.DEBUG, debug);
    }

    private static StaticFiles files(Settings settings) {
        return StaticFiles.of(settings, Apps.of(List.of()));
    }

    private static Response ask(StaticFiles files, Settings settings, String url) {
        var site =
                dev.quintet.kernel.context.Context.of(
                        settings, Apps.of(List.of()), Clock.systemUTC());
        return RequestPipeline.of(site, Router.of(Routes.of()))
                .with(List.of(files))
                .handle(RequestBuilder.get(url).build());
    }

    @Test
    void aSourceBringsItsStylesItsScriptAndWhatBothNeedAtOnce() {
        String html = files(settings(false)).vite(List.of("src/main.ts"), null).toString();
        assertThat(html)
                .isEqualTo(
                        """
                        <link rel="stylesheet" href="/static/assets/main-a2.css">
                        <link rel="stylesheet" href="/static/assets/shared-c2.css">
                        <script type="module" src="/static/assets/main-a1.js"></script>
                        <link rel="modulepreload" href="/static/assets/shared-c1.js">\
                        """);
    }

    @Test
    void severalSourcesBringWhatTheyShareOnce() {
        String html =
                files(settings(false))
                        .vite(List.of("src/site.scss", "src/main.ts", "src/site.scss"), "n\"1")
                        .toString();
        assertThat(html)
                .startsWith(
                        "<link rel=\"stylesheet\" href=\"/static/assets/site-b1.css\""
                                + " nonce=\"n&quot;1\">")
                .containsOnlyOnce("site-b1.css")
                .contains("main-a1.js\" nonce=\"n&quot;1\"></script>");
    }

    @Test
    void whatViteNamedKeepsItsNameAndContentAndIsKeptForAYear() throws IOException {
        Settings settings = settings(false);
        StaticFiles files = files(settings);
        assertThat(files.url("assets/main-a1.js")).isEqualTo("/static/assets/main-a1.js");
        assertThat(files.url("own.js")).matches("/static/own\\.[0-9a-f]{12}\\.js");
        Response script = ask(files, settings, "/static/assets/main-a1.js");
        assertThat(script.header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(((Body.Bytes) script.body()).bytes())
                .asString()
                .isEqualTo("import './shared-c1.js';");
        assertThat(((Body.Bytes) ask(files, settings, files.url("own.js")).body()).bytes())
                .asString()
                .isEqualTo("import './assets/main-a1.js';");
    }

    @Test
    void collectstaticKeepsTheNamesToo() throws IOException {
        Settings settings = settings(false);
        files(settings).collect(folder.resolve("root"), false, false);
        StaticFiles collected = files(settings);
        assertThat(collected.url("assets/main-a2.css")).isEqualTo("/static/assets/main-a2.css");
        assertThat(ask(collected, settings, "/static/assets/main-a2.css").header("Cache-Control"))
                .contains("immutable");
        assertThat(collected.vite(List.of("src/site.scss"), null).toString())
                .contains("/static/assets/site-b1.css");
        try (var made = Files.list(folder.resolve("root/assets"))) {
            assertThat(made.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "main-a1.js",
                            "main-a2.css",
                            "shared-c1.js",
                            "shared-c2.css",
                            "site-b1.css",
                            "logo-d1.svg");
        }
    }

    @Test
    void aSourceThatWasNotBuiltIsNamedWithThoseThatWere() {
        StaticFiles files = files(settings(false));
        assertThatThrownBy(() -> files.vite(List.of("src/mian.ts"), null))
                .isInstanceOf(StaticFilesException.class)
                .hasMessageContaining("http.E083")
                .hasMessageContaining("src/mian.ts")
                .hasMessageContaining("src/main.ts");
    }

    @Test
    void aManifestThatIsNoJsonIsSaidToBeOne() throws IOException {
        file(".vite/manifest.json", "{");
        StaticFiles files = files(settings(false));
        assertThatThrownBy(() -> files.vite(List.of("src/main.ts"), null))
                .hasMessageContaining("http.E082");
    }

    @Test
    void whileDevelopingModulesComeFromVitesServer() {
        Settings settings = settings(true).set(HttpSettings.VITE_URL, "http://localhost:5173");
        assertThat(files(settings).vite(List.of("src/main.ts"), "n1").toString())
                .isEqualTo(
                        """
                        <meta property="csp-nonce" nonce="n1">
                        <script type="module" src="/static/@vite/client" nonce="n1"></script>
                        <script type="module" src="/static/src/main.ts" nonce="n1"></script>\
                        """);
        assertThat(files(settings).viteReactRefresh("n1").toString())
                .contains("injectIntoGlobalHook", "nonce=\"n1\"");
    }

    @Test
    void withDebugOffVitesServerIsNeverNamed() {
        Settings settings = settings(false).set(HttpSettings.VITE_URL, "http://localhost:5173");
        assertThat(files(settings).vite(List.of("src/main.ts"), null).toString())
                .doesNotContain("@vite");
        assertThat(files(settings).viteReactRefresh(null).toString()).isEmpty();
    }

    @Test
    void aNewBuildIsSeenWhileDeveloping() throws IOException {
        StaticFiles files = files(settings(true));
        files.vite(List.of("src/main.ts"), null);
        file(".vite/manifest.json", MANIFEST.replace("main-a1", "main-a9"));
        assertThat(files.vite(List.of("src/main.ts"), null).toString()).contains("main-a9.js");
    }
}
