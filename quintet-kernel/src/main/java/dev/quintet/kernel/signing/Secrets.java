package dev.quintet.kernel.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// Random text that nobody can guess, and comparison that gives nothing away. Safe for many
/// threads.
public final class Secrets {

    /// Letters and digits of ASCII: 62 characters.
    public static final String LETTERS_AND_DIGITS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// {@return `length` random letters and digits; 22 hold 130 bits}
    public static String random(int length) {
        return random(length, LETTERS_AND_DIGITS);
    }

    /// {@return `length` random characters out of `alphabet`, each as likely as the others}
    public static String random(int length, String alphabet) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /// {@return whether the two are equal, in a time that depends on their lengths only}
    public static boolean equal(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
