package dev.quintet.test;

import dev.quintet.http.QueryParams;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Reverse;
import dev.quintet.http.UploadedFile;
import dev.quintet.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request of a {@link Client} before it is sent. Belongs to one thread.
///
/// ```java
/// client.to("catalog:cover", album.id)
///         .field("caption", "Front")
///         .file("image", "front.png", "image/png", bytes)
///         .post();
/// ```
public final class Call {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final Client client;
    private final String target;
    private final Object[] args;
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, UploadedFile> files = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String contentType;
    private byte[] content = new byte[0];
    private boolean secure;
    private boolean following;

    Call(Client client, String target, Object[] args) {
        this.client = client;
        this.target = target;
        this.args = args.clone();
        this.following = client.following();
    }

    /// Adds a parameter of the query string; several values occur several times.
    public Call query(String name, Object... values) {
        add(query, name, List.of(values));
        return this;
    }

    /// Adds a field of the form; several values occur several times.
    public Call field(String name, Object... values) {
        add(fields, name, List.of(values));
        return this;
    }

    /// Adds fields of the form.
    ///
    /// @param values a collection is a field that occurs several times; null is left out
    public Call form(Map<String, ? extends @Nullable Object> values) {
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                add(fields, name, several);
            } else if (value != null) {
                add(fields, name, List.of(value));
            }
        });
        return this;
    }

    /// Adds a file to the form.
    public Call file(String field, String name, String contentType, byte[] bytes) {
        files.put(field, UploadedFile.of(name, contentType, bytes));
        return this;
    }

    /// Adds a text file to the form.
    public Call file(String field, String name, String text) {
        return file(field, name, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends a JSON document.
    public Call json(@Nullable Object document) {
        return body("application/json", Json.bytes(document));
    }

    /// Sends this body.
    public Call body(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.content = bytes.clone();
        return this;
    }

    /// Adds a header field.
    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// Comes over TLS.
    public Call secure() {
        this.secure = true;
        return this;
    }

    /// Follows redirects within the site; {@link Page#redirects} has the chain.
    public Call follow() {
        this.following = true;
        return this;
    }

    /// {@return what a GET request gets}
    public Page get() {
        return send("GET");
    }

    /// {@return what a POST request gets}
    public Page post() {
        return send("POST");
    }

    /// {@return what a PUT request gets}
    public Page put() {
        return send("PUT");
    }

    /// {@return what a PATCH request gets}
    public Page patch() {
        return send("PATCH");
    }

    /// {@return what a DELETE request gets}
    public Page delete() {
        return send("DELETE");
    }

    /// {@return what a HEAD request gets}
    public Page head() {
        return send("HEAD");
    }

    /// {@return what an OPTIONS request gets}
    public Page options() {
        return send("OPTIONS");
    }

    /// {@return what a request of this method gets}
    ///
    /// @param method in capitals
    /// @throws PageException when the view threw a checked exception; any other comes as it is
    public Page send(String method) {
        return Visit.of(client, following).go(method, url(), secure, this::fill);
    }

    private String url() {
        String path = target.startsWith("/") ? target : Reverse.of(target, args).url();
        if (query.isEmpty()) {
            return path;
        }
        return path + (path.indexOf('?') < 0 ? "?" : "&") + QueryParams.of(query).encode();
    }

    private RequestBuilder fill(RequestBuilder request) {
        headers.forEach(request::header);
        String type = contentType;
        if (type != null) {
            return request.body(type, content);
        }
        if (!files.isEmpty()) {
            return request.form(QueryParams.of(fields), files);
        }
        return fields.isEmpty() ? request : request.form(QueryParams.of(fields));
    }

    private static void add(
            Map<String, List<String>> to,
            String name,
            Collection<? extends @Nullable Object> values) {
        List<String> texts = to.computeIfAbsent(name, _ -> new ArrayList<>());
        values.forEach(value -> texts.add(String.valueOf(value)));
    }
}
