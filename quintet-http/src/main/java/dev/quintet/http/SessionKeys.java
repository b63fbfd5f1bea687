package dev.quintet.http;

import java.security.SecureRandom;

/// The keys of sessions: 165 bits, so that guessing is hopeless.
final class SessionKeys {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final int LONGEST = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionKeys() {}

    static String make() {
        var key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return key.toString();
    }

    static boolean isKey(String text) {
        return text.length() >= 8
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }
}
