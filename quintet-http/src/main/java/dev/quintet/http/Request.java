package dev.quintet.http;

import dev.quintet.kernel.context.Cancellation;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import dev.quintet.kernel.submission.Submission;
import dev.quintet.kernel.text.Uris;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client asks for. Django: `HttpRequest`.
///
/// Immutable as a value: {@link #with} makes a new one that shares the body, the form and all that
/// was read so far. Belongs to the thread of its request; nothing is parsed before it is asked for.
public final class Request implements Submission, Onward {

    /// The request as it came in.
    private static final ContextKey<Request> CURRENT = ContextKey.named("request");

    private final RequestState state;
    private final RequestPolicy policy;
    private final @Nullable Attribute attributes;

    /// A thing under its key, and those below.
    private record Attribute(RequestKey<?> key, Object value, @Nullable Attribute below) {}

    private Request(RequestState state, RequestPolicy policy, @Nullable Attribute attributes) {
        this.state = state;
        this.policy = policy;
        this.attributes = attributes;
    }

    /// {@return a request as an engine or a test hands it over, seen by a site's policy}
    public static Request of(RequestSource source, RequestPolicy policy) {
        return new Request(new RequestState(source), policy, null);
    }

    /// {@return the request that the running code answers, or nothing outside of one}
    public static Optional<Request> current() {
        Context context = Context.find();
        return context == null ? Optional.empty() : in(context);
    }

    /// {@return the request that is answered in a context, with all that middleware hung on it once
    /// it has come to its view; or nothing outside of one}
    public static Optional<Request> in(Context context) {
        return context.find(CURRENT).map(request -> request.state.furthest(request));
    }

    /// {@return the method, in capitals}
    public String method() {
        return state.source.method();
    }

    /// {@return whether the method is this one}
    public boolean is(String method) {
        return state.source.method().equals(method);
    }

    /// {@return the path with its escapes read, beginning with `/`; what is not UTF-8 is U+FFFD}
    public String path() {
        return state.path();
    }

