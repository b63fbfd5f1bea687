package dev.quintet.oidc;

import dev.quintet.http.Request;
import dev.quintet.http.Session;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A visitor who was sent to a provider, and has not come back: kept in their session, so that
/// nobody can come back in their place, and once.
///
/// @param provider whose name it is
/// @param state what they bring back
/// @param nonce what the provider signs
/// @param verifier what the provider is shown when the code is used
/// @param next where they want to go then
/// @param user the key of who connects their account; empty for who signs in
record Attempt(
        String provider, String state, String nonce, String verifier, String next, String user) {

    private static final String KEY = "_oidc_attempt";
    private static final Duration WAIT = Duration.ofMinutes(10);

    /// 43 of 62 letters hold 256 bits, and are what RFC 7636 asks for.
    private static final int LENGTH = 43;

    static Attempt begin(Request request, Provider provider, String next, String user) {
        var one =
                new Attempt(
                        provider.name(),
                        Secrets.random(LENGTH),
                        Secrets.random(LENGTH),
                        Secrets.random(LENGTH),
                        next,
                        user);
        request.attribute(Session.KEY)
                .put(
                        KEY,
                        Map.of(
                                "provider", one.provider,
                                "state", one.state,
                                "nonce", one.nonce,
                                "verifier", one.verifier,
                                "next", next,
                                "user", user,
                                "at", Context.current().clock().instant().getEpochSecond()));
        return one;
    }

    /// {@return who comes back from a provider with a state, and forgets it; `null` where nobody
    /// was sent there, it was too long ago, or the state is another}
    static @Nullable Attempt take(Request request, Provider provider, @Nullable String state) {
        if (!(request.attribute(Session.KEY).remove(KEY) instanceof Map<?, ?> kept)
                || state == null
                || !(kept.get("at") instanceof Number at)) {
            return null;
        }
        Instant end = Instant.ofEpochSecond(at.longValue()).plus(WAIT);
        boolean his =
                Secrets.equal(text(kept, "state"), state)
                        && provider.name().equals(kept.get("provider"))
                        && end.isAfter(Context.current().clock().instant());
        return his
                ? new Attempt(
                        provider.name(),
                        state,
                        text(kept, "nonce"),
                        text(kept, "verifier"),
                        text(kept, "next"),
                        text(kept, "user"))
                : null;
    }

    private static String text(Map<?, ?> kept, String name) {
        return String.valueOf(kept.get(name));
    }

    /// {@return the verifier's digest, as RFC 7636 has it}
    String challenge() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "Attempt[" + provider + "]";
    }
}
