package dev.quintet.kernel.signing;

import dev.quintet.kernel.json.JsonException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a session holds, as the text that Django keeps of it: signed, deflated JSON. Immutable,
/// safe for many threads.
public final class SessionCodec {

    private final TimestampSigner signer;

    private SessionCodec(TimestampSigner signer) {
        this.signer = signer;
    }

    /// {@return the text of the column `django_session.session_data`, and of sessions in files and
    /// caches}
    public static SessionCodec stored(SigningKeys keys, InstantSource clock) {
        return new SessionCodec(
                TimestampSigner.of(keys, clock).salt("django.contrib.sessions.SessionStore"));
    }

    /// {@return the text of a session that lives in its cookie alone}
    public static SessionCodec inCookie(SigningKeys keys, InstantSource clock) {
        return new SessionCodec(
                TimestampSigner.of(keys, clock)
                        .salt("django.contrib.sessions.backends.signed_cookies"));
    }

    /// {@return the signed text of `session`}
    ///
    /// @param session JSON values by name
    public String encode(Map<String, ? extends @Nullable Object> session) {
        return signer.signObject(session, true);
    }

    /// Returns what a session holds, in a new map; empty where the text was not signed here, is too
    /// old or is no session: a visitor with a bad session is a new visitor.
    ///
    /// @param maxAge how old the text may be, or `null` for any age
    public Map<String, @Nullable Object> decode(String text, @Nullable Duration maxAge) {
        var session = new LinkedHashMap<String, @Nullable Object>();
        try {
            if (signer.unsignObject(text, maxAge) instanceof Map<?, ?> found) {
                found.forEach((name, value) -> session.put(String.valueOf(name), value));
            }
        } catch (BadSignatureException | JsonException _) {
            return session;
        }
        return session;
    }
}
