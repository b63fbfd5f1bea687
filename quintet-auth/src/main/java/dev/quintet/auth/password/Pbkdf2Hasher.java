package dev.quintet.auth.password;

import dev.quintet.kernel.signing.Secrets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// PBKDF2 with HMAC-SHA256, which every Java has: `pbkdf2_sha256$rounds$salt$hash`. Its SHA1 form
/// only checks what others made.
public final class Pbkdf2Hasher implements Hasher {

    /// The rounds of Django 5.2, in use where nothing else is said.
    public static final int ROUNDS = 1_000_000;

    private final String algorithm;
    private final String factory;
    private final int bits;
    private final int rounds;

    private Pbkdf2Hasher(String algorithm, String factory, int bits, int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("At least one round: " + rounds);
        }
        this.algorithm = algorithm;
        this.factory = factory;
        this.bits = bits;
        this.rounds = rounds;
    }

    /// {@return a hasher by SHA256}
    ///
    /// @param rounds how often the digest is taken; beside a live Django its own number, or both
    ///   sides hash each password anew in turn
    public static Pbkdf2Hasher sha256(int rounds) {
        return new Pbkdf2Hasher("pbkdf2_sha256", "PBKDF2WithHmacSHA256", 256, rounds);
    }

    /// {@return a hasher by SHA1, for passwords of old}
    public static Pbkdf2Hasher sha1(int rounds) {
        return new Pbkdf2Hasher("pbkdf2_sha1", "PBKDF2WithHmacSHA1", 160, rounds);
    }

    @Override
    public String algorithm() {
        return algorithm;
    }

    @Override
    public String newSalt() {
        return Texts.newSalt();
    }

    @Override
    public String encode(String password, String salt) {
        return encode(password, salt, rounds);
    }

    private String encode(String password, String salt, int times) {
        Texts.refuseBadSalt(salt);
        String hash = Base64.getEncoder().encodeToString(hash(password, salt, times));
        return algorithm + "$" + times + "$" + salt + "$" + hash;
    }

    private byte[] hash(String password, String salt, int times) {
        var spec = new PBEKeySpec(password.toCharArray(), Texts.utf8(salt), times, bits);
        try {
            return Objects.requireNonNull(
                    SecretKeyFactory.getInstance(factory).generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + factory + ".", missing);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public boolean verify(String password, String encoded) {
        String[] parts = Texts.parts(algorithm, encoded, 4);
        int times = rounds(parts);
        if (parts[2].isEmpty()) {
            throw new MalformedPasswordException(algorithm);
        }
        return Secrets.equal(encoded, encode(password, parts[2], times));
    }

    @Override
    public Map<String, Object> decode(String encoded) {
        String[] parts = Texts.parts(algorithm, encoded, 4);
        var decoded = new LinkedHashMap<String, Object>();
        decoded.put("algorithm", algorithm);
        decoded.put("hash", parts[3]);
        decoded.put("iterations", rounds(parts));
        decoded.put("salt", parts[2]);
        return decoded;
    }

    private int rounds(String[] parts) {
        int times = Texts.number(algorithm, parts[1]);
        if (times < 1) {
            throw new MalformedPasswordException(algorithm);
        }
        return times;
    }

    @Override
    public boolean mustUpdate(String encoded) {
        String[] parts = Texts.parts(algorithm, encoded, 4);
        return rounds(parts) != rounds || Texts.weakSalt(parts[2]);
    }

    @Override
    public Map<String, String> safeSummary(String encoded) {
        String[] parts = Texts.parts(algorithm, encoded, 4);
        var summary = new LinkedHashMap<String, String>();
        summary.put("algorithm", algorithm);
        summary.put("iterations", parts[1]);
        summary.put("salt", Texts.mask(parts[2], 6));
        summary.put("hash", Texts.mask(parts[3], 6));
        return summary;
    }

    @Override
    public void harden(String password, String encoded) {
        String[] parts = Texts.parts(algorithm, encoded, 4);
        int missing = rounds - rounds(parts);
        if (missing > 0 && !parts[2].isEmpty()) {
            hash(password, parts[2], missing);
        }
    }
}
