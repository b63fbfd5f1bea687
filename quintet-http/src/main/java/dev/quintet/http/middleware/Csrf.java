package dev.quintet.http.middleware;

import dev.quintet.http.Cookie;
import dev.quintet.http.HttpException;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Onward;
import dev.quintet.http.Origins;
import dev.quintet.http.Passage;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.CsrfToken;
import dev.quintet.kernel.text.Uris;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses posts that another site made a visitor's browser send. Django: `CsrfViewMiddleware`, its
/// cookie, tokens and decisions.
///
/// What a browser says of a post's origin (`Sec-Fetch-Site`, which no page can forge) goes first:
/// from another site it is refused, from a page of the very same origin it is accepted. Where it
/// says nothing, or only that the site is related, tokens decide: a form carries `{% csrf_token
/// %}`, a script the header `X-CSRFToken`. A route that is safe by other means is left out by
/// `path(...).with(Csrf.exempt())`.
public final class Csrf implements Passage {

    /// Set on requests whose sender is not a browser, such as a test client's: they are not
    /// checked.
    public static final RequestKey<Boolean> UNCHECKED = RequestKey.named("unchecked csrf");

    /// The name of the field in forms.
    public static final String FIELD = "csrfmiddlewaretoken";

    private static final RequestKey<Secret> SECRET = RequestKey.named("csrf secret");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final String cookieName;
    private final Duration cookieAge;
    private final @Nullable String cookieDomain;
    private final boolean httpOnly;
    private final @Nullable Boolean secure;
    private final String headerName;
    private final List<String> trustedOrigins;
    private final boolean fetchMetadata;

    private Csrf(Settings settings) {
        this.cookieName = settings.get(HttpSettings.CSRF_COOKIE_NAME);
        this.cookieAge = Duration.ofSeconds(settings.get(HttpSettings.CSRF_COOKIE_AGE));
        String domain = settings.get(HttpSettings.CSRF_COOKIE_DOMAIN);
        this.cookieDomain = domain.isEmpty() ? null : domain;
        this.httpOnly = settings.get(HttpSettings.CSRF_COOKIE_HTTPONLY);
        this.secure = settings.get(HttpSettings.CSRF_COOKIE_SECURE) ? Boolean.TRUE : null;
        this.headerName = settings.get(HttpSettings.CSRF_HEADER_NAME);
        this.trustedOrigins = settings.get(HttpSettings.CSRF_TRUSTED_ORIGINS);
        this.fetchMetadata = settings.get(MiddlewareSettings.CSRF_FETCH_METADATA);
    }

    /// The secret of a request, and whether its cookie is to be sent.
    private static final class Secret {
        private @Nullable String value;
        private boolean send;

        synchronized String used() {
            String known = value;
            if (known == null) {
                value = known = CsrfToken.newSecret();
            }
            send = true;
            return known;
        }

        synchronized void rotate() {
            value = CsrfToken.newSecret();
            send = true;
        }
    }

    /// Passes everything on; known by its type.
    private static final class Exempt implements Middleware {
        @Override
        public Response handle(Request request, Next next) throws Exception {
            return next.handle(request);
        }

        @Override
        public String name() {
            return "Csrf.exempt";
        }
    }

    /// {@return what the settings that begin with `CSRF_` say}
    public static Csrf of(Settings settings) {
        return new Csrf(settings);
    }

    /// {@return what leaves a route, or the routes that are included, unchecked}
    public static Middleware exempt() {
        return new Exempt();
    }

    /// {@return the token for a form of this request, under a new mask each time; `null` where this
    /// middleware is not listed}
    ///
    /// The answer then sets the cookie, and is told apart by it in caches.
    public static @Nullable String token(Request request) {
        return request.find(SECRET).map(secret -> CsrfToken.mask(secret.used())).orElse(null);
    }

    /// {@return the token of the request that the running code answers, or `null` outside of one}
    public static @Nullable String currentToken() {
        Optional<Request> request = Request.current();
        return request.isPresent() ? token(request.get()) : null;
    }

    /// Makes a new secret: at log-in, so that what was known before is worth nothing.
    public static void rotate(Request request) {
        request.find(SECRET).ifPresent(Secret::rotate);
    }

    @Override
    public Onward enter(Request request) {
        var secret = new Secret();
        String sent = request.cookie(cookieName);
        if (sent != null) {
            if (CsrfToken.formatProblem(sent) == null) {
                secret.value = bare(sent);
            } else {
                secret.used();
            }
        }
        if (!SAFE.contains(request.method()) && !isExempt(request)) {
            String reason = refusal(request);
            if (reason != null) {
                throw new PermissionDenied(
                        Problem.of("http.E050", "CSRF verification failed. Request aborted.")
                                .because(reason)
                                .fixedBy(
                                        "Put {% csrf_token %} into the form, or send the header "
                                                + headerName
                                                + "."));
            }
        }
        return request.with(SECRET, secret);
    }

