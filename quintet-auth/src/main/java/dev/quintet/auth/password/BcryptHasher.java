package dev.quintet.auth.password;

import dev.quintet.kernel.signing.Secrets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/// bcrypt, `bcrypt_sha256$$2b$12$salt+hash`, and its plain form, which looks at the first 72 bytes
/// of a password only. Needs Bouncy Castle.
public final class BcryptHasher implements Hasher {

    private static final Pattern TEXT =
            Pattern.compile("\\$(2[aby])\\$([0-9]{2})\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})?");
    private static final String DIGITS =
            "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_LETTERS = 31;

    private final String algorithm;
    private final boolean digested;
    private final int rounds;

    private BcryptHasher(String algorithm, boolean digested, int rounds) {
        if (rounds < 4 || rounds > 31) {
            throw new IllegalArgumentException("The cost of bcrypt is from 4 to 31: " + rounds);
        }
        this.algorithm = algorithm;
        this.digested = digested;
        this.rounds = rounds;
    }

    /// {@return a hasher that takes the SHA256 digest of a password first, so that all of it
    /// counts}
    ///
    /// @param rounds the power of two of its rounds; Django's is 12
    public static BcryptHasher sha256(int rounds) {
        return new BcryptHasher("bcrypt_sha256", true, rounds);
    }

    /// {@return a hasher of the first 72 bytes of a password, for passwords of old}
    public static BcryptHasher plain(int rounds) {
        return new BcryptHasher("bcrypt", false, rounds);
    }

    @Override
    public String algorithm() {
        return algorithm;
    }

    @Override
    public String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return "$2b$" + (rounds < 10 ? "0" : "") + rounds + "$" + base64(salt);
    }

    @Override
    public String encode(String password, String salt) {
        Matcher parts = TEXT.matcher(salt);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A bcrypt salt was expected, such as newSalt makes.");
        }
        int cost = Integer.parseInt(Texts.group(parts, 2));
        if (cost < 4 || cost > 31) {
            throw new IllegalArgumentException("The cost of bcrypt is from 4 to 31: " + cost);
        }
        byte[] key = Texts.utf8(digested ? Texts.hex("SHA-256", Texts.utf8(password)) : password);
        byte[] salted = bytes(Texts.group(parts, 3));
        String text = OpenBSDBCrypt.generate(Texts.group(parts, 1), key, salted, cost);
        return algorithm
                + "$$"
                + Texts.group(parts, 1)
                + "$"
                + Texts.group(parts, 2)
                + "$"
                + Texts.group(parts, 3)
                + text.substring(text.length() - HASH_LETTERS);
    }

    @Override
    public boolean verify(String password, String encoded) {
        Matcher parts = parts(encoded);
        int cost = Integer.parseInt(Texts.group(parts, 2));
        if (cost < 4 || cost > 31) {
            throw new MalformedPasswordException(algorithm);
        }
        return Secrets.equal(encoded, encode(password, encoded.substring(algorithm.length() + 1)));
    }

    @Override
    public Map<String, Object> decode(String encoded) {
        Matcher parts = parts(encoded);
        var decoded = new LinkedHashMap<String, Object>();
        decoded.put("algorithm", algorithm);
        decoded.put("algostr", Texts.group(parts, 1));
        decoded.put("checksum", Texts.group(parts, 4));
        decoded.put("salt", Texts.group(parts, 3));
        decoded.put("work_factor", Integer.parseInt(Texts.group(parts, 2)));
        return decoded;
    }

    @Override
    public boolean mustUpdate(String encoded) {
        return Integer.parseInt(Texts.group(parts(encoded), 2)) != rounds;
    }

    @Override
    public Map<String, String> safeSummary(String encoded) {
        Matcher parts = parts(encoded);
        var summary = new LinkedHashMap<String, String>();
        summary.put("algorithm", algorithm);
        summary.put("work factor", String.valueOf(Integer.parseInt(Texts.group(parts, 2))));
        summary.put("salt", Texts.mask(Texts.group(parts, 3), 6));
        summary.put("checksum", Texts.mask(Texts.group(parts, 4), 6));
        return summary;
    }

    @Override
    public void harden(String password, String encoded) {
        Matcher parts = parts(encoded);
        int cost = Integer.parseInt(Texts.group(parts, 2));
        String salt = "$2b$" + Texts.group(parts, 2) + "$" + Texts.group(parts, 3);
        // Each step of the cost doubles the time: cost, cost + 1, ... add up to what is missing.
        for (int step = cost; step >= 4 && step < rounds; step++) {
            String dearer = (step < 10 ? "0" : "") + step;
            encode(password, "$2b$" + dearer + salt.substring(6));
        }
    }

    private Matcher parts(String encoded) {
        String start = algorithm + "$";
        if (encoded.startsWith(start)) {
            Matcher parts = TEXT.matcher(encoded.substring(start.length()));
            if (parts.matches() && parts.group(4) != null) {
                return parts;
            }
        }
        throw new MalformedPasswordException(algorithm);
    }

    private static String base64(byte[] bytes) {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 6) {
            int digit = 0;
            for (int i = bit; i < bit + 6; i++) {
                int one = i < bytes.length * 8 ? bytes[i / 8] >> (7 - i % 8) & 1 : 0;
                digit = digit << 1 | one;
            }
            text.append(DIGITS.charAt(digit));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * 6 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int one = DIGITS.indexOf(text.charAt(i / 6)) >> (5 - i % 6) & 1;
            bytes[i / 8] |= (byte) (one << (7 - i % 8));
        }
        return bytes;
    }
}