    /// {@return path and query as they were sent}
    public String fullPath() {
        String query = state.source.rawQuery();
        String path = escapedPath();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    /// {@return the path as it may stand in a link to this site: never `//`, which would name a
    /// host}
    public String escapedPath() {
        return Uris.escapeLeadingSlashes(Uris.escapePath(state.path()));
    }

    /// {@return the query string as it was sent, without `?`; empty where there is none}
    public String rawQuery() {
        String query = state.source.rawQuery();
        return query == null ? "" : query;
    }

    /// {@return the query's names and values}
    ///
    /// @throws LimitExceeded when there are more than `DATA_UPLOAD_MAX_NUMBER_FIELDS`
    public QueryParams query() {
        return state.query(policy);
    }

    /// {@return `https` or `http`, as the client sees it: a trusted proxy's word counts}
    public String scheme() {
        return secure() ? "https" : "http";
    }

    /// {@return whether the client speaks to us over TLS, directly or to a trusted proxy}
    public boolean secure() {
        Header told = policy.secureProxyHeader();
        if (told != null) {
            String value = header(told.name());
            if (value != null) {
                return firstOf(value).equals(told.value());
            }
        }
        if (fromTrustedProxy()) {
            String proto = header("X-Forwarded-Proto");
            if (proto != null) {
                return firstOf(proto).equalsIgnoreCase("https");
            }
        }
        return state.source.secure();
    }

    /// {@return the host that was asked for, with its port where one was sent}
    ///
    /// @throws BadRequest when it is malformed or not among `ALLOWED_HOSTS`
    public String host() {
        String host = unverifiedHost();
        if (!policy.allows(host)) {
            throw Requests.disallowed(host);
        }
        return host;
    }

    /// {@return scheme, host and path put together}
    ///
    /// @param location a path, or an absolute URL, which is returned as it is
    /// @throws BadRequest when the host is not among `ALLOWED_HOSTS`
    public String absoluteUrl(String location) {
        if (location.startsWith("//")) {
            return scheme() + ":" + location;
        }
        if (location.startsWith("/")) {
            return scheme() + "://" + host() + location;
        }
        return java.net
                .URI
                .create(scheme() + "://" + host() + escapedPath())
                .resolve(location)
                .toString();
    }

    /// {@return scheme, host, path and query of this request}
    public String absoluteUrl() {
        return absoluteUrl(fullPath());
    }

    /// {@return the first value of a header in any case, or `null` where there is none}
    public @Nullable String header(String name) {
        return state.source.header(name);
    }

    /// {@return all header fields, in their order}
    public Headers headers() {
        return state.headers();
    }

    /// {@return the value of a cookie, or `null` where there is none}
    public @Nullable String cookie(String name) {
        return cookies().get(name);
    }

    /// {@return all cookies, in their order}
    public Map<String, String> cookies() {
        return state.cookies();
    }

    /// {@return the media type of the body, less its parameters, in lower case; empty where none is
    /// named}
    public String contentType() {
        return state.contentType();
    }

    /// {@return whether the client takes this media type, by its `Accept` header}
    public boolean accepts(String mediaType) {
        return state.accepted().stream().anyMatch(range -> range.holds(mediaType));
    }

    /// {@return which of these media types the client likes best, the first of equals; `null` when
    /// it takes none of them}
    public @Nullable String preferred(String... mediaTypes) {
        return Requests.preferred(state.accepted(), List.of(mediaTypes));
    }

    /// {@return whether an error of this request is told in JSON: below `API_PATHS` always,
    /// elsewhere where the client likes JSON better than a page}
    public boolean likesJson() {
        for (String prefix : policy.apiPaths()) {
            if (path().startsWith(prefix)) {
                return true;
            }
        }
        String liked = preferred("text/html", "application/json", "application/problem+json");
        return liked != null && liked.endsWith("json");
    }

    /// {@return the body's bytes, the same each time}
    ///
    /// @throws LimitExceeded when there are more than `DATA_UPLOAD_MAX_MEMORY_SIZE`
    /// @throws BodyConsumedException when it was read by {@link #stream()} or as a form with files
    public byte[] body() {
        return state.body(policy);
    }

    /// {@return the body, to be read once and in pieces, whatever its size within the server's
    /// limit}
    ///
    /// @throws BodyConsumedException when it was read as a form with files
    public InputStream stream() {
        return state.stream();
    }

    /// Says where the files of the form shall go while it is read: see {@link UploadHandler}.
    ///
    /// @param handlers asked in this order
    /// @throws BodyConsumedException when the form was read already
    public void receive(UploadHandler... handlers) {
        state.receive(List.of(handlers));
    }

    /// {@return the fields of a submitted form; empty where the body is none}
    ///
    /// @throws LimitExceeded when fields, files or bytes are more than the settings let pass
    /// @throws BadRequest when it is malformed
    @Override
    public QueryParams form() {
        return state.form(policy).fields();
    }

    /// {@return the file that a form's field brought, or `null` where it brought none}
    public @Nullable UploadedFile file(String field) {
        return state.form(policy).file(field);
    }

    /// {@return all files of a form by the name of their field}
    @Override
    public Map<String, List<UploadedFile>> files() {
        return state.form(policy).files();
    }

    /// {@return whether the body's media type is JSON: `application/json`, `application/...+json`}
    @Override
    public boolean isJson() {
        String type = contentType();
        return type.equals("application/json")
                || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /// {@return what the body says as JSON: lists, maps, strings, numbers, truth values, `null`}
    ///
    /// @throws BadRequest when it is not JSON
    @Override
    public @Nullable Object json() {
        try {
            return Json.parse(shallow(body()));
        } catch (JsonException malformed) {
            throw new BadRequest(malformed.problem());
        }
    }

    /// {@return a `type` made of the body's JSON}
    ///
    /// @throws BadRequest when it is not JSON or does not fit the type
    public <T> T json(Class<T> type) {
        try {
            return Json.parse(shallow(body()), type);
        } catch (JsonException malformed) {
            throw new BadRequest(malformed.problem());
        }
    }

    /// {@return JSON that does not nest more deeply than it may}
    private byte[] shallow(byte[] json) {
        JsonNesting.refuse(json, policy.maxJsonDepth());
        return json;
    }

    /// {@return what the body says, by its type: the fields of a form as {@link QueryParams}, JSON
    /// as {@link #json()} has it, or what a {@link BodyParser} makes of its own type}
    ///
    /// @throws HttpFailure of status 415 when nothing reads the body's type
    /// @throws BadRequest when it is malformed
    public @Nullable Object data() {
        return BodyParsers.parse(this);
    }

    /// {@return the value of a signed cookie, or `null` where there is none, or it was not signed
    /// here}
    public @Nullable String signedCookie(String name) {
        return SignedCookies.read(this, name, null);
    }

    /// {@return the value of a signed cookie, or `null` where there is none, it was not signed
    /// here, or its signature is too old}
    public @Nullable String signedCookie(String name, Duration maxAge) {
        return SignedCookies.read(this, name, maxAge);
    }

    /// {@return the numeric address of the client: behind trusted proxies the first that is none of
    /// them, else who opened the connection}
    public String clientAddress() {
        return Requests.clientAddress(state.source, policy);
    }

    /// {@return the port that the client asked for}
    public int port() {
        if (policy.useForwardedPort() || fromTrustedProxy()) {
            String told = header("X-Forwarded-Port");
            if (told != null && told.matches("[0-9]{1,5}")) {
                return Integer.parseInt(told);
            }
        }
        return state.source.localPort();
    }

    /// {@return the protocol, such as `HTTP/1.1`}
    public String protocol() {
        return state.source.protocol();
    }

    /// {@return whether the client is known to have gone away, or the time for the request is over:
    /// long work may stop}
    public boolean aborted() {
        return state.source.cancellation().cancelled();
    }

    /// {@return what tells that nobody waits for the answer any more; while a view runs it is also
    /// {@link Cancellation#current}}
    public Cancellation cancellation() {
        return state.source.cancellation();
    }

    /// Tells the browser at once what the page will need, so that it fetches that while the page is
    /// made: early hints, RFC 8297. A hint that cannot be sent is left out.
    ///
    /// @param links values of the header `Link`, such as `</static/site.css>; rel=preload;
    ///   as=style`
    public void hint(String... links) {
        var headers = new ArrayList<Header>();
        for (String link : links) {
            headers.add(Header.of("Link", link));
        }
        try {
            state.source.hint(Headers.of(headers));
        } catch (IOException gone) {
            // Who went away needs no hint; the answer will find out.
        }
    }

    /// {@return the route of this request, or `null` where there is none, or no site}
    public @Nullable RouteMatch resolved() {
        return found().match();
    }

    /// {@return a value that the route captured}
    ///
    /// @throws IllegalArgumentException when the route captures nothing of this name and type
    public <T> T captured(String name, Class<T> type) {
        RouteMatch match = resolved();
        Object value = match == null ? null : match.kwargs().get(name);
        if (value != null) {
            return ViewSignature.read(value, type);
        }
        throw new IllegalArgumentException(
                "Nothing named '"
                        + name
                        + "' was captured"
                        + (match == null ? "." : " by " + match.pattern() + "."));
    }

    /// {@return what was hung on this request under `key`}
    ///
    /// @throws MissingAttributeException when nothing was: its middleware is not listed
    public <T> T attribute(RequestKey<T> key) {
        return find(key)
                .orElseThrow(() ->
                        new MissingAttributeException(
                                Problem.of("http.E030", "This request has no " + key + ".")
                                        .fixedBy(
                                                "List the middleware that brings "
                                                        + key
                                                        + ", before the one that asks for"
                                                        + " it.")));
    }

    /// {@return what was hung on this request under `key`}
    @SuppressWarnings("unchecked") // with() put a T under a RequestKey<T>
    public <T> Optional<T> find(RequestKey<T> key) {
        for (Attribute at = attributes; at != null; at = at.below) {
            if (at.key == key) {
                return Optional.of((T) at.value);
            }
        }
        return Optional.empty();
    }

    /// {@return this request with `value` hung on it, over what was under the same key}
    public <T> Request with(RequestKey<T> key, T value) {
        return new Request(state, policy, new Attribute(key, value, attributes));
    }

    /// {@return the session of the visitor}
    ///
    /// @throws MissingAttributeException when no session middleware is listed
    public Session session() {
        return attribute(Session.KEY);
    }

    @Override
    public String toString() {
        return method() + " " + state.source.rawPath();
    }

    /// {@return this request, in a site}
    @SuppressWarnings("ReferenceEquality") // another object with the same values costs a copy only
    Request within(RequestPolicy sitePolicy, Router router, Hooks hooks) {
        state.enter(router, hooks);
        // The engine made it with the very same policy.
        return sitePolicy == policy ? this : new Request(state, sitePolicy, attributes);
    }

    /// {@return a context in which this is the current request}
    Context current(Context site) {
        return site.with(CURRENT, this);
    }

    /// Tells that it has come to its view.
    void arrives() {
        state.arrived = this;
    }

    /// {@return what the site's middleware want to be asked}
    Hooks hooks() {
        return state.hooks();
    }

    Router.Found found() {
        return state.found(() -> Hosts.split(unverifiedHost()).domain());
    }

    RequestPolicy policy() {
        return policy;
    }

    /// Deletes what the request left on disk.
    void close() {
        state.close();
    }

    private String unverifiedHost() {
        String host = null;
        if (policy.useForwardedHost() || fromTrustedProxy()) {
            host = header("X-Forwarded-Host");
        }
        if (host == null) {
            host = header("Host");
        }
        return host == null ? "" : host;
    }

    private boolean fromTrustedProxy() {
        return !policy.trustedProxies().isEmpty()
                && Requests.trusted(state.source.peerAddress(), policy);
    }

    private static String firstOf(String list) {
        int comma = list.indexOf(',');
        return (comma < 0 ? list : list.substring(0, comma)).strip();
    }
}
