package dev.quintet.server;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that no honest client sends, each on a connection of its own: whatever a proxy before
/// us might read differently is refused, and what follows on the same connection is never answered.
class MalformedRequestsTest {

    private static final String NEXT =
            "GET /stolen/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static HttpServer server;

    @BeforeAll
    static void starts() {
        Routes routes =
                Routes.of(
                        path("", request -> "home"),
                        path("stolen/", request -> "stolen"),
                        path("echo/", request -> Response.bytes("text/plain", request.body())));
        Settings settings = new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("x", "a"));
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        server =
                HttpServer.start(
                        RequestPipeline.of(site, Router.of(routes))
                                .with(List.of(dev.quintet.http.middleware.Common.of(settings))),
                        ServerOptions.of(settings)
                                .at("127.0.0.1", 0)
                                .accessLog(false)
                                .timeouts(
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(1)));
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments(
                        "length and chunks",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "chunks and length",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "two lengths",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
                arguments(
                        "two lengths in one line",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 6\r\n\r\nhello!"),
                arguments(
                        "a length with plus",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\nhello"),
                arguments(
                        "a length with minus",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\nhello"),
                arguments(
                        "a length with hexadecimal",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 0x5\r\n\r\nhello"),
                arguments(
                        "a length with a point",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5.0\r\n\r\nhello"),
                arguments(
                        "a length with an exponent",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5e0\r\n\r\nhello"),
                arguments(
                        "a length with a letter",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5a\r\n\r\nhello"),
                arguments(
                        "a length with inner space",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5 5\r\n\r\nhello"),
                arguments(
                        "a length with huge",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\nhello"),
                arguments(
                        "a length with quotes",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: \"5\"\r\n\r\nhello"),
                arguments(
                        "a length with a comma at its end",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5,\r\n\r\nhello"),
                arguments(
                        "a length with a tab within",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\t5\r\n\r\nhello"),
                arguments(
                        "a length with Arabic digits",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: \u0665\r\n\r\nhello"),
                arguments(
                        "a length with underscore",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1_0\r\n\r\nhello"),
                arguments(
                        "an empty length",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: \r\n\r\nhello"),
                arguments(
                        "the coding xchunked",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding chunked, chunked",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding identity, chunked, gzip",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity, chunked, gzip\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding gzip",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding chunked;q=1",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked;q=1\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding x, chunked, y",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x, chunked, y\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding 'chunked'",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \"chunked\"\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding chunkedu000b",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\u000b\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding chu00fcnked",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: ch\u00fcnked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding [chunked]",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: [chunked]\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "the coding chunked, identity",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a space before the colon of the coding",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a folded coding",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a coding after a lone carriage return",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nX: y\rTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "chunks in HTTP/1.0 with a length",
                        "POST /echo/ HTTP/1.0\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with 0x",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with minus",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with plus",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with a letter",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\ng\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with no size",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with a huge size",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with a size that overflows",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n100000005\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with more than its size",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with a space in its size",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5 5\r\nhello\r\n0\r\n\r\n"),
                arguments(
                        "a chunk with an underscore",
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0_5\r\nhello\r\n0\r\n\r\n"),
                arguments("no host", "GET / HTTP/1.1\r\n\r\n"),
                arguments("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                arguments("the same host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
                arguments("a host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
                arguments("a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
                arguments("a host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"),
                arguments(
                        "a host with a letter as its port", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n"),
                arguments(
                        "a host with a port that is too large",
                        "GET / HTTP/1.1\r\nHost: a:99999999\r\n\r\n"),
                arguments("a space before a colon", "GET / HTTP/1.1\r\nHost: x\r\nX-A : 1\r\n\r\n"),
                arguments("a tab before a colon", "GET / HTTP/1.1\r\nHost: x\r\nX-A\t: 1\r\n\r\n"),
                arguments("a folded header", "GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n 2\r\n\r\n"),
                arguments(
                        "a header folded by a tab",
                        "GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n\t2\r\n\r\n"),
                arguments(
                        "a header before which there is a space",
                        "GET / HTTP/1.1\r\n Host: x\r\n\r\n"),
                arguments("NUL in a value", "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n"),
                arguments("NUL in a name", "GET / HTTP/1.1\r\nHost: x\r\nX\0A: b\r\n\r\n"),
                arguments(
                        "a control character in a name",
                        "GET / HTTP/1.1\r\nHost: x\r\nX\u0001A: b\r\n\r\n"),
                arguments(
                        "a control character in a value",
                        "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\u0007b\r\n\r\n"),
                arguments(
                        "a lone carriage return in a value",
                        "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\rb\r\n\r\n"),
                arguments("a header without a name", "GET / HTTP/1.1\r\nHost: x\r\n: b\r\n\r\n"),
                arguments(
                        "a header without a colon",
                        "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n"),
                arguments("brackets in a name", "GET / HTTP/1.1\r\nHost: x\r\nX(A): b\r\n\r\n"),
                arguments("a quote in a name", "GET / HTTP/1.1\r\nHost: x\r\nX\"A: b\r\n\r\n"),
                arguments("lines that end in LF alone", "GET / HTTP/1.1\nHost: x\n\n"),
                arguments("a line with no version", "GET /\r\nHost: x\r\n\r\n"),
                arguments("a line with HTTP/0.9", "GET / HTTP/0.9\r\nHost: x\r\n\r\n"),
                arguments("a line with HTTP/3.0", "GET / HTTP/3.0\r\nHost: x\r\n\r\n"),
                arguments("a line with HTTP/11", "GET / HTTP/11\r\nHost: x\r\n\r\n"),
                arguments(
                        "a line with a space in its path", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("a line with a tab for a space", "GET\t/\tHTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("a line with no path", "GET HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(
                        "a line with a path without a slash", "GET a HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(
                        "a line with a bracket as its method", "G(T / HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(
                        "a line with control characters",
                        "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("a line with NUL in its path", "GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("a line with CONNECT to a path", "CONNECT / HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(
                        "a line with the first bytes of TLS",
                        "\u0016\u0003\u0001\u0002\u0000garbage\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void isRefused(String name, String request) {
        String answers = answers(request + NEXT);

        assertThat(answers).containsPattern("^(HTTP/1.1 (400|408|413|501|505) |$)");
        assertThat(answers).doesNotContain("stolen").doesNotContain(" 200 ");
    }

    static Stream<Arguments> unwelcome() {
        return Stream.of(
                arguments(
                        "a line with another host's address",
                        "GET http://other/ HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("a line with a star for GET", "GET * HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a%2fb", "GET /a%2fb HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a/%2e%2e/b", "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a/%2e/b", "GET /a/%2e/b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a/..;/b", "GET /a/..;/b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a;x=1/../b", "GET /a;x=1/../b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /%", "GET /% HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /%zz", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /%u0041", "GET /%u0041 HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a%00b", "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /..", "GET /.. HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(
                        "the path /../../etc/passwd",
                        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a/../../b", "GET /a/../../b HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments(
                        "the path /%c0%ae%c0%ae/",
                        "GET /%c0%ae%c0%ae/ HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a%5c..%5cb", "GET /a%5c..%5cb HTTP/1.1\r\nHost: x\r\n\r\n"),
                arguments("the path /a\\..\\b", "GET /a\\..\\b HTTP/1.1\r\nHost: x\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unwelcome")
    void isRefusedThoughItsEndIsPlain(String name, String request) {
        assertThat(answers(request)).containsPattern("^HTTP/1.1 (400|404) ");
    }

    @Test
    void answersTwoHonestRequestsOnOneConnection() {
        String answers = answers("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + NEXT);

        assertThat(answers).contains("home").contains("stolen");
    }

    @Test
    void readsChunksAndTheirTrailersToTheEnd() {
        String answers =
                answers(
                        "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "5;name=value\r\nhello\r\n0\r\nX-Trailer: a\r\n\r\n"
                                + NEXT);

        assertThat(answers).contains("hello").contains("stolen");
    }

    private static String answers(String requests) {
        var read = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(2500);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = new byte[4096];
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                read.write(piece, 0, n);
            }
        } catch (SocketTimeoutException silent) {
            return read.toString(StandardCharsets.ISO_8859_1) + " (silent)";
        } catch (IOException reset) {
            // What was read before counts.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }
}
