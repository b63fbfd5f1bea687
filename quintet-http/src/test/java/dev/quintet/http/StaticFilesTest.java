package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.http.staticfiles.StaticSource;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticFilesTest {

    @TempDir private Path folder;

    private Path files() {
        return folder.resolve("files");
    }

    private void file(String name, String content) throws IOException {
        Path file = files().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Context site(boolean debug) {
        Settings settings =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                        .set(HttpSettings.STATICFILES_DIRS, List.of(files().toString()))
                        .set(HttpSettings.STATIC_ROOT, folder.resolve("root").toString())
                        .set(KernelSettings.DEBUG, debug);
        Apps apps = Apps.of(List.of());
        Context base = Context.of(settings, apps, Clock.systemUTC());
        return base.with(StaticFiles.KEY, StaticFiles.of(settings, apps));
    }

    private static Response ask(Context site, String url, String... headers) {
        RequestBuilder request = RequestBuilder.get(url);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return RequestPipeline.of(site, Router.of(Routes.of()))
                .with(List.of(site.get(StaticFiles.KEY)))
                .handle(request.build());
    }

    private static byte[] bytes(Response response) throws IOException {
        if (response.body() instanceof Body.File file) {
            try (var in = file.open()) {
                return in.readAllBytes();
            }
        }
        return ((Body.Bytes) response.body()).bytes();
    }

    private static String text(Response response) throws IOException {
        return new String(bytes(response), StandardCharsets.UTF_8);
    }

    private String url(Context site, String name) {
        return site.get(StaticFiles.KEY).url(name);
    }

    @Test
    void leadsReferencesInStyleSheetsToNamesWithHashes() throws IOException {
        file("img/a.png", "picture");
        file("css/base.css", "body{background:url(../img/a.png)}");
        file(
                "css/site.css",
                """
                @import "base.css";
                /* url(nowhere.png) */
                a{background:url("../img/a.png?v=1#x")}
                b{background:URL( '/static/img/a.png' )}
                c{background:url(data:image/png;base64,AAAA)}
                d{background:url(https://cdn.example/x.png)}
                e{background:url(//cdn.example/x.png)}
                f{behavior:url(#filter)}
                """);
        Context site = site(false);

        String css = text(ask(site, url(site, "css/site.css")));

        String picture = url(site, "img/a.png").substring("/static/img/".length());
        String base = url(site, "css/base.css").substring("/static/css/".length());
        assertThat(picture).matches("a\\.[0-9a-f]{12}\\.png");
        assertThat(css)
                .contains("@import \"" + base + "\";")
                .contains("url(\"../img/" + picture + "?v=1#x\")")
                .contains("'/static/img/" + picture + "'")
                .contains("/* url(nowhere.png) */")
                .contains("url(data:image/png;base64,AAAA)")
                .contains("url(https://cdn.example/x.png)")
                .contains("url(//cdn.example/x.png)")
                .contains("url(#filter)");
        assertThat(text(ask(site, url(site, "css/base.css")))).contains("../img/" + picture);
    }

    @Test
    void leadsImportsOfModulesToNamesWithHashes() throws IOException {
        file("js/util.js", "export const x = 1;");
        file(
                "js/main.js",
                """
                import { x } from "./util.js";
                import './util.js';
                export { x as y } from './util.js';
                const lazy = () => import("./util.js");
                const text = "import './util.js'"; // import "./util.js"
                import lit from "lit";
                //# sourceMappingURL=main.js.map
                """);
        file("js/main.js.map", "{}");
        Context site = site(false);

        String script = text(ask(site, url(site, "js/main.js")));

        String util = "./" + url(site, "js/util.js").substring("/static/js/".length());
        assertThat(script)
                .contains("from \"" + util + "\"")
                .contains("import '" + util + "'")
                .contains("as y } from '" + util + "'")
                .contains("import(\"" + util + "\")")
                .contains("\"import './util.js'\"; // import \"./util.js\"")
                .contains("from \"lit\"")
                .containsPattern("sourceMappingURL=main\\.js\\.[0-9a-f]{12}\\.map");
    }

    @Test
    void givesAFileAnotherNameWhenWhatItRefersToChanges() throws IOException {
        file("a.png", "one");
        file("a.css", "a{background:url(a.png)}");
        String before = url(site(false), "a.css");

        file("a.png", "two");

        assertThat(url(site(false), "a.css")).isNotEqualTo(before);
    }

    @Test
    void namesModulesThatImportEachOther() throws IOException {
        file("a.js", "import './b.js'; export const a = 1;");
        file("b.js", "import './c.js';");
        file("c.js", "import './a.js';");
        Context site = site(false);

        String a = url(site, "a.js");
        String script = text(ask(site, a));

        String b = url(site, "b.js").substring("/static/".length());
        assertThat(script).contains("./" + b);
        assertThat(text(ask(site, url(site, "c.js")))).contains(a.substring("/static/".length()));
        assertThat(ask(site, a).header("Cache-Control")).contains("immutable");
        file("c.js", "import './a.js'; // changed");
        assertThat(url(site(false), "a.js")).isNotEqualTo(a);
    }

    @Test
    void keepsNamesWithHashesForAYearAndAsksForTheOthers() throws IOException {
        file("a.css", "a{}");
        Context site = site(false);

        assertThat(ask(site, url(site, "a.css")).header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(ask(site, "/static/a.css").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(ask(site, "/static/a.000000000000.css").header("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(url(site(true), "a.css")).isEqualTo("/static/a.css");
    }

    @Test
    void sendsGzipToWhoTakesIt() throws IOException {
        file("a.css", "a{color:red}".repeat(100));
        Context site = site(false);

        Response packed = ask(site, "/static/a.css", "Accept-Encoding", "gzip, br");
        Response plain = ask(site, "/static/a.css");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        var in = new GZIPInputStream(new ByteArrayInputStream(bytes(packed)));
        assertThat(in.readAllBytes()).isEqualTo(bytes(plain));
        assertThat(
                        ask(site, "/static/a.css", "Accept-Encoding", "gzip", "Range", "bytes=0-3")
                                .status())
                .isEqualTo(206);
    }

    @Test
    void collectsAllFilesAndServesThemFromThere() throws IOException {
        file("img/a.png", "picture");
        file("css/a.css", "a{background:url(../img/a.png)}".repeat(20));
        file(".hidden", "x");
        Context before = site(false);

        Commands.Result first = before.call(() -> Commands.call(before, "collectstatic"));
        Commands.Result second = before.call(() -> Commands.call(before, "collectstatic"));

        assertThat(first.out()).contains("Copied 8 to");
        assertThat(second.out()).contains("Copied 0 to").contains("8 were there already");
        Path root = folder.resolve("root");
        assertThat(Files.readString(root.resolve("staticfiles.json")))
                .contains("\"css/a.css\":\"css/a.")
                .contains("\"version\":\"1.1\"");
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.map(file -> root.relativize(file).toString()))
                    .contains("css/a.css", "css/a.css.gz", "css/a.css.zst", "img/a.png")
                    .noneMatch(name -> name.contains("hidden"))
                    .noneMatch(name -> name.endsWith(".tmp"));
        }
        file("css/a.css", "changed after the collecting");
        Context after = site(false);
        Response served = ask(after, url(after, "css/a.css"), "Accept-Encoding", "gzip");
        assertThat(served.header("Cache-Control")).contains("immutable");
        assertThat(served.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(text(ask(after, url(after, "css/a.css")))).contains("../img/a.");
        assertThat(ask(after, "/static/../staticfiles.json").status()).isEqualTo(404);
    }

    @Test
    void tellsBrowsersWhereModulesAre() throws IOException {
        file("js/app.js", "import './other.js'; export const a = 1;");
        file("js/other.js", "export const b = 2;");
        file(
                "importmap.json",
                "{\"imports\": {\"app\": \"js/app.js\", \"far\": \"https://cdn.example/</script>.js\"},"
                        + " \"preload\": [\"app\", \"none\"]}");
        Context site = site(false);
        String address = url(site, "js/app.js");

        String html = site.get(StaticFiles.KEY).importMap("n\"1").text();

        assertThat(html)
                .startsWith("<script type=\"importmap\" nonce=\"n&quot;1\">{")
                .contains("\"app\":\"" + address + "\"")
                .contains("<link rel=\"modulepreload\" href=\"" + address + "\" nonce=")
                .containsOnlyOnce("</script>");
        String hash = html.replaceAll("(?s).*integrity=\"(sha384-[^\"]+)\".*", "$1");
        assertThat(hash).isEqualTo("sha384-" + sha384(bytes(ask(site, address))));
        assertThat(html).contains("\"" + address + "\":\"" + hash + "\"");
    }

    private static String sha384(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-384").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Test
    void refusesAMapOfModulesThatAreNotThere() throws IOException {
        file("importmap.json", "{\"imports\": {\"app\": \"js/none.js\"}}");
        StaticFiles files = site(false).get(StaticFiles.KEY);

        assertThatThrownBy(() -> files.importMap(null))
                .isInstanceOf(StaticFilesException.class)
                .hasMessageContaining("There is no static file 'js/none.js'.");
        file("importmap.json", "[");
        assertThatThrownBy(() -> files.importMap(null)).hasMessageContaining("no JSON");
    }

    @Test
    void sendsWhatLiesBesideAFileInTheTightestPackingThatIsLiked() throws IOException {
        file("css/a.css", "a{color:red}".repeat(100));
        Context before = site(false);
        before.call(() -> Commands.call(before, "collectstatic"));
        Files.writeString(folder.resolve("root/css/a.css.br"), "brotli");
        Files.writeString(folder.resolve("root/css/a.css.zst"), "zstandard");
        Context site = site(false);

        for (String[] each :
                new String[][] {
                    {"gzip, deflate, br, zstd", "br"},
                    {"gzip, zstd", "zstd"},
                    {"gzip;q=1.0, br;q=0.5", "gzip"},
                    {"*", "br"},
                    {"br;q=0, gzip", "gzip"},
                    {"identity", null},
                    {"xbrx", null},
                }) {
            Response answer = ask(site, "/static/css/a.css", "Accept-Encoding", each[0]);
            assertThat(answer.header("Content-Encoding")).as(each[0]).isEqualTo(each[1]);
            assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(answer.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        }
        assertThat(
                        ask(
                                        site,
                                        "/static/css/a.css",
                                        "Accept-Encoding",
                                        "br",
                                        "Range",
                                        "bytes=0-3")
                                .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void refusesToCollectAReferenceThatLeadsNowhere() throws IOException {
        file("a.css", "a{background:url(gone.png)}");
        Context site = site(false);

        assertThatThrownBy(() ->
                        site.get(StaticFiles.KEY).collect(folder.resolve("root"), false, false))
                .isInstanceOf(StaticFilesException.class)
                .hasMessageContaining("a.css refers to gone.png");
        assertThat(folder.resolve("root")).doesNotExist();
        assertThat(text(ask(site, url(site, "a.css")))).contains("url(gone.png)");
    }

    @Test
    void deletesWhatIsInTheWayWhereThatIsAskedFor() throws IOException {
        file("a.css", "a{}");
        Path old = folder.resolve("root/old.css");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");

        StaticFiles.Collected dry =
                site(false).get(StaticFiles.KEY).collect(folder.resolve("root"), true, true);
        assertThat(dry.deleted()).isEqualTo(1);
        assertThat(old).exists();
        site(false).get(StaticFiles.KEY).collect(folder.resolve("root"), true, false);

        assertThat(old).doesNotExist();
        assertThat(folder.resolve("root/a.css")).exists();
    }

    @Test
    void listsWhatIsInAJar() {
        // JUnit's own jar stands for one with static files: it has none, and says so.
        assertThat(StaticSource.beside(Test.class).list()).isEmpty();
    }

    @Test
    void saysWhereAFileComesFrom() throws IOException {
        file("a.css", "a{}");
        Context site = site(false);

        assertThat(site.call(() -> Commands.call(site, "findstatic", "a.css")).out())
                .contains("files/a.css");
        Commands.Result missing =
                site.call(() -> Commands.call(site, "findstatic", "b.css", "../a"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no static file b.css.");
    }

    @ParameterizedTest
    @CsvSource({
        "/static/../secret", "/static/%2e%2e/secret", "/static/a/", "/static//a.css",
        "/static/.", "/static/a%00.css", "/static/c:/windows", "/static/a%5c..%5cb",
    })
    void findsNothingOutsideOfItsPlaces(String path) throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        file("a.css", "a{}");

        assertThat(ask(site(false), path).status()).isEqualTo(404);
    }

    @Test
    void takesNoLongerForTextsMadeToHurt() throws IOException {
        file("a.js", "import ".repeat(20_000));
        file("b.js", "`" + "\\`".repeat(50_000));
        file("a.css", "url(".repeat(50_000) + "/*".repeat(50_000));

        Context site = site(false);

        assertThat(url(site, "a.js") + url(site, "b.js") + url(site, "a.css")).isNotEmpty();
    }
}
