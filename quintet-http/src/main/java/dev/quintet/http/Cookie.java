package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A cookie to be set, written as Django writes it. Immutable.
///
/// Made by {@link #of} it lives until the browser closes, on every path, is hidden from scripts,
/// kept from other sites' posts (`SameSite=Lax`), and marked `Secure` where the request was.
///
/// @param name a token of RFC 9110
/// @param value any text; what a cookie cannot carry is quoted as Django quotes it
/// @param maxAge how long it lives, or `null` until the browser closes
/// @param expires when it ends, or `null` to follow `maxAge`
/// @param path the path it is sent to, with all below
/// @param domain the domain it is sent to, with all below, or `null` for this host only
/// @param secure whether it is sent over TLS only; `null` to follow the request
/// @param httpOnly whether scripts cannot read it
/// @param sameSite which requests from other sites carry it, or `null` to leave that to the browser
public record Cookie(
        String name,
        String value,
        @Nullable Duration maxAge,
        @Nullable Instant expires,
        String path,
        @Nullable String domain,
        @Nullable Boolean secure,
        boolean httpOnly,
        @Nullable SameSite sameSite) {

    /// Which requests from other sites carry a cookie.
    public enum SameSite {
        /// Only links that are followed.
        LAX("Lax"),
        /// None at all.
        STRICT("Strict"),
        /// All of them; browsers then want `Secure`.
        NONE("None");

        private final String word;

        SameSite(String word) {
            this.word = word;
        }

        /// {@return the word in the header}
        public String word() {
            return word;
        }

        /// {@return the choice of a word in any case, or `null` for an empty one: the browser's
        /// own}
        ///
        /// @throws IllegalArgumentException when it is no such word
        public static @Nullable SameSite of(String word) {
            return word.isEmpty() ? null : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// Refuses a name that is no token, and a path or domain that would break the header.
    public Cookie {
        if (name.isEmpty() || !name.chars().allMatch(c -> Header.isToken((char) c))) {
            throw new UnsafeHeaderException(
                    Problem.of("http.E011", "A cookie cannot have the name '" + name + "'.")
                            .fixedBy("Use letters, digits, '-' and '_'."));
        }
        refuseSeparators(name, path);
        if (domain != null) {
            refuseSeparators(name, domain);
        }
    }

    /// {@return a cookie for this site alone, until the browser closes}
    public static Cookie of(String name, String value) {
        return new Cookie(name, value, null, null, "/", null, null, true, SameSite.LAX);
    }

    /// {@return a cookie whose value is signed for its name, for {@link Request#signedCookie}: who
    /// has it can read it, and nobody can change it}
    public static Cookie signed(String name, String value) {
        return of(name, SignedCookies.sign(name, value));
    }

    /// {@return a cookie that makes the browser forget the one of this name}
    public static Cookie expired(String name) {
        return of(name, "").withMaxAge(Duration.ZERO).withExpires(Instant.EPOCH);
    }

    /// {@return this cookie, to live for a while}
    public Cookie withMaxAge(@Nullable Duration maxAge) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return this cookie, to end at a moment}
    public Cookie withExpires(@Nullable Instant expires) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return this cookie, sent below `path` only}
    public Cookie withPath(String path) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return this cookie, sent to `domain` and all below it}
    public Cookie withDomain(@Nullable String domain) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return this cookie, sent over TLS only or not; `null` follows the request}
    public Cookie withSecure(@Nullable Boolean secure) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return this cookie, hidden from scripts or not}
    public Cookie withHttpOnly(boolean httpOnly) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return this cookie, sent with these requests of other sites}
    public Cookie withSameSite(@Nullable SameSite sameSite) {
        return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, sameSite);
    }

    /// {@return the value of the `Set-Cookie` header}
    ///
    /// @param clock tells `expires` from `maxAge`, for browsers that know only the former
    /// @param secureRequest whether the request came over TLS
    public String render(Clock clock, boolean secureRequest) {
        return CookieText.render(this, clock, secureRequest);
    }

    private static void refuseSeparators(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ';' || c == ',') {
                throw new UnsafeHeaderException(
                        Problem.of(
                                "http.E012",
                                "The path or domain of cookie " + name + " is not allowed."));
            }
        }
    }
}
