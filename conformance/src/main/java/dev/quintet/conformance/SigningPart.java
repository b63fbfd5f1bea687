package dev.quintet.conformance;

import dev.quintet.kernel.signing.BadSignatureException;
import dev.quintet.kernel.signing.BadSignatureException.Reason;
import dev.quintet.kernel.signing.Base62;
import dev.quintet.kernel.signing.CookieSigner;
import dev.quintet.kernel.signing.CsrfToken;
import dev.quintet.kernel.signing.SaltedHmac;
import dev.quintet.kernel.signing.SaltedHmac.Algorithm;
import dev.quintet.kernel.signing.SessionCodec;
import dev.quintet.kernel.signing.Signer;
import dev.quintet.kernel.signing.SigningKeys;
import dev.quintet.kernel.signing.TimestampSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Signatures, signed objects, sessions and CSRF masks.
final class SigningPart implements Part {

    private static final Set<String> AREAS =
            Set.of(
                    "signer",
                    "signer-bad",
                    "signer-bad-sep",
                    "signer-fallback",
                    "sign-object",
                    "timestamp-signer",
                    "timestamp-unsign",
                    "dumps",
                    "loads-bad",
                    "b62",
                    "b64",
                    "salted-hmac",
                    "session-encode",
                    "session-decode-bad",
                    "session-signed-cookie",
                    "session-auth-hash",
                    "signed-cookie",
                    "csrf-mask",
                    "csrf-format");

    @Override
    public boolean covers(Case recorded) {
        return AREAS.contains(recorded.area());
    }

    @Override
    public Outcome run(Case c) throws IOException {
        return switch (c.area()) {
            case "signer" -> signer(c);
            case "signer-bad", "signer-fallback" ->
                    answer(
                            c,
                            "unsigned",
                            () -> signer(c.object("kwargs")).unsign(c.text("signed")));
            case "signer-bad-sep" -> answer(c, "result", () -> signer(c.object("kwargs")));
            case "sign-object" -> signObject(c);
            case "timestamp-signer" -> timestampSigner(c);
            case "timestamp-unsign" ->
                    answer(
                            c,
                            "result",
                            () ->
                                    timed(c.object("kwargs"), at(c, "now"))
                                            .unsign(c.text("signed"), age(c)));
            case "dumps" -> dumps(c);
            case "loads-bad" ->
                    answer(
                            c,
                            "result",
                            () ->
                                    TimestampSigner.of(SigningKeys.of(c.text("key")), at(c, "now"))
                                            .salt(c.text("salt"))
                                            .unsignObject(c.text("signed"), age(c)));
            case "b62" -> base62(c);
            case "b64" -> base64(c);
            case "salted-hmac" -> saltedHmac(c);
            case "session-encode" -> sessionEncode(c);
            case "session-decode-bad" ->
                    Outcome.compare(
                            c.value("decoded"),
                            SessionCodec.stored(SigningKeys.of("any"), InstantSource.system())
                                    .decode(c.text("session_data"), null));
            case "session-signed-cookie" -> sessionCookie(c);
            case "session-auth-hash" -> sessionAuthHash(c);
            case "signed-cookie" -> signedCookie(c);
            case "csrf-mask" -> csrfMask(c);
            case "csrf-format" -> csrfFormat(c);
            default -> new Outcome.NotCovered(c.area());
        };
    }

    private static Outcome signer(Case c) {
        Signer signer = signer(c.object("kwargs"));
        return Outcome.compare(c.text("signature"), signer.signature(c.text("value")))
                .and(() -> Outcome.compare(c.text("signed"), signer.sign(c.text("value"))))
                .and(() -> Outcome.compare(c.text("unsigned"), signer.unsign(c.text("signed"))));
    }

    private static Outcome signObject(Case c) throws IOException {
        Signer signer = signer(c.object("kwargs"));
        String signed = signer.signObject(c.value("object"), c.truth("compress"));
        return sameSigned(c.text("signed"), signed, signer::unsign)
                .and(() ->
                        Outcome.compare(
                                c.value("unsigned"), signer.unsignObject(c.text("signed"))));
    }

    private static Outcome timestampSigner(Case c) {
        TimestampSigner signer = timed(c.object("kwargs"), at(c, "time"));
        return Outcome.compare(c.text("signed"), signer.sign(c.text("value")))
                .and(() ->
                        Outcome.compare(
                                c.text("b62"), Base62.of(at(c, "time").instant().getEpochSecond())))
                .and(() -> Outcome.compare(c.text("value"), signer.unsign(c.text("signed"), null)));
    }