    @Override
    public Response leave(Request request, Response response) {
        Secret secret = request.attribute(SECRET);
        String value = secret.value;
        if (!secret.send || value == null) {
            return response;
        }
        return response.withCookie(
                        Cookie.of(cookieName, value)
                                .withMaxAge(cookieAge)
                                .withDomain(cookieDomain)
                                .withHttpOnly(httpOnly)
                                .withSecure(secure))
                .withVary("Cookie");
    }

    /// {@return why a request of an unsafe method is refused, in Django's words, or `null` where it
    /// is accepted}
    public @Nullable String refusal(Request request) {
        if (SAFE.contains(request.method())) {
            return null;
        }
        String origin = request.header("Origin");
        String from = fetchMetadata ? request.header("Sec-Fetch-Site") : null;
        if (from != null) {
            // No script can set this header: what the browser says is so.
            if (from.equals("same-origin")) {
                return null;
            }
            if (from.equals("cross-site") && (origin == null || !isTrusted(origin, request))) {
                return "Another site sent this, says the browser.";
            }
        }
        if (origin != null) {
            if (!isTrusted(origin, request)) {
                return "Origin checking failed - "
                        + origin
                        + " does not match any trusted origins.";
            }
        } else if (request.secure()) {
            String reason = refererRefusal(request);
            if (reason != null) {
                return reason;
            }
        }
        return tokenRefusal(request);
    }

    private static boolean isExempt(Request request) {
        if (request.find(UNCHECKED).orElse(false)) {
            return true;
        }
        RouteMatch match = request.resolved();
        return match != null && match.middleware().stream().anyMatch(Exempt.class::isInstance);
    }

    private boolean isTrusted(String origin, Request request) {
        return Origins.trusted(origin, request, trustedOrigins);
    }

    private @Nullable String refererRefusal(Request request) {
        String referer = request.header("Referer");
        if (referer == null) {
            return "Referer checking failed - no Referer.";
        }
        URI uri = Origins.uri(referer);
        if (uri == null
                || uri.getScheme() == null
                || uri.getRawAuthority() == null
                || uri.getRawAuthority().isEmpty()) {
            return "Referer checking failed - Referer is malformed.";
        }
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return "Referer checking failed - Referer is insecure while host is secure.";
        }
        String netloc = uri.getRawAuthority().toLowerCase(Locale.ROOT);
        for (String trusted : trustedOrigins) {
            int end = trusted.indexOf("://");
            String host = end < 0 ? "" : trusted.substring(end + 3).replaceFirst("^\\*+", "");
            if (Uris.sameDomain(netloc, host)) {
                return null;
            }
        }
        String good;
        try {
            good = cookieDomain == null ? request.host() : cookieDomain + otherPort(request);
        } catch (HttpException notOurHost) {
            good = "";
        }
        return Uris.sameDomain(netloc, good)
                ? null
                : "Referer checking failed - " + referer + " does not match any trusted origins.";
    }

    private static String otherPort(Request request) {
        int port = request.port();
        return port == 443 || port == 80 ? "" : ":" + port;
    }

    private @Nullable String tokenRefusal(Request request) {
        String cookie = request.cookie(cookieName);
        if (cookie == null) {
            return "CSRF cookie not set.";
        }
        String problem = CsrfToken.formatProblem(cookie);
        if (problem != null) {
            return "CSRF cookie " + problem + ".";
        }
        String source = "POST";
        String token = request.is("POST") ? request.form().get(FIELD, "") : "";
        if (token.isEmpty()) {
            token = request.header(headerName);
            source = "the '" + titled(headerName) + "' HTTP header";
        }
        if (token == null) {
            return "CSRF token missing.";
        }
        problem = CsrfToken.formatProblem(token);
        if (problem == null && !CsrfToken.matches(token, bare(cookie))) {
            problem = "incorrect";
        }
        return problem == null ? null : "CSRF token from " + source + " " + problem + ".";
    }

    private static String bare(String cookie) {
        return cookie.length() == CsrfToken.TOKEN_LENGTH ? CsrfToken.unmask(cookie) : cookie;
    }

    /// {@return `X-Csrftoken`, as Django shows the name of a header}
    private static String titled(String name) {
        var out = new StringBuilder();
        for (String word : name.split("-", -1)) {
            out.append(out.isEmpty() ? "" : "-");
            if (!word.isEmpty()) {
                out.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
                out.append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
