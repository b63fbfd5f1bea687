package dev.quintet.http.middleware;

import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Tells browsers which scripts, styles and other things a page may load, so that an injected
/// script does not run. Django: `ContentSecurityPolicyMiddleware`.
///
/// Where a policy says `'nonce'`, the request's own nonce is put, if the page used it: a template
/// by `{{ csp_nonce }}`, code by {@link #nonce}. A route decides for itself by one of {@link
/// #policy}, {@link #reportOnly} and {@link #exempt} around it.
public final class Csp implements Passage {

    private static final String ENFORCED = "Content-Security-Policy";
    private static final String REPORTED = "Content-Security-Policy-Report-Only";
    private static final String PLACE = "'nonce'";
    private static final RequestKey<Nonce> NONCE = RequestKey.named("csp nonce");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Never sent: the site's own takes it out.
    private static final String EXEMPT = "exempt";

    private final @Nullable Policy enforced;
    private final @Nullable Policy reported;
    private final boolean ofSite;

    private Csp(@Nullable Policy enforced, @Nullable Policy reported, boolean ofSite) {
        this.enforced = enforced;
        this.reported = reported;
        this.ofSite = ofSite;
    }

    /// Made when it is first asked for; a page that needs none costs no randomness.
    private static final class Nonce {
        private @Nullable String value;

        synchronized String used() {
            String known = value;
            if (known == null) {
                byte[] bytes = new byte[16];
                RANDOM.nextBytes(bytes);
                value = known = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            }
            return known;
        }

        synchronized @Nullable String orNull() {
            return value;
        }
    }

    /// A policy with a place for a nonce, or without.
    ///
    /// @param plain what is sent where no nonce was used
    /// @param text the policy as it was written, with {@link #PLACE} in it
    private record Policy(Header plain, String text) {

        static @Nullable Policy of(String name, String text) {
            String stripped = text.strip();
            if (stripped.isEmpty()) {
                return null;
            }
            return new Policy(
                    Header.of(name, stripped.replace(" " + PLACE, "").replace(PLACE, "'none'")),
                    stripped);
        }

        Header with(@Nullable String nonce) {
            return nonce == null || !text.contains(PLACE)
                    ? plain
                    : plain.withValue(text.replace(PLACE, "'nonce-" + nonce + "'"));
        }
    }

    /// {@return what the settings `SECURE_CSP` and `SECURE_CSP_REPORT_ONLY` say}
    public static Csp of(Settings settings) {
        return new Csp(
                Policy.of(ENFORCED, settings.get(MiddlewareSettings.SECURE_CSP)),
                Policy.of(REPORTED, settings.get(MiddlewareSettings.SECURE_CSP_REPORT_ONLY)),
                true);
    }

    /// {@return another policy, for a route}
    public static Middleware policy(String policy) {
        return new Csp(Policy.of(ENFORCED, policy), null, false);
    }

    /// {@return another policy that is only reported on, for a route}
    public static Middleware reportOnly(String policy) {
        return new Csp(null, Policy.of(REPORTED, policy), false);
    }

    /// {@return no policy at all, for a route}
    public static Middleware exempt() {
        return new Csp(Policy.of(ENFORCED, EXEMPT), Policy.of(REPORTED, EXEMPT), false);
    }

    /// {@return the nonce of a request, for the attribute `nonce` of scripts and styles; `null`
    /// where this middleware is not listed}
    public static @Nullable String nonce(Request request) {
        return request.find(NONCE).map(Nonce::used).orElse(null);
    }

    @Override
    public Onward enter(Request request) {
        return ofSite ? request.with(NONCE, new Nonce()) : request;
    }

    @Override
    public Response leave(Request request, Response response) {
        String used = request.find(NONCE).map(Nonce::orNull).orElse(null);
        if (!ofSite) {
            return add(add(response, enforced, used), reported, used);
        }
        Response sent = finish(response, ENFORCED, enforced, used);
        return finish(sent, REPORTED, reported, used);
    }

    private static Response add(
            Response response, @Nullable Policy policy, @Nullable String nonce) {
        return policy == null ? response : response.withDefault(policy.with(nonce));
    }

    private static Response finish(
            Response response, String name, @Nullable Policy policy, @Nullable String nonce) {
        String own = response.header(name);
        if (own != null) {
            return own.equals(EXEMPT) ? response.withoutHeader(name) : response;
        }
        return add(response, policy, nonce);
    }
}
