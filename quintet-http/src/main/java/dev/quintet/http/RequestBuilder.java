package dev.quintet.http;

import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.text.PercentCoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes requests without an engine, for tests and for calls inside of a site. Django:
/// `RequestFactory`.
///
/// ```java
/// Request request = RequestBuilder.post("/login/").form(Map.of("name", "ada")).build();
/// ```
public final class RequestBuilder {

    private static final String BOUNDARY = "QuintetFormBoundary7MA4YWxkTrZu0gW";

    private final String method;
    private final String rawPath;
    private final @Nullable String rawQuery;
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private byte[] body = new byte[0];
    private @Nullable String contentType;
    private boolean secure;
    private String peer = "127.0.0.1";
    private RequestPolicy policy = RequestPolicy.forTests();

    private RequestBuilder(String method, String url) {
        this.method = method;
        int hash = url.indexOf('#');
        String sent = hash < 0 ? url : url.substring(0, hash);
        int question = sent.indexOf('?');
        String path = question < 0 ? sent : sent.substring(0, question);
        this.rawPath = PercentCoding.quote(path, PercentCoding.safe("!$&'()*+,;=/~:@%"));
        this.rawQuery = question < 0 ? null : sent.substring(question + 1);
    }

    /// {@return a request of any method}
    ///
    /// @param method in capitals
    /// @param url path and query; what is not escaped in the path is escaped
    public static RequestBuilder of(String method, String url) {
        return new RequestBuilder(method, url);
    }

    /// {@return a GET request}
    public static RequestBuilder get(String url) {
        return of("GET", url);
    }

    /// {@return a POST request}
    public static RequestBuilder post(String url) {
        return of("POST", url);
    }

    /// Adds a header field.
    public RequestBuilder header(String name, String value) {
        headers.add(Header.of(name, value));
        return this;
    }

    /// Adds a cookie.
    public RequestBuilder cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /// Sets the body.
    public RequestBuilder body(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body.clone();
        return this;
    }

    /// Sets the body to what {@link Json} writes of `value`.
    public RequestBuilder json(@Nullable Object value) {
        return body("application/json", Json.bytes(value));
    }

    /// Sets the body to the fields of a form.
    public RequestBuilder form(Map<String, String> fields) {
        var all = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return form(QueryParams.of(all));
    }

    /// Sets the body to the fields of a form.
    public RequestBuilder form(QueryParams fields) {
        return body(
                "application/x-www-form-urlencoded",
                fields.encode().getBytes(StandardCharsets.US_ASCII));
    }

    /// Sets the body to the fields and files of a form.
    public RequestBuilder form(QueryParams fields, Map<String, UploadedFile> files) {
        var out = new ByteArrayOutputStream();
        fields.asMap()
                .forEach((name, values) -> values.forEach(value -> part(out, name, null, value)));
        files.forEach((name, file) -> part(out, name, file, ""));
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body("multipart/form-data; boundary=" + BOUNDARY, out.toByteArray());
    }

    /// Says that the request came over TLS.
    public RequestBuilder secure() {
        this.secure = true;
        return this;
    }

    /// Sets the numeric address of who opened the connection.
    public RequestBuilder from(String address) {
        this.peer = address;
        return this;
    }

    /// Sees the request by the policy of a site rather than by that of a test.
    public RequestBuilder policy(RequestPolicy policy) {
        this.policy = policy;
        return this;
    }

    /// {@return the request}
    public Request build() {
        return Request.of(source(), policy);
    }

    /// {@return what an engine would hand over}
    public RequestSource source() {
        var all = new ArrayList<Header>();
        if (headers.stream().noneMatch(header -> header.named("Host"))) {
            all.add(Header.of("Host", "testserver"));
        }
        all.addAll(headers);
        if (contentType != null) {
            all.add(Header.of("Content-Type", contentType));
            all.add(Header.of("Content-Length", Integer.toString(body.length)));
        }
        if (!cookies.isEmpty()) {
            var line = new StringBuilder();
            cookies.forEach((name, value) ->
                    line.append(line.isEmpty() ? "" : "; ")
                            .append(name)
                            .append('=')
                            .append(Cookies.quote(value)));
            byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
            all.add(Header.of("Cookie", new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        return new Built(method, rawPath, rawQuery, Headers.of(all), body, secure, peer);
    }

    private static void part(
            ByteArrayOutputStream out, String name, @Nullable UploadedFile file, String value) {
        String head =
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + quoted(name)
                        + "\"";
        if (file == null) {
            out.writeBytes((head + "\r\n\r\n" + value).getBytes(StandardCharsets.UTF_8));
        } else {
            String type =
                    file.contentType() == null ? "application/octet-stream" : file.contentType();
            head += "; filename=\"" + quoted(file.name()) + "\"\r\nContent-Type: " + type;
            out.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            try {
                out.writeBytes(file.bytes());
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static final class Built implements RequestSource {
        private final String method;
        private final String rawPath;
        private final @Nullable String rawQuery;
        private final Headers headers;
        private final int length;
        private final InputStream in;
        private final boolean secure;
        private final String peer;

        Built(
                String method,
                String rawPath,
                @Nullable String rawQuery,
                Headers headers,
                byte[] body,
                boolean secure,
                String peer) {
            this.method = method;
            this.rawPath = rawPath;
            this.rawQuery = rawQuery;
            this.headers = headers;
            this.length = body.length;
            this.in = new ByteArrayInputStream(body);
            this.secure = secure;
            this.peer = peer;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public String rawPath() {
            return rawPath;
        }

        @Override
        public @Nullable String rawQuery() {
            return rawQuery;
        }

        @Override
        public String protocol() {
            return "HTTP/1.1";
        }

        @Override
        public boolean secure() {
            return secure;
        }

        @Override
        public @Nullable String header(String name) {
            return headers.first(name);
        }

        @Override
        public Headers headers() {
            return headers;
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public InputStream body() {
            return in;
        }

        @Override
        public String peerAddress() {
            return peer;
        }

        @Override
        public int localPort() {
            return secure ? 443 : 80;
        }
    }
}
