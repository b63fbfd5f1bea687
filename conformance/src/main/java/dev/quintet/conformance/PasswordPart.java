package dev.quintet.conformance;

import dev.quintet.auth.password.Argon2Hasher;
import dev.quintet.auth.password.BcryptHasher;
import dev.quintet.auth.password.Hasher;
import dev.quintet.auth.password.MalformedPasswordException;
import dev.quintet.auth.password.Md5Hasher;
import dev.quintet.auth.password.PasswordValidators;
import dev.quintet.auth.password.Passwords;
import dev.quintet.auth.password.Pbkdf2Hasher;
import dev.quintet.auth.password.ResetTokens;
import dev.quintet.auth.password.ScryptHasher;
import dev.quintet.auth.password.UnknownHasherException;
import dev.quintet.kernel.signing.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Password hashes, reset tokens, and the rules of new passwords.
final class PasswordPart implements Part {

    private static final Set<String> AREAS =
            Set.of(
                    "password-encode",
                    "password-malformed",
                    "password-upgrade",
                    "make-password",
                    "password-validation",
                    "password-reset-token");

    private final Passwords passwords = Passwords.standard();

    @Override
    public boolean covers(Case recorded) {
        return AREAS.contains(recorded.area());
    }

    @Override
    public Outcome run(Case c) {
        return switch (c.area()) {
            case "password-encode" -> encode(c);
            case "password-malformed" -> malformed(c);
            case "password-upgrade" -> upgrade(c);
            case "make-password" -> make(c);
            case "password-validation" -> validation(c);
            case "password-reset-token" -> resetToken(c);
            default -> new Outcome.NotCovered(c.area());
        };
    }

    private static Outcome encode(Case c) {
        String encoded = c.text("encoded");
        String password = c.text("password");
        Map<String, ?> wrong = c.object("verify_wrong");
        Map<String, ?> params = c.object("params");
        Hasher making = hasher(c.text("algorithm"), params, encoded);
        Hasher hasher = hasher(c.text("algorithm"), Map.of(), encoded);
        // The same password and salt make the same text, but where the salt was chosen by a
        // library.
        Outcome made =
                c.truth("deterministic") && c.raw("salt") instanceof String salt
                        ? Outcome.compare(encoded, making.encode(password, salt))
                        : Outcome.passed();
        return made.and(() -> Outcome.compare(c.truth("verify"), hasher.verify(password, encoded)))
                .and(() ->
                        Outcome.compare(
                                wrong.get("result"),
                                hasher.verify(String.valueOf(wrong.get("password")), encoded)))
                .and(() -> Outcome.compare(c.truth("must_update"), hasher.mustUpdate(encoded)))
                .and(() -> Outcome.compare(c.value("decode"), longs(hasher.decode(encoded))))
                .and(() -> Outcome.compare(c.value("safe_summary"), hasher.safeSummary(encoded)))
                .and(() ->
                        Outcome.compare(
                                c.text("identified"),
                                Passwords.standard().identify(encoded).algorithm()));
    }

    private Outcome malformed(Case c) {
        String encoded = c.text("encoded");
        String password = c.textOrNull("password");
        return Outcome.compare(c.truth("is_usable"), Passwords.usable(encoded))
                .and(() -> answer(c.object("check"), () -> passwords.check(password, encoded)))
                .and(() ->
                        answer(
                                c.object("identify"),
                                () -> passwords.identify(encoded).algorithm()));
    }

    private Outcome upgrade(Case c) {
        var verdict = passwords.verify(c.text("password"), c.text("encoded"));
        boolean renewed = verdict.renewed() != null;
        return Outcome.compare(c.truth("verify"), verdict.correct())
                .and(() -> Outcome.compare(c.truth("setter_called"), renewed))
                .and(() ->
                        Outcome.compare(
                                c.truth("must_update"),
                                passwords
                                        .identify(c.text("encoded"))
                                        .mustUpdate(c.text("encoded"))));
    }

    private Outcome make(Case c) {
        Object password = c.value("password");
        if (password == null) {
            String made = passwords.make(null);
            return Outcome.compare(
                    c.value("result"), List.of(made.substring(0, 1), (long) made.length()));
        }
        if (!(password instanceof String text)) {
            // What Django refuses when it runs, javac refuses before: make takes text.
            return "TypeError".equals(c.raw("error"))
                    ? Outcome.passed()
                    : new Outcome.NotCovered("passwords that are not text");
        }
        String name = c.text("hasher");
        return answer(
                c.fields(),
                () ->
                        passwords
                                .hasher(name.equals("default") ? "pbkdf2_sha256" : name)
                                .encode(text, c.text("salt")));
    }

    /// The names that Django's forms give the attributes of a user.
    private static final Map<String, String> READ_AS =
            Map.of("first_name", "first name", "last_name", "last name", "email", "email address");