    private static Outcome dumps(Case c) throws IOException {
        TimestampSigner signer =
                TimestampSigner.of(SigningKeys.of(c.text("key")), at(c, "time"))
                        .salt(c.text("salt"));
        String signed = signer.signObject(c.value("object"), c.truth("compress"));
        return sameSigned(c.text("signed"), signed, text -> signer.unsign(text, null))
                .and(() -> Outcome.compare(c.truth("compressed"), signed.startsWith(".")))
                .and(() ->
                        Outcome.compare(
                                c.value("loads"), signer.unsignObject(c.text("signed"), null)));
    }

    private static Outcome base62(Case c) {
        if (!c.has("encoded")) {
            return answer(c, "decoded", () -> Base62.parse(c.text("value")));
        }
        long number = (Long) Objects.requireNonNull(c.value("value"));
        return Outcome.compare(c.text("encoded"), Base62.of(number))
                .and(() -> Outcome.compare(c.value("decoded"), Base62.parse(c.text("encoded"))));
    }

    private static Outcome base64(Case c) {
        byte[] bytes = (byte[]) Objects.requireNonNull(c.value("bytes"));
        return Outcome.compare(
                c.text("encoded"), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static Outcome saltedHmac(Case c) {
        String known = "InvalidAlgorithm";
        if (known.equals(c.raw("error"))) {
            try {
                return Outcome.failed(known, Algorithm.named(c.text("algorithm")));
            } catch (IllegalArgumentException _) {
                return Outcome.passed();
            }
        }
        return answer(
                c,
                "result",
                () ->
                        SaltedHmac.hex(
                                c.text("key_salt"),
                                c.text("value"),
                                c.text("secret").getBytes(StandardCharsets.UTF_8),
                                Algorithm.named(c.text("algorithm"))));
    }

    private static Outcome sessionEncode(Case c) throws IOException {
        var codec = SessionCodec.stored(SigningKeys.of(c.text("secret_key")), at(c, "time"));
        TimestampSigner signer =
                TimestampSigner.of(SigningKeys.of(c.text("secret_key")), at(c, "time"))
                        .salt(c.text("salt"));
        return sameSigned(
                        c.text("session_data"),
                        codec.encode(map(c.value("data"))),
                        text -> signer.unsign(text, null))
                .and(() ->
                        Outcome.compare(
                                c.value("decoded"), codec.decode(c.text("session_data"), null)));
    }

    private static Outcome sessionCookie(Case c) throws IOException {
        SigningKeys keys = SigningKeys.of(c.text("secret_key"));
        var codec = SessionCodec.inCookie(keys, at(c, "time"));
        TimestampSigner signer = TimestampSigner.of(keys, at(c, "time")).salt(c.text("salt"));
        InstantSource later = InstantSource.offset(at(c, "time"), Duration.ofSeconds(100));
        return sameSigned(
                        c.text("cookie"),
                        codec.encode(map(c.value("data"))),
                        text -> signer.unsign(text, null))
                .and(() ->
                        Outcome.compare(
                                c.value("loaded_at_plus_100"),
                                SessionCodec.inCookie(keys, later)
                                        .decode(c.text("cookie"), Duration.ofDays(14))));
    }

    private static Outcome sessionAuthHash(Case c) {
        return Outcome.compare(
                c.text("hash"),
                SigningKeys.of(c.text("secret_key"))
                        .hexDigests(
                                c.text("key_salt"),
                                c.text("password_field"),
                                Algorithm.named(c.text("algorithm")))
                        .getFirst());
    }

    private static Outcome signedCookie(Case c) {
        SigningKeys keys = SigningKeys.of(c.text("secret_key"));
        boolean old = c.text("signer_salt").equals(c.text("salt") + c.text("name"));
        var legacy = old ? CookieSigner.Legacy.WRITE : CookieSigner.Legacy.REFUSE;
        var signer = CookieSigner.of(keys, at(c, "time"), legacy);
        String name = c.text("name");
        String salt = c.text("salt");
        return Outcome.compare(c.text("cookie"), signer.sign(name, c.text("value"), salt))
                .and(() ->
                        Outcome.compare(
                                c.text("value"),
                                signer.unsign(name, c.text("cookie"), salt, null)));
    }

    private static Outcome csrfMask(Case c) {
        Map<String, ?> other = c.object("matches_other");
        String secret = c.text("secret");
        String token = c.text("token");
        return Outcome.compare(token, CsrfToken.mask(secret, c.text("mask")))
                .and(() -> Outcome.compare(c.text("unmasked"), CsrfToken.unmask(token)))
                .and(() ->
                        Outcome.compare(
                                c.truth("matches_secret"), CsrfToken.matches(token, secret)))
                .and(() ->
                        Outcome.compare(
                                other.get("result"),
                                CsrfToken.matches(token, String.valueOf(other.get("secret")))))
                .and(() ->
                        Outcome.compare(
                                c.truth("unmasked_matches"),
                                CsrfToken.matches(c.text("unmasked"), secret)));
    }

    private static Outcome csrfFormat(Case c) {
        return Outcome.compare(c.textOrNull("message"), CsrfToken.formatProblem(c.text("token")));
    }

    /// Compares signed texts; where the packed parts were deflated, what they hold: any zlib will
    /// do.
    private static Outcome sameSigned(
            String expected, String got, java.util.function.UnaryOperator<String> unsign)
            throws IOException {
        if (!expected.startsWith(".") || !got.startsWith(".")) {
            return Outcome.compare(expected, got);
        }
        return Outcome.compare(inflate(unsign.apply(expected)), inflate(unsign.apply(got)));
    }

    private static String inflate(String packed) throws IOException {
        byte[] deflated = Base64.getUrlDecoder().decode(packed.substring(1));
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return HexFormat.of().formatHex(inflater.readAllBytes());
        }
    }

    /// Compares a result, or an error by its kind and message.
    private static Outcome answer(Case c, String field, Supplier<@Nullable Object> action) {
        Object got;
        try {
            got = action.get();
        } catch (BadSignatureException refused) {
            String kind = refused.reason() == Reason.EXPIRED ? "SignatureExpired" : "BadSignature";
            return error(c, kind, refused.problem().problem());
        } catch (IllegalArgumentException refused) {
            return error(c, "ValueError", Objects.requireNonNullElse(refused.getMessage(), ""));
        }
        return c.has("error")
                ? Outcome.failed(c.raw("error"), got)
                : Outcome.compare(c.value(field), got);
    }

    /// Messages are sentences here, and seconds have no `.0`; else they are Django's.
    private static Outcome error(Case c, String kind, String message) {
        String words = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        String theirs = c.has("message") ? c.text("message").replace(".0 ", " ") : words;
        return Outcome.compare(
                List.of(String.valueOf(c.raw("error")), theirs), List.of(kind, words));
    }

    private static Signer signer(Map<String, ?> kwargs) {
        Signer signer = Signer.of(keys(kwargs));
        if (kwargs.get("salt") instanceof String salt && !salt.isEmpty()) {
            signer = signer.salt(salt);
        }
        if (kwargs.get("sep") instanceof String separator) {
            signer = signer.separator(separator);
        }
        return kwargs.get("algorithm") instanceof String name
                ? signer.algorithm(Algorithm.named(name))
                : signer;
    }

    private static TimestampSigner timed(Map<String, ?> kwargs, InstantSource clock) {
        TimestampSigner signer = TimestampSigner.of(keys(kwargs), clock);
        if (kwargs.get("salt") instanceof String salt && !salt.isEmpty()) {
            signer = signer.salt(salt);
        }
        if (kwargs.get("sep") instanceof String separator) {
            signer = signer.separator(separator);
        }
        return kwargs.get("algorithm") instanceof String name
                ? signer.algorithm(Algorithm.named(name))
                : signer;
    }

    private static SigningKeys keys(Map<String, ?> kwargs) {
        var older = new ArrayList<String>();
        if (kwargs.get("fallback_keys") instanceof List<?> keys) {
            keys.forEach(key -> older.add(String.valueOf(key)));
        }
        return SigningKeys.of(String.valueOf(kwargs.get("key")), older);
    }

    private static InstantSource at(Case c, String field) {
        BigDecimal seconds = new BigDecimal(String.valueOf(c.raw(field)));
        return InstantSource.fixed(
                Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }

    private static @Nullable Duration age(Case c) {
        return switch (c.value("max_age")) {
            case Duration age -> age;
            case Number seconds -> Tagged.duration(seconds);
            case null, default -> null;
        };
    }

    @SuppressWarnings("unchecked") // the data of a session is an object
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
    }
}
