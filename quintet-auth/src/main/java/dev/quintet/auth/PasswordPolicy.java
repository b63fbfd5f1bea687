package dev.quintet.auth;

import dev.quintet.auth.password.Argon2Hasher;
import dev.quintet.auth.password.BcryptHasher;
import dev.quintet.auth.password.CommonPasswordValidator;
import dev.quintet.auth.password.Hasher;
import dev.quintet.auth.password.MinimumLengthValidator;
import dev.quintet.auth.password.NumericPasswordValidator;
import dev.quintet.auth.password.PasswordValidator;
import dev.quintet.auth.password.PasswordValidators;
import dev.quintet.auth.password.Passwords;
import dev.quintet.auth.password.Pbkdf2Hasher;
import dev.quintet.auth.password.ScryptHasher;
import dev.quintet.auth.password.SimilarityValidator;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the settings say of passwords: how new ones are hashed, and what they must satisfy.
final class PasswordPolicy {

    /// The rounds of PBKDF2 by version of Django.
    private static final Map<String, Integer> ROUNDS =
            Map.of(
                    "3.2", 260_000, "4.0", 320_000, "4.1", 390_000, "4.2", 600_000, "5.0", 720_000,
                    "5.1", 870_000, "5.2", 1_000_000, "6.0", 1_200_000, "6.1", 1_500_000);

    private static final Pattern HASHER = Pattern.compile("([a-z0-9_]+)(?::([0-9]{1,9}))?");

    private PasswordPolicy() {}

    static String knownDjango(String version) {
        if (!version.isEmpty() && !ROUNDS.containsKey(version)) {
            throw new IllegalArgumentException(
                    "a version from 3.2 to 6.1 was expected, such as 5.2");
        }
        return version;
    }

    static List<String> knownRules(List<String> rules) {
        rules.forEach(PasswordPolicy::rule);
        return List.copyOf(rules);
    }

    static PasswordValidators rules(Settings settings) {
        return new PasswordValidators(
                settings.get(AuthSettings.PASSWORD_VALIDATORS).stream()
                        .map(PasswordPolicy::rule)
                        .toList());
    }

    private static PasswordValidator rule(String text) {
        if (text.startsWith("length:")) {
            return new MinimumLengthValidator(Integer.parseInt(text.substring(7)));
        }
        return switch (text) {
            case "similarity" -> SimilarityValidator.standard();
            case "common" -> new CommonPasswordValidator();
            case "numeric" -> new NumericPasswordValidator();
            default ->
                    throw new IllegalArgumentException(
                            "similarity, length:8, common or numeric was expected");
        };
    }

    static Passwords passwords(Settings settings) {
        String django = settings.get(AuthSettings.BESIDE_DJANGO);
        Integer rounds = ROUNDS.get(django);
        if (rounds != null) {
            return Passwords.preferring(Pbkdf2Hasher.sha256(rounds)).withoutUpgrade();
        }
        String text = settings.get(AuthSettings.PASSWORD_HASHER);
        boolean unsafe = settings.get(AuthSettings.UNSAFE_PASSWORD_HASHERS);
        Passwords all =
                text.equals("md5") && unsafe
                        ? Passwords.forTests()
                        : Passwords.preferring(hasher(text, unsafe));
        return settings.get(AuthSettings.PASSWORD_UPGRADE) ? all : all.withoutUpgrade();
    }

    private static Hasher hasher(String text, boolean unsafe) {
        var parts = HASHER.matcher(text);
        String name = parts.matches() ? String.valueOf(parts.group(1)) : text;
        String number = parts.matches() ? parts.group(2) : null;
        int cost = number == null ? 0 : Integer.parseInt(number);
        return switch (name) {
            case "pbkdf2_sha256" -> Pbkdf2Hasher.sha256(cost == 0 ? Pbkdf2Hasher.ROUNDS : cost);
            case "argon2" -> Argon2Hasher.standard();
            case "bcrypt_sha256" -> BcryptHasher.sha256(cost == 0 ? 12 : cost);
            case "bcrypt" -> BcryptHasher.plain(cost == 0 ? 12 : cost);
            case "scrypt" -> ScryptHasher.standard();
            case "pbkdf2_sha1" -> {
                if (unsafe) {
                    yield Pbkdf2Hasher.sha1(cost == 0 ? Pbkdf2Hasher.ROUNDS : cost);
                }
                throw unusable(text);
            }
            default -> throw unusable(text);
        };
    }

    private static AuthException unusable(String text) {
        return new AuthException(
                Problem.of("auth.E012", "PASSWORD_HASHER is '" + text + "'.")
                        .because("That is no hasher for new passwords.")
                        .fixedBy(
                                "Set it to pbkdf2_sha256, argon2, bcrypt_sha256, bcrypt or scrypt;"
                                        + " md5 and pbkdf2_sha1 only make new ones where"
                                        + " UNSAFE_PASSWORD_HASHERS says so."));
    }
}
