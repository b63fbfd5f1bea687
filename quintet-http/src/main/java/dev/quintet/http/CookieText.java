package dev.quintet.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads and writes cookies the way Django and Python's `http.cookies` do.
final class CookieText {

    private static final String PLAIN = "!#$%&'*+-.^_`|~:";

    private CookieText() {}

    /// {@return names and values of a `Cookie` header, as lenient as browsers and Django are}
    static Map<String, String> parse(String header) {
        var cookies = new LinkedHashMap<String, String>();
        for (int start = 0; start <= header.length(); ) {
            int end = header.indexOf(';', start);
            if (end < 0) {
                end = header.length();
            }
            int equals = header.indexOf('=', start);
            String name = "";
            String value;
            if (equals >= 0 && equals < end) {
                name = header.substring(start, equals).strip();
                value = header.substring(equals + 1, end).strip();
            } else {
                value = header.substring(start, end).strip();
            }
            if (!name.isEmpty() || !value.isEmpty()) {
                cookies.put(name, unquote(value));
            }
            start = end + 1;
        }
        return cookies;
    }

    static String render(Cookie cookie, Clock clock, boolean secureRequest) {
        var out = new StringBuilder(96).append(cookie.name()).append('=');
        out.append(quote(cookie.value()));
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
            out.append("; expires=").append(HttpDates.format(expires));
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

    /// Quotes a value that is not made of plain characters: octal escapes of its UTF-8 bytes.
    static String quote(String value) {
        boolean plain = !value.isEmpty();
        for (int i = 0; i < value.length() && plain; i++) {
            plain = isPlain(value.charAt(i));
        }
        if (plain) {
            return value;
        }
        var out = new StringBuilder("\"");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (isPlain(c) || " ()/<=>?@[]{}".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('\\').append((char) ('0' + (c >> 6)));
                out.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
            }
        }
        return out.append('"').toString();
    }

    private static String unquote(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        var bytes = new java.io.ByteArrayOutputStream(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 3 < inner.length() && isOctal(inner, i + 1)) {
                bytes.write(Integer.parseInt(inner.substring(i + 1, i + 4), 8));
                i += 3;
            } else if (c == '\\' && i + 1 < inner.length()) {
                i++;
                bytes.writeBytes(inner.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.writeBytes(inner.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isOctal(String text, int at) {
        return text.charAt(at) >= '0'
                && text.charAt(at) <= '3'
                && text.charAt(at + 1) >= '0'
                && text.charAt(at + 1) <= '7'
                && text.charAt(at + 2) >= '0'
                && text.charAt(at + 2) <= '7';
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PLAIN.indexOf(c) >= 0;
    }
}
