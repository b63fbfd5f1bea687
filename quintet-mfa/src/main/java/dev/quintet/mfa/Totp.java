package dev.quintet.mfa;

import dev.quintet.kernel.signing.Secrets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change with time: RFC 6238 over RFC 4226, with what all authenticator apps take for
/// granted: SHA-1, 30 seconds, six digits.
final class Totp {

    static final int DIGITS = 6;

    private static final int PERIOD = 30;

    /// How many steps a clock may be wrong, either way.
    private static final int DRIFT = 1;

    /// As long as the digest, as RFC 4226 has it.
    private static final int SECRET_BYTES = 20;

    private static final int TOO_MANY_DIGITS = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /// {@return the half minute of a moment, counted from 1970}
    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), PERIOD);
    }

    static String code(byte[] secret, long step) {
        byte[] digest = digest(secret, step);
        int at = digest[digest.length - 1] & 0xf;
        int number =
                ((digest[at] & 0x7f) << 24)
                        | ((digest[at + 1] & 0xff) << 16)
                        | ((digest[at + 2] & 0xff) << 8)
                        | (digest[at + 3] & 0xff);
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % TOO_MANY_DIGITS);
    }

    private static byte[] digest(byte[] secret, long step) {
        byte[] counter = new byte[Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            counter[i] = (byte) (step >> (8 * (Long.BYTES - 1 - i)));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// {@return the step that a code is of, around now and behind `last`; -1 where it is of none}
    ///
    /// All candidates are compared, so that the time says nothing about which was right.
    static long find(byte[] secret, String code, Instant now, long last) {
        long found = -1;
        long middle = step(now);
        for (long step = middle - DRIFT; step <= middle + DRIFT; step++) {
            boolean same = Secrets.equal(code(secret, step), code);
            if (same && step > last) {
                found = step;
            }
        }
        return found;
    }
}
