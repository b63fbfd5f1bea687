package dev.quintet.http;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.kernel.headers.HeaderParameters;
import dev.quintet.kernel.headers.HttpDate;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.text.SafeString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The answer to a request: a status, header fields, cookies and a body. Immutable; each `with...`
/// makes a new one.
///
/// Header names and values are checked where they are set: what would end a line is refused. Safe
/// for many threads, so an answer that never changes may be a constant.
public final class Response implements Onward {

    private static final Header HTML = Header.of("Content-Type", "text/html; charset=utf-8");
    private static final Header TEXT = Header.of("Content-Type", "text/plain; charset=utf-8");
    private static final Header JSON = Header.of("Content-Type", "application/json");
    private static final Header BINARY = Header.of("Content-Type", "application/octet-stream");

    private static final Body NONE = Body.none();

    private final int status;
    private final Headers headers;
    private final List<Cookie> cookies;
    private final Body body;

    private Response(int status, Headers headers, List<Cookie> cookies, Body body) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
    }

    /// {@return an answer of any status, with these headers and body}
    ///
    /// @throws IllegalArgumentException for a status below 200 or above 599
    public static Response of(int status, Headers headers, Body body) {
        return new Response(checked(status), headers, List.of(), body);
    }

    /// {@return an answer of a status, without a body}
    public static Response status(int status) {
        return new Response(checked(status), Headers.none(), List.of(), NONE);
    }

    /// {@return a page of HTML}
    public static Response html(String html) {
        return bytes(200, HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return a page of HTML}
    public static Response html(SafeString html) {
        return html(html.text());
    }

    /// {@return a page of HTML that is already encoded as UTF-8}
    public static Response html(byte[] utf8) {
        return bytes(200, HTML, utf8);
    }

    /// {@return plain text}
    public static Response text(String text) {
        return bytes(200, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return plain text that is already encoded as UTF-8}
    public static Response text(byte[] utf8) {
        return bytes(200, TEXT, utf8);
    }

    /// {@return JSON text that is already encoded as UTF-8}
    public static Response jsonText(byte[] utf8) {
        return bytes(200, JSON, utf8);
    }

    /// {@return `value` as JSON: a record, a map, a list, or anything that {@link Json} writes}
    ///
    /// @throws dev.quintet.kernel.json.JsonException when it cannot be written
    public static Response json(@Nullable Object value) {
        return bytes(200, JSON, Json.bytes(value));
    }

    /// {@return bytes of a media type}
    public static Response bytes(String mediaType, byte[] bytes) {
        return bytes(200, Header.of("Content-Type", mediaType), bytes);
    }

    /// {@return bytes that `writer` produces while they are sent}
    public static Response stream(String mediaType, Body.Writer writer) {
        return of(200, Headers.of(Header.of("Content-Type", mediaType)), new Body.Written(writer));
    }

    /// {@return bytes that are read from a stream while they are sent; the stream is closed then}
    public static Response stream(String mediaType, InputStream bytes) {
        return of(
                200,
                Headers.of(Header.of("Content-Type", mediaType)),
                new Body.Stream(() -> bytes, -1));
    }

    /// {@return a file, shown by the browser where it can; its type follows from its name}
    ///
    /// @throws NotFound when there is no such file
    /// @throws UncheckedIOException when it cannot be read
    public static Response file(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NotFound(gettext("There is no such file."));
            }
            String type = MediaTypes.ofName(file.toString());
            Header header = type == null ? BINARY : Header.of("Content-Type", type);
            return of(200, Headers.of(header), new Body.File(file, 0, Files.size(file)))
                    .withHeader("Last-Modified", lastModified(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return this answer, to be saved by the browser under a name}
    public Response asDownload(String fileName) {
        return withHeader(
                "Content-Disposition", HeaderParameters.contentDisposition(true, fileName));
    }

    /// {@return server-sent events, which `source` sends for as long as it runs}
    ///
    /// They are never cached, and proxies are told not to gather them.
    public static Response events(EventStream.Source source) {
        return stream(
                        "text/event-stream",
                        out -> {
                            var events = new EventStream(out);
                            events.beat();
                            try {
                                source.run(events);
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        })
                .withHeader("Cache-Control", "no-cache, no-transform")
                .withHeader("X-Accel-Buffering", "no");
    }

    /// {@return a table as a file of comma-separated values, written row by row while it is sent}
    ///
    /// Values are quoted where they must be (RFC 4180). Text that a spreadsheet would take for a
    /// formula is kept from that by an apostrophe before it.
    ///
    /// @param fileName under which the browser saves it
    /// @param header names of the columns; empty for no such line
    /// @param rows each a list of values; `null` is an empty one. Closed at the end
    public static Response csv(
            String fileName,
            List<String> header,
            Stream<? extends List<? extends @Nullable Object>> rows) {
        return stream("text/csv; charset=utf-8", out -> Csv.write(out, header, rows))
                .withHeader(
                        "Content-Disposition", HeaderParameters.contentDisposition(true, fileName));
    }

    /// {@return a redirect that the browser follows by GET: 302}
    ///
    /// @param url a path or an absolute URL
    /// @throws BadRequest when its scheme is not http, https or ftp
    public static Response redirect(String url) {
        return Redirects.to(302, url);
    }

    /// {@return a redirect that browsers and search engines remember: 301}
    ///
    /// @throws BadRequest when the URL's scheme is not http, https or ftp
    public static Response permanentRedirect(String url) {
        return Redirects.to(301, url);
    }

    /// {@return a redirect of any kind: 301, 302, 303, or 307 and 308, which keep method and body}
    ///
    /// @throws BadRequest when the URL's scheme is not http, https or ftp
    public static Response redirect(int status, String url) {
        return Redirects.to(status, url);
    }

    /// {@return 304: what the client has is still good}
    public static Response notModified() {
        return status(304);
    }

    /// {@return 204: done, and nothing to show}
    public static Response noContent() {
        return status(204);
    }

    /// {@return a bare page of status 404; throw {@link NotFound} for the site's own page}
    public static Response notFound() {
        return text("Not Found").withStatus(404);
    }

    /// {@return the status}
    public int status() {
        return status;
    }

    /// {@return the header fields, without cookies and what the engine adds}
    public Headers headers() {
        return headers;
    }

    /// {@return the first value of a header field, or `null` where there is none}
    public @Nullable String header(String name) {
        return headers.first(name);
    }

    /// {@return the cookies that are set}
    public List<Cookie> cookies() {
        return cookies;
    }

    /// {@return the cookie of a name that is set, or `null` where there is none}
    public @Nullable Cookie cookie(String name) {
        for (Cookie cookie : cookies) {
            if (cookie.name().equals(name)) {
                return cookie;
            }
        }
        return null;
    }

    /// {@return the body}
    public Body body() {
        return body;
    }

    /// {@return this answer in another status}
    ///
    /// @throws IllegalArgumentException for a status below 200 or above 599
    public Response withStatus(int status) {
        return new Response(checked(status), headers, cookies, body);
    }

    /// {@return this answer with a field in place of all of its name}
    ///
    /// @throws UnsafeHeaderException when name or value could end their line
    public Response withHeader(String name, String value) {
        return withHeader(Header.of(name, value));
    }

    /// {@return this answer with a field in place of all of its name}
    public Response withHeader(Header field) {
        return new Response(status, headers.with(field), cookies, body);
    }

    /// {@return this answer with one more field, beside others of its name}
    public Response addHeader(Header field) {
        return new Response(status, headers.plus(field), cookies, body);
    }

    /// {@return this answer with a field unless it has one of its name}
    public Response withDefault(Header field) {
        return headers.has(field.name()) ? this : addHeader(field);
    }

    /// {@return this answer with these fields, less those of which it has one of the name}
    public Response withDefaults(Headers fields) {
        return withHeaders(headers.withDefaults(fields));
    }

    /// {@return this answer less all fields of a name}
    public Response withoutHeader(String name) {
        return new Response(status, headers.without(name), cookies, body);
    }

    /// {@return this answer with these header fields only}
    public Response withHeaders(Headers headers) {
        return new Response(status, headers, cookies, body);
    }

    /// {@return this answer, telling caches that it depends on these request headers too}
    public Response withVary(String... names) {
        String now = header("Vary");
        String then = CacheHeaders.vary(now, List.of(names));
        return then.equals(now) ? this : withHeader("Vary", then);
    }

    /// {@return this answer, setting a cookie in place of one of its name}
    public Response withCookie(Cookie cookie) {
        var all = new ArrayList<Cookie>(cookies.size() + 1);
        for (Cookie each : cookies) {
            if (!each.name().equals(cookie.name())) {
                all.add(each);
            }
        }
        all.add(cookie);
        return new Response(status, headers, List.copyOf(all), body);
    }

    /// {@return this answer, making the browser forget a cookie}
    public Response withoutCookie(String name) {
        return withCookie(Cookie.expired(name));
    }

    /// {@return this answer with another body}
    public Response withBody(Body body) {
        return new Response(status, headers, cookies, body);
    }

    @Override
    public String toString() {
        return "Response " + status + " " + headers;
    }

    /// {@return the answer that leaves the connection to a conversation}
    static Response talking(Body.Talk talk) {
        return new Response(101, Headers.none(), List.of(), talk);
    }

    private static Response bytes(int status, Header type, byte[] bytes) {
        return new Response(status, Headers.of(type), List.of(), new Body.Bytes(bytes));
    }

    private static String lastModified(Path file) throws IOException {
        return HttpDate.format(Files.getLastModifiedTime(file).toInstant());
    }

    private static int checked(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("An answer's status is 200 to 599, not " + status);
        }
        return status;
    }
}
