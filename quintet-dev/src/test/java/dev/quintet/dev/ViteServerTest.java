package dev.quintet.dev;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.WebSocketOptions;
import dev.quintet.http.WebSockets;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.server.HttpServer;
import dev.quintet.server.ServerOptions;
import dev.quintet.server.ServerSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site in front of Vite's server, whose part another server plays here.
class ViteServerTest {

    @TempDir private Path folder;
    private final HttpClient browser = HttpClient.newHttpClient();
    private HttpServer vite;
    private HttpServer site;

    @BeforeEach
    void starts() throws Exception {
        Files.writeString(folder.resolve("own.js"), "// ours");
        Files.writeString(folder.resolve("own.css"), "a { background: url(own.js) }");
        vite =
                serve(
                        settings(""),
                        Routes.of(
                                path("static/", ViteServerTest::changes),
                                path("static/src/main.ts", ViteServerTest::module)));
        site = start("http://127.0.0.1:" + vite.port());
    }

    @AfterEach
    void stops() {
        site.close();
        vite.close();
    }

    private static Response module(Request request) {
        return Response.text("// " + request.rawQuery() + " " + request.header("Accept"))
                .withHeader("Content-Type", "text/javascript")
                .withHeader("Set-Cookie", "vite=1");
    }

    private static Response changes(Request request) {
        return WebSockets.accept(
                request,
                WebSocketOptions.of(Context.current().settings()).protocols("vite-hmr"),
                page -> {
                    page.send("{\"type\":\"connected\"}");
                    while (page.receive() instanceof dev.quintet.http.WebSocket.Text said) {
                        page.send(request.rawQuery() + " heard " + said.text());
                    }
                });
    }

    private Settings settings(String viteUrl) {
        return new Settings()
                .set(HttpSettings.ALLOWED_HOSTS, List.of("127.0.0.1"))
                .set(HttpSettings.STATICFILES_DIRS, List.of(folder.toString()))
                .set(HttpSettings.VITE_URL, viteUrl)
                .set(ServerSettings.HTTP_ACCESS_LOG, false)
                .set(KernelSettings.DEBUG, true);
    }

    private HttpServer start(String viteUrl) {
        return serve(settings(viteUrl), Routes.of(path("", _ -> "home")));
    }

    private static HttpServer serve(Settings settings, Routes routes) {
        Apps apps = Apps.of(List.of());
        StaticFiles files = StaticFiles.of(settings, apps);
        Context context = Context.of(settings, apps, Clock.systemUTC());
        boolean isSite = !settings.get(HttpSettings.VITE_URL).isEmpty();
        return HttpServer.start(
                RequestPipeline.of(context.with(StaticFiles.KEY, files), Router.of(routes))
                        .with(isSite ? List.of(new ViteServer(), files) : List.of()),
                ServerOptions.of(settings).at("127.0.0.1", 0));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
                        .header("Accept", "text/special")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void getsWhatIsNoStaticFileFromVite() throws Exception {
        HttpResponse<String> answer = get("/static/src/main.ts?t=5");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("// t=5 text/special");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/javascript");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void servesItsOwnFilesAndPagesItself() throws Exception {
        assertThat(get("/static/own.js").body()).isEqualTo("// ours");
        assertThat(get("/").body()).isEqualTo("home");

        String styles = get("/static/own.css").body();
        String hashed = styles.substring(styles.indexOf('(') + 1, styles.indexOf(')'));
        assertThat(hashed).isNotEqualTo("own.js");
        assertThat(get("/static/" + hashed).body()).isEqualTo("// ours");
    }

    @Test
    void passesOnThatViteHasNoSuchModule() throws Exception {
        assertThat(get("/static/src/gone.ts").statusCode()).isEqualTo(404);
    }

    @Test
    void carriesMessagesAboutChangesBothWays() throws Exception {
        var heard = new CompletableFuture<String>();
        WebSocket page =
                browser.newWebSocketBuilder()
                        .subprotocols("vite-hmr")
                        .buildAsync(
                                URI.create("ws://127.0.0.1:" + site.port() + "/static/?token=t1"),
                                new WebSocket.Listener() {
                                    private final StringBuilder all = new StringBuilder();

                                    @Override
                                    public CompletionStage<?> onText(
                                            WebSocket socket, CharSequence part, boolean last) {
                                        all.append(part).append(last ? "|" : "");
                                        if (all.indexOf("heard") >= 0) {
                                            heard.complete(all.toString());
                                        }
                                        socket.request(1);
                                        return null;
                                    }
                                })
                        .get(10, TimeUnit.SECONDS);
        assertThat(page.getSubprotocol()).isEqualTo("vite-hmr");
        page.sendText("ping", true).get(10, TimeUnit.SECONDS);
        assertThat(heard.get(10, TimeUnit.SECONDS))
                .isEqualTo("{\"type\":\"connected\"}|token=t1 heard ping|");
        page.abort();
    }

    @Test
    void saysHowToStartViteWhereItDoesNotAnswer() throws Exception {
        vite.close();
        HttpResponse<String> answer = get("/static/src/main.ts");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("npx vite", "VITE_URL");
    }
}
