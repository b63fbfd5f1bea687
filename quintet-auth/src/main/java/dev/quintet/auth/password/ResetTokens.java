package dev.quintet.auth.password;

import dev.quintet.kernel.signing.SaltedHmac;
import dev.quintet.kernel.signing.Secrets;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.text.Numbers;
import dev.quintet.kernel.text.TextException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes the tokens of "forgot my password" links, which end after a while, and at once when the
/// account's password, mail address or last sign-in changes. Immutable, safe for many threads.
/// Django: `PasswordResetTokenGenerator`.
public final class ResetTokens {

    private static final String SALT = "django.contrib.auth.tokens.PasswordResetTokenGenerator";
    private static final LocalDateTime START = LocalDateTime.of(2001, 1, 1, 0, 0);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration lifetime;

    private ResetTokens(SigningKeys keys, Clock clock, Duration lifetime) {
        this.keys = keys;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /// {@return a maker of tokens}
    ///
    /// @param clock its zone is that of the server's clock: beside a live Django, the same as there
    /// @param lifetime how long a token is good; Django's `PASSWORD_RESET_TIMEOUT`, three days
    public static ResetTokens of(SigningKeys keys, Clock clock, Duration lifetime) {
        return new ResetTokens(keys, clock, lifetime);
    }

    /// What a token depends on.
    ///
    /// @param key the account's primary key, as text
    /// @param password the text that is kept for its password
    /// @param lastLogin when it signed in last, or `null` if never
    /// @param email its address; empty when it has none
    public record Account(String key, String password, @Nullable Instant lastLogin, String email) {

        /// {@return who, without the password's text}
        @Override
        public String toString() {
            return "Account[" + key + "]";
        }
    }

    /// {@return a token for the account}
    public String make(Account account) {
        return token(account, now()).getFirst();
    }

    /// {@return whether a token was made for the account, as it is now, and is not too old}
    public boolean check(Account account, String token) {
        int dash = token.indexOf('-');
        if (dash < 0 || token.indexOf('-', dash + 1) >= 0) {
            return false;
        }
        long made;
        try {
            made = Numbers.fromBase36(token.substring(0, dash));
        } catch (TextException _) {
            return false;
        }
        boolean ours = false;
        for (String expected : token(account, made)) {
            ours |= Secrets.equal(expected, token);
        }
        return ours && now() - made <= lifetime.toSeconds();
    }

    /// {@return the account's primary key as links have it}
    public static String uid(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return the primary key that `uid` wrote, or `null` when it did not}
    public static @Nullable String key(String uid) {
        try {
            return new String(Base64.getUrlDecoder().decode(uid), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private List<String> token(Account account, long time) {
        Instant last = account.lastLogin();
        String login = last == null ? "" : SECONDS.format(last.atOffset(ZoneOffset.UTC));
        String value = account.key() + account.password() + login + time + account.email();
        return keys.hexDigests(SALT, value, SaltedHmac.Algorithm.SHA256).stream()
                .map(digest -> Numbers.toBase36(Math.max(0, time)) + "-" + everySecond(digest))
                .toList();
    }

    private long now() {
        return Duration.between(START, LocalDateTime.now(clock)).toSeconds();
    }

    private static String everySecond(String digits) {
        var half = new StringBuilder(digits.length() / 2);
        for (int i = 0; i < digits.length(); i += 2) {
            half.append(digits.charAt(i));
        }
        return half.toString();
    }
}