    private static Outcome validation(Case c) {
        var owner = new LinkedHashMap<String, String>();
        for (String name : List.of("username", "first_name", "last_name", "email")) {
            if (c.object("user").get(name) instanceof String value) {
                owner.put(READ_AS.getOrDefault(name, name), value);
            }
        }
        List<Map<String, String>> got =
                PasswordValidators.standard().validate(c.text("password"), owner).stream()
                        .map(error -> Map.of("code", error.code(), "message", error.text()))
                        .toList();
        List<?> expected = c.list("errors");
        // Which passwords are common is a matter of the list, and ours is another than Django's.
        if (common(expected) != common(got) && others(expected).equals(others(got))) {
            throw new UncoveredException("passwords that only one of the two lists has");
        }
        return Outcome.compare(expected, got);
    }

    private static boolean common(List<?> errors) {
        return others(errors).size() < errors.size();
    }

    private static List<?> others(List<?> errors) {
        return errors.stream()
                .filter(error ->
                        error instanceof Map<?, ?> fields
                                && !"password_too_common".equals(fields.get("code")))
                .toList();
    }

    private static Outcome resetToken(Case c) {
        Map<String, ?> user = c.object("user");
        var account =
                new ResetTokens.Account(
                        String.valueOf(user.get("pk")),
                        String.valueOf(user.get("password")),
                        user.get("last_login") instanceof String time
                                ? OffsetDateTime.parse(time).toInstant()
                                : null,
                        String.valueOf(user.get("email")));
        SigningKeys keys = SigningKeys.of(c.text("secret_key"));
        Duration lifetime = Duration.ofSeconds((Long) Objects.requireNonNull(c.raw("timeout")));
        Clock clock =
                Clock.fixed(
                        LocalDateTime.parse(c.text("now")).toInstant(ZoneOffset.UTC),
                        ZoneOffset.UTC);
        Outcome made =
                Outcome.compare(
                                c.text("token"),
                                ResetTokens.of(keys, clock, lifetime).make(account))
                        .and(() -> Outcome.compare(c.text("uid"), ResetTokens.uid(account.key())));
        for (Object one : c.list("check_after_seconds")) {
            List<?> pair = (List<?>) Objects.requireNonNull(one);
            Clock later =
                    Clock.offset(
                            clock, Duration.ofSeconds((Long) Objects.requireNonNull(pair.get(0))));
            made =
                    made.and(() ->
                            Outcome.compare(
                                    pair.get(1),
                                    ResetTokens.of(keys, later, lifetime)
                                            .check(account, c.text("token"))));
        }
        return made;
    }

    /// The hasher of the recording: the one parameter it does not name is the length that its
    /// argon2-cffi gave a hash.
    private static Hasher hasher(String algorithm, Map<String, ?> params, String encoded) {
        return switch (algorithm) {
            case "pbkdf2_sha256" ->
                    Pbkdf2Hasher.sha256(number(params, "iterations", Pbkdf2Hasher.ROUNDS));
            case "pbkdf2_sha1" ->
                    Pbkdf2Hasher.sha1(number(params, "iterations", Pbkdf2Hasher.ROUNDS));
            case "scrypt" ->
                    ScryptHasher.of(
                            number(params, "n", 1 << 14),
                            number(params, "r", 8),
                            number(params, "p", 5));
            case "argon2" -> Argon2Hasher.of(102_400, 2, 8, hashBytes(encoded));
            case "bcrypt_sha256" -> BcryptHasher.sha256(number(params, "rounds", 12));
            case "bcrypt" -> BcryptHasher.plain(number(params, "rounds", 12));
            case "md5" -> new Md5Hasher();
            default -> throw new UncoveredException("hasher " + algorithm);
        };
    }

    private static int hashBytes(String encoded) {
        return (encoded.length() - encoded.lastIndexOf('$') - 1) * 6 / 8;
    }

    private static int number(Map<String, ?> params, String name, int otherwise) {
        return params.get(name) instanceof Long number ? Math.toIntExact(number) : otherwise;
    }

    private static Map<String, Object> longs(Map<String, Object> decoded) {
        decoded.replaceAll((_, value) ->
                value instanceof Integer number ? (Object) number.longValue() : value);
        return decoded;
    }

    /// Compares a result, or that there is an error where Django had one of the same kind.
    private static Outcome answer(
            Map<String, ? extends @Nullable Object> expected, Supplier<Object> action) {
        Object got;
        try {
            got = action.get();
        } catch (MalformedPasswordException
                | UnknownHasherException
                | IllegalArgumentException refused) {
            return Arrays.asList("ValueError", "AssertionError").contains(expected.get("error"))
                    ? Outcome.passed()
                    : Outcome.failed(expected, refused);
        }
        return expected.containsKey("error")
                ? Outcome.failed(expected, got)
                : Outcome.compare(expected.get("result"), got);
    }
}
