package dev.quintet.test;

import dev.quintet.http.Cookie;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cookies of a client, for one host. Belongs to one thread.
final class CookieJar {

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /// @param ends when it is forgotten, or `null` for never
    private record Kept(Cookie cookie, @Nullable Instant ends) {}

    void keep(Cookie cookie) {
        kept.put(cookie.name() + ";" + cookie.path(), new Kept(cookie, null));
    }

    /// Keeps what an answer sets, and forgets what it deletes.
    ///
    /// @param now by the site's clock
    void take(Iterable<Cookie> set, Instant now) {
        for (Cookie cookie : set) {
            String key = cookie.name() + ";" + cookie.path();
            Instant ends = cookie.maxAge() == null ? cookie.expires() : now.plus(cookie.maxAge());
            if (ends != null && !ends.isAfter(now)) {
                kept.remove(key);
            } else {
                kept.put(key, new Kept(cookie, ends));
            }
        }
    }

    /// {@return name and value of those that go with a request}
    Map<String, String> sent(String path, boolean secure, Instant now) {
        kept.values().removeIf(one -> one.ends() != null && !one.ends().isAfter(now));
        var sent = new LinkedHashMap<String, String>();
        for (Kept one : kept.values()) {
            Cookie cookie = one.cookie();
            boolean hidden = Boolean.TRUE.equals(cookie.secure()) && !secure;
            if (!hidden && isBelow(path, cookie.path())) {
                sent.put(cookie.name(), cookie.value());
            }
        }
        return sent;
    }

    @Nullable Cookie find(String name) {
        for (Kept one : kept.values()) {
            if (one.cookie().name().equals(name)) {
                return one.cookie();
            }
        }
        return null;
    }

    void forget(String name) {
        kept.values().removeIf(one -> one.cookie().name().equals(name));
    }

    void clear() {
        kept.clear();
    }

    private static boolean isBelow(String path, String cookies) {
        String folder = cookies.endsWith("/") ? cookies : cookies + "/";
        return path.equals(cookies) || path.startsWith(folder);
    }
}
