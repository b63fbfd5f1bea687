package dev.quintet.mfa;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Auth;
import dev.quintet.http.Request;
import dev.quintet.http.Session;
import dev.quintet.kernel.signing.Secrets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a visitor's session remembers of the second step: who waits before it, whether it was
/// passed, and what a passkey was asked to sign. Belongs to the thread of its request.
final class Visit {

    /// How long somebody whose password was right may take for the second step.
    private static final Duration WAIT = Duration.ofMinutes(10);

    /// How long nobody is asked once more who they are before something is changed.
    private static final Duration FRESH = Duration.ofMinutes(15);

    private static final Duration CEREMONY = Duration.ofMinutes(5);

    private static final String WAITING = "_mfa_waiting";
    private static final String PASSED = "_mfa_passed";
    private static final String PROVED = "_mfa_proved";
    private static final String CHALLENGE = "_mfa_challenge";
    private static final String NEW_SECRET = "_mfa_new_secret";
    private static final String NEW_HANDLE = "_mfa_new_handle";
    private static final String DEMANDED = "_mfa_demanded";

    private static final int CHALLENGE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Session session;

    private Visit(Session session) {
        this.session = session;
    }

    static Visit of(Request request) {
        return new Visit(request.attribute(Session.KEY));
    }

    /// Who waits before the second step.
    ///
    /// @param backend by which they are known
    /// @param next where they go then
    record Waiting(AbstractBaseUser user, String backend, String next) {}

    /// Lets somebody wait whose password was right. Nobody is signed in by this. The session gets a
    /// new key, so that one that was planted does not come this far.
    void wait(AbstractBaseUser user, String next) {
        session.cycleKey();
        session.put(
                WAITING,
                Map.of(
                        "user", user.key(),
                        "backend", Auth.backendOf(user),
                        "hash", user.sessionAuthHash(),
                        "next", next,
                        "at", Factors.now().getEpochSecond()));
    }

    /// {@return who waits; `null` where nobody does, where they took too long, or where their
    /// password has changed or their account was closed meanwhile}
    @Nullable Waiting waiting() {
        if (!(session.get(WAITING) instanceof Map<?, ?> kept) || isOlder(kept.get("at"), WAIT)) {
            return null;
        }
        String backend = String.valueOf(kept.get("backend"));
        AbstractBaseUser user = Auth.known(backend, String.valueOf(kept.get("user")));
        if (user == null
                || !Secrets.equal(user.sessionAuthHash(), String.valueOf(kept.get("hash")))) {
            return null;
        }
        return new Waiting(user, backend, String.valueOf(kept.get("next")));
    }

    void waitNoMore() {
        session.remove(WAITING);
    }

    /// Notes that who is signed in has passed the second step, under a new session key.
    void pass(AbstractBaseUser user) {
        session.cycleKey();
        session.put(PASSED, user.key());
        prove();
    }

    boolean passed(AbstractBaseUser user) {
        return user.key().equals(session.get(PASSED));
    }

    /// Notes that the visitor has just shown who they are.
    void prove() {
        session.put(PROVED, Factors.now().getEpochSecond());
    }

    boolean proved() {
        return !isOlder(session.get(PROVED), FRESH);
    }

    /// {@return something new to sign, 256 bits in base64url; what was asked before counts no more}
    ///
    /// @param use what for; it is good for nothing else
    String challenge(String use) {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session.put(
                CHALLENGE, Map.of("text", text, "use", use, "at", Factors.now().getEpochSecond()));
        return text;
    }

    /// {@return what was asked to be signed, once; `null` where nothing was for this use, or too
    /// long ago}
    byte @Nullable [] takeChallenge(String use) {
        return session.remove(CHALLENGE) instanceof Map<?, ?> kept
                        && use.equals(kept.get("use"))
                        && !isOlder(kept.get("at"), CEREMONY)
                ? Base64.getUrlDecoder().decode(String.valueOf(kept.get("text")))
                : null;
    }

    /// {@return the secret of an app that is being set up: the same until it is used}
    byte[] newSecret(AbstractBaseUser user) {
        if (session.get(NEW_SECRET) instanceof String sealed) {
            Sealed.Opened known = Sealed.open(sealed, "new " + user.key());
            if (known != null) {
                return known.bytes();
            }
        }
        byte[] secret = Totp.newSecret();
        session.put(NEW_SECRET, Sealed.seal(secret, "new " + user.key()));
        return secret;
    }

    void forgetNewSecret() {
        session.remove(NEW_SECRET);
    }

    /// {@return the random name by which devices will know the visitor, whose first passkey is
    /// being made}
    String newHandle() {
        String handle = PasskeyExchange.newHandle();
        session.put(NEW_HANDLE, handle);
        return handle;
    }

    /// {@return that name, once}
    String takeNewHandle() {
        return session.remove(NEW_HANDLE) instanceof String handle
                ? handle
                : PasskeyExchange.newHandle();
    }

    /// Remembers the page that asked for a second step which the visitor has yet to set up.
    void demandedBy(String next) {
        session.put(DEMANDED, next);
    }

    @Nullable String demandedBy() {
        return session.get(DEMANDED, String.class);
    }

    void demandedNoMore() {
        session.remove(DEMANDED);
    }

    private static boolean isOlder(@Nullable Object at, Duration age) {
        return !(at instanceof Number seconds)
                || Instant.ofEpochSecond(seconds.longValue()).plus(age).isBefore(Factors.now());
    }
}
