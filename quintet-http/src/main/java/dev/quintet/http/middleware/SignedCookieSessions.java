package dev.quintet.http.middleware;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.SessionCodec;
import dev.quintet.kernel.signing.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in their cookies: signed, so that nobody changes them, but readable by whoever
/// has the cookie, and valid until they expire even after a log-out. Django's `signed_cookies`
/// engine, byte for byte.
public final class SignedCookieSessions implements SessionStore {

    private final SessionCodec codec;
    private final Duration age;

    private SignedCookieSessions(SessionCodec codec, Duration age) {
        this.codec = codec;
        this.age = age;
    }

    /// {@return sessions signed with the site's `SECRET_KEY`}
    public static SignedCookieSessions of(Settings settings, Clock clock) {
        return new SignedCookieSessions(
                SessionCodec.inCookie(SigningKeys.of(settings), clock),
                Duration.ofSeconds(settings.get(dev.quintet.http.HttpSettings.SESSION_COOKIE_AGE)));
    }

    @Override
    public @Nullable Map<String, @Nullable Object> load(String key) {
        Map<String, @Nullable Object> values = codec.decode(key, age);
        return values.isEmpty() ? null : values;
    }

    @Override
    public String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        return codec.encode(values);
    }

    @Override
    public void delete(String key) {
        // The cookie is all there is; the browser is told to forget it.
    }

    @Override
    public int clearExpired() {
        return 0;
    }
}
