package dev.quintet.auth.password;

import dev.quintet.kernel.signing.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;

/// What the hashers' texts have in common.
final class Texts {

    /// 22 of 62 letters and digits hold 130 bits.
    private static final int SALT_LENGTH = 22;

    private static final double BITS_A_LETTER = Math.log(62) / Math.log(2);
    private static final int LEAST_BITS = 128;

    private Texts() {}

    static String newSalt() {
        return Secrets.random(SALT_LENGTH);
    }

    static boolean weakSalt(String salt) {
        return salt.codePointCount(0, salt.length()) * BITS_A_LETTER < LEAST_BITS;
    }

    static void refuseBadSalt(String salt) {
        if (salt.isEmpty() || salt.indexOf('$') >= 0) {
            throw new IllegalArgumentException("salt must be provided and cannot contain $.");
        }
    }

    /// The parts of a text, exactly `count` of them, the last of which may hold more dollars.
    static String[] parts(String algorithm, String encoded, int count) {
        String[] parts = encoded.split("\\$", count);
        if (parts.length != count || !parts[0].equals(algorithm)) {
            throw new MalformedPasswordException(algorithm);
        }
        return parts;
    }

    /// A group that takes part in every match.
    static String group(Matcher match, int group) {
        return Objects.requireNonNull(match.group(group));
    }

    /// A positive number of at most nine digits.
    static int number(String algorithm, String digits) {
        if (!digits.matches("[0-9]{1,9}")) {
            throw new MalformedPasswordException(algorithm);
        }
        return Integer.parseInt(digits);
    }

    /// The first letters, then as many stars as there are more.
    static String mask(String text, int shown) {
        int cut = Math.min(shown, text.length());
        return text.substring(0, cut) + "*".repeat(text.length() - cut);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(String digest, byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(data));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + digest + ".", missing);
        }
    }
}
