package dev.quintet.kernel.signing;

import org.jspecify.annotations.Nullable;

/// The secret against forged requests, and its masks: in every page it looks different, so that
/// compression cannot give it away. Django's `csrfmiddlewaretoken`.
public final class CsrfToken {

    /// How many characters a secret has.
    public static final int SECRET_LENGTH = 32;

    /// How many characters a masked secret has.
    public static final int TOKEN_LENGTH = 2 * SECRET_LENGTH;

    private static final String ALPHABET = Secrets.LETTERS_AND_DIGITS;

    private CsrfToken() {}

    /// {@return a new secret}
    public static String newSecret() {
        return Secrets.random(SECRET_LENGTH);
    }

    /// {@return `secret` under a new mask}
    public static String mask(String secret) {
        return mask(secret, newSecret());
    }

    /// {@return `secret` under `mask`: the mask, then the two added up letter by letter}
    ///
    /// @throws IllegalArgumentException when either is not a secret by its form
    public static String mask(String secret, String mask) {
        refuseUnlessSecret(secret);
        refuseUnlessSecret(mask);
        var token = new StringBuilder(TOKEN_LENGTH).append(mask);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            int sum = ALPHABET.indexOf(secret.charAt(i)) + ALPHABET.indexOf(mask.charAt(i));
            token.append(ALPHABET.charAt(sum % ALPHABET.length()));
        }
        return token.toString();
    }

    /// {@return the secret under the mask}
    ///
    /// @throws IllegalArgumentException when the token is not a masked secret by its form
    public static String unmask(String token) {
        String wrong = formatProblem(token);
        if (wrong != null || token.length() != TOKEN_LENGTH) {
            throw new IllegalArgumentException("The CSRF token is not a masked secret.");
        }
        var secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            int difference =
                    ALPHABET.indexOf(token.charAt(SECRET_LENGTH + i))
                            - ALPHABET.indexOf(token.charAt(i));
            secret.append(ALPHABET.charAt(Math.floorMod(difference, ALPHABET.length())));
        }
        return secret.toString();
    }

    /// {@return `has incorrect length`, `has invalid characters`, or `null` when the text has the
    /// form of a secret or of a masked one}
    public static @Nullable String formatProblem(String token) {
        if (token.length() != SECRET_LENGTH && token.length() != TOKEN_LENGTH) {
            return "has incorrect length";
        }
        for (int i = 0; i < token.length(); i++) {
            if (ALPHABET.indexOf(token.charAt(i)) < 0) {
                return "has invalid characters";
            }
        }
        return null;
    }

    /// {@return whether a token, masked or not, is that of `secret`; false where its form is wrong}
    public static boolean matches(String token, String secret) {
        if (formatProblem(token) != null) {
            return false;
        }
        return Secrets.equal(token.length() == TOKEN_LENGTH ? unmask(token) : token, secret);
    }

    private static void refuseUnlessSecret(String text) {
        if (text.length() != SECRET_LENGTH || formatProblem(text) != null) {
            throw new IllegalArgumentException(
                    "A CSRF secret has " + SECRET_LENGTH + " letters and digits.");
        }
    }
}
