package dev.quintet.http;

import dev.quintet.kernel.headers.Cookies;
import dev.quintet.kernel.headers.HttpDate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Writes cookies the way Django does.
final class CookieText {

    private CookieText() {}

    static String render(Cookie cookie, Clock clock, boolean secureRequest) {
        var out = new StringBuilder(96).append(cookie.name()).append('=');
        out.append(Cookies.quote(cookie.value()));
        if (cookie.domain() != null) {
            out.append("; Domain=").append(cookie.domain());
        }
        Duration maxAge = cookie.maxAge();
        Instant expires = cookie.expires();
        if (expires == null && maxAge != null) {
            expires = clock.instant().plus(maxAge);
        } else if (expires != null && maxAge == null) {
            // Rounded up to a whole second, and told twice from the same number, as Django does.
            long left = Math.max(0, Duration.between(clock.instant(), expires).toSeconds() + 1);
            maxAge = Duration.ofSeconds(left);
            expires = clock.instant().plus(maxAge);
        }
        if (expires != null) {
            out.append("; expires=").append(HttpDate.format(expires));
        }
        if (cookie.httpOnly()) {
            out.append("; HttpOnly");
        }
        if (maxAge != null) {
            out.append("; Max-Age=").append(maxAge.toSeconds());
        }
        out.append("; Path=").append(cookie.path());
        if (cookie.sameSite() != null) {
            out.append("; SameSite=").append(cookie.sameSite().word());
        }
        Boolean secure = cookie.secure();
        if (secure == null ? secureRequest || needsSecure(cookie) : secure) {
            out.append("; Secure");
        }
        return out.toString();
    }

    private static boolean needsSecure(Cookie cookie) {
        return cookie.name().startsWith("__Secure-")
                || cookie.name().startsWith("__Host-")
                || cookie.sameSite() == Cookie.SameSite.NONE;
    }
}
