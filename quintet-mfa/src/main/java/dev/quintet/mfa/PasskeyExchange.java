package dev.quintet.mfa;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.http.Request;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.IntegrityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the site and a visitor's device say to each other about passkeys: WebAuthn. What is signed
/// is held against the challenge, this site's origin and its domain; nothing is asked of who made
/// the device.
final class PasskeyExchange {

    private static final System.Logger LOG = Loggers.of(PasskeyExchange.class);

    /// More than any device sends.
    private static final int LONGEST = 32_768;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int HANDLE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final AttestedCredentialDataConverter CREDENTIALS =
            new AttestedCredentialDataConverter(CONVERTER);
    private static final WebAuthnManager MANAGER =
            WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

    private PasskeyExchange() {}

    // ---- what devices are asked

    /// {@return what a browser needs to make a new passkey of a user}
    static Map<String, Object> creation(Request request, AbstractBaseUser user) {
        List<Passkey> known = Factors.passkeys(user);
        String handle = known.isEmpty() ? Visit.of(request).newHandle() : known.getFirst().handle;
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", Visit.of(request).challenge("passkey of " + user.key()));
        options.put("rp", Map.of("id", domain(request), "name", siteName(request)));
        options.put(
                "user",
                Map.of("id", handle, "name", user.username(), "displayName", user.username()));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                        .toList());
        options.put("timeout", PATIENCE.toMillis());
        options.put("attestation", "none");
        options.put(
                "authenticatorSelection",
                Map.of(
                        "residentKey", "required",
                        "requireResidentKey", true,
                        "userVerification", "required"));
        options.put("excludeCredentials", known.stream().map(PasskeyExchange::described).toList());
        return options;
    }

    /// {@return what a browser needs to sign in}
    ///
    /// @param user whose second step it is; `null` for whoever has a passkey
    static Map<String, Object> request(Request request, @Nullable AbstractBaseUser user) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", Visit.of(request).challenge(use(user)));
        options.put("rpId", domain(request));
        options.put("timeout", PATIENCE.toMillis());
        options.put("userVerification", user == null ? "required" : "preferred");
        options.put(
                "allowCredentials",
                user == null
                        ? List.of()
                        : Factors.passkeys(user).stream().map(PasskeyExchange::described).toList());
        return options;
    }

    private static String use(@Nullable AbstractBaseUser user) {
        return user == null ? "sign in" : "second step of " + user.key();
    }

    private static Map<String, Object> described(Passkey passkey) {
        String id = base64(Objects.requireNonNull(credential(passkey)).getCredentialId());
        List<String> transports =
                passkey.transports.isEmpty()
                        ? List.of()
                        : List.of(passkey.transports.split(",", -1));
        return Map.of("type", "public-key", "id", id, "transports", transports);
    }

    // ---- what they answer

    /// {@return the new passkey of a user, saved; `null` where the answer is not what was asked}
    static @Nullable Passkey enrol(
            Request request, AbstractBaseUser user, String name, String answer) {
        byte[] challenge = Visit.of(request).takeChallenge("passkey of " + user.key());
        if (challenge == null || answer.length() > LONGEST) {
            return null;
        }
        RegistrationData data;
        AttestedCredentialData made;
        try {
            var parameters =
                    ALGORITHMS.stream()
                            .map(one ->
                                    new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY, one))
                            .toList();
            data =
                    MANAGER.verifyRegistrationResponseJSON(
                            answer,
                            new RegistrationParameters(
                                    server(request, challenge), parameters, true, true));
            made =
                    Objects.requireNonNull(
                            Objects.requireNonNull(data.getAttestationObject())
                                    .getAuthenticatorData()
                                    .getAttestedCredentialData());
        } catch (RuntimeException refused) {
            // Whatever can be wrong with what somebody sent, it is no passkey.
            LOG.log(System.Logger.Level.INFO, "A new passkey was refused: {0}", told(refused));
            return null;
        }
        var passkey = new Passkey();
        passkey.userKey = user.key();
        passkey.name = name;
        passkey.digest = digest(made.getCredentialId());
        List<Passkey> known = Factors.passkeys(user);
        passkey.handle =
                known.isEmpty() ? Visit.of(request).takeNewHandle() : known.getFirst().handle;
        passkey.credential = base64(CREDENTIALS.convert(made));
        passkey.transports = transports(data.getTransports());
        passkey.signCount = data.getAttestationObject().getAuthenticatorData().getSignCount();
        passkey.created = Factors.now();
        try {
            Transaction.atomic(() -> {
                passkey.save();
            });
        } catch (IntegrityException anothers) {
            // A device's name for a passkey belongs to one user: whoever sends another's is
            // refused.
            return null;
        }
        return passkey;
    }

    /// {@return the passkey that signed what was asked, noted as used; `null` where none did}
    ///
    /// @param user whose second step it is; `null` for whoever has a passkey, whose device then has
    ///   to know its user by a finger, a face or a number
    static @Nullable Passkey verify(
            Request request, @Nullable AbstractBaseUser user, String answer) {
        byte[] challenge = Visit.of(request).takeChallenge(use(user));
        if (challenge == null || answer.length() > LONGEST) {
            return null;
        }
        try {
            AuthenticationData data = MANAGER.parseAuthenticationResponseJSON(answer);
            Passkey passkey = find(data, user);
            if (passkey == null || !verified(request, passkey, data, challenge, user == null)) {
                return null;
            }
            return noteUse(passkey, data) ? passkey : null;
        } catch (RuntimeException refused) {
            // Whatever can be wrong with what somebody sent, it is no passkey.
            LOG.log(System.Logger.Level.INFO, "A passkey was refused: {0}", told(refused));
            return null;
        }
    }

    private static @Nullable Passkey find(
            AuthenticationData data, @Nullable AbstractBaseUser user) {
        byte[] id = id(data);
        Passkey passkey =
                id == null
                        ? null
                        : Passkeys.filter(Passkeys.digest.eq(digest(id))).first().orElse(null);
        if (passkey == null) {
            return null;
        }
        byte[] handle = handle(data);
        boolean his =
                handle == null
                        ? user != null
                        : MessageDigest.isEqual(
                                handle, Base64.getUrlDecoder().decode(passkey.handle));
        return his && (user == null || passkey.userKey.equals(user.key())) ? passkey : null;
    }

    @SuppressWarnings("NullAway") // it says of the bytes what it means of the array
    private static byte @Nullable [] id(AuthenticationData data) {
        return data.getCredentialId();
    }

    @SuppressWarnings("NullAway") // as above
    private static byte @Nullable [] handle(AuthenticationData data) {
        return data.getUserHandle();
    }

    private static boolean verified(
            Request request,
            Passkey passkey,
            AuthenticationData data,
            byte[] challenge,
            boolean byUser) {
        AttestedCredentialData credential = credential(passkey);
        if (credential == null) {
            return false;
        }
        var record =
                new CredentialRecordImpl(
                        new NoneAttestationStatement(),
                        null,
                        null,
                        null,
                        passkey.signCount,
                        credential,
                        null,
                        null,
                        null,
                        null);
        try {
            MANAGER.verify(
                    data,
                    new AuthenticationParameters(
                            server(request, challenge), record, null, byUser, true));
            return true;
        } catch (MaliciousCounterValueException cloned) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The counter of passkey {0} went back: there may be a copy of it. It was"
                            + " refused.",
                    String.valueOf(passkey.id));
            return false;
        }
    }

    /// Of two answers with the same count the database lets one through.
    private static boolean noteUse(Passkey passkey, AuthenticationData data) {
        long count = Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        var row = Passkeys.filter(Passkeys.id.eq(passkey.id));
        return (count == 0
                        ? row.update(Passkeys.lastUsed.set(Factors.now()))
                        : row.filter(Passkeys.signCount.lt(count))
                                .update(
                                        Passkeys.signCount.set(count),
                                        Passkeys.lastUsed.set(Factors.now())))
                == 1;
    }

    // ---- who and where

    private static ServerProperty server(Request request, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(request.scheme() + "://" + request.host()))
                .rpId(domain(request))
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /// The domain that passkeys belong to. The host was held against `ALLOWED_HOSTS`.
    private static String domain(Request request) {
        String set = Context.current().settings().get(MfaSettings.RP_ID);
        return set.isEmpty() ? request.host().replaceFirst(":[0-9]+$", "") : set;
    }

    static String siteName(Request request) {
        String set = Context.current().settings().get(MfaSettings.ISSUER);
        return set.isEmpty() ? request.host().replaceFirst(":[0-9]+$", "") : set;
    }

    private static @Nullable AttestedCredentialData credential(Passkey passkey) {
        return CREDENTIALS.convert(Base64.getUrlDecoder().decode(passkey.credential));
    }

    private static String transports(@Nullable Set<AuthenticatorTransport> said) {
        return said == null
                ? ""
                : said.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(one -> one.matches("[a-z-]{1,20}"))
                        .sorted()
                        .limit(4)
                        .collect(Collectors.joining(","));
    }

    static String newHandle() {
        byte[] bytes = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(byte[] credentialId) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(credentialId));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// The kind of failure alone: its words may repeat what was sent.
    private static String told(RuntimeException refused) {
        return refused.getClass().getSimpleName();
    }
}
