package dev.quintet.dev;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.WebSocketOptions;
import dev.quintet.http.WebSockets;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.context.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Asks Vite's own server, `VITE_URL`, for what lies below `STATIC_URL` and is no static file of
/// the site, and carries what it says about changes to the page. So a page has one address for all,
/// and needs no wider policy than it has in production. There only under `runserver`.
final class ViteServer implements Middleware {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final List<String> ASKED =
            List.of("Accept", "If-None-Match", "Referer", "Sec-Fetch-Dest");
    private static final List<String> TOLD =
            List.of("Content-Type", "Cache-Control", "ETag", "SourceMap");

    /// Made when it is first needed: it is no part of a fast start.
    private static final class Client {
        private static final HttpClient ONE =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Context site = Context.current();
        StaticFiles files = site.find(StaticFiles.KEY).orElse(null);
        String vite = site.settings().get(HttpSettings.VITE_URL);
        if (vite.isEmpty() || files == null || !request.path().startsWith(files.prefix())) {
            return next.handle(request);
        }
        String name = request.path().substring(files.prefix().length());
        request.host(); // refuses names that are not ours
        if (name.isEmpty() && request.header("Upgrade") != null) {
            WebSocketOptions options =
                    WebSocketOptions.of(site.settings()).protocols("vite-hmr", "vite-ping");
            return WebSockets.accept(
                    request,
                    options,
                    page -> ViteTalk.carry(Client.ONE, address(vite, request), page));
        }
        boolean ours = !name.isEmpty() && files.has(name);
        return ours || !request.is("GET") ? next.handle(request) : ask(request, vite);
    }

    private static URI address(String vite, Request request) {
        String base = vite.endsWith("/") ? vite.substring(0, vite.length() - 1) : vite;
        return URI.create(base + request.fullPath());
    }

    private static Response ask(Request request, String vite) throws InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(address(vite, request)).timeout(ANSWER);
        for (String name : ASKED) {
            String value = request.header(name);
            if (value != null) {
                asked.setHeader(name, value);
            }
        }
        try {
            var answer = Client.ONE.send(asked.build(), BodyHandlers.ofByteArray());
            Response response = Response.bytes("application/octet-stream", answer.body());
            for (String name : TOLD) {
                String value = answer.headers().firstValue(name).orElse(null);
                if (value != null) {
                    response = response.withHeader(name, value);
                }
            }
            return response.withStatus(answer.statusCode());
        } catch (IOException silent) {
            return Response.text(
                            "Vite does not answer at "
                                    + vite
                                    + " (VITE_URL). Start it, by `npx vite`, or leave VITE_URL empty"
                                    + " for what `vite build` made.\n")
                    .withStatus(502);
        }
    }
}
