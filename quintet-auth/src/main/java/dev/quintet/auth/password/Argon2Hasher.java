package dev.quintet.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// Argon2, `argon2$argon2id$v=19$m=102400,t=2,p=8$salt$hash`: the best there is, where 100 MiB a
/// sign-in can be spared. Makes argon2id, checks all three kinds. Needs Bouncy Castle.
public final class Argon2Hasher implements Hasher {

    private static final String ALGORITHM = "argon2";
    private static final Pattern TEXT =
            Pattern.compile(
                    "argon2\\$(argon2id|argon2i|argon2d)(?:\\$v=([0-9]{1,3}))?"
                            + "\\$m=([0-9]{1,7}),t=([0-9]{1,5}),p=([0-9]{1,3})"
                            + "\\$([A-Za-z0-9+/]{1,256})\\$([A-Za-z0-9+/]{6,256})");
    private static final int VERSION = 19;

    private final int memory;
    private final int passes;
    private final int lanes;
    private final int hashBytes;

    private Argon2Hasher(int memory, int passes, int lanes, int hashBytes) {
        if (passes < 1 || lanes < 1 || memory < 8 * lanes || hashBytes < 4) {
            throw new IllegalArgumentException(
                    "Argon2 takes a pass or more, a lane or more, and 8 KiB a lane.");
        }
        this.memory = memory;
        this.passes = passes;
        this.lanes = lanes;
        this.hashBytes = hashBytes;
    }

    /// {@return a hasher with Django's parameters: 100 MiB, 2 passes, 8 lanes}
    public static Argon2Hasher standard() {
        return of(102_400, 2, 8, 32);
    }

    /// {@return a hasher}
    ///
    /// @param memory in KiB
    /// @param passes how often the memory is gone through
    /// @param lanes into how many lanes the memory is cut
    /// @param hashBytes how long the hash is; 32 today, 16 with argon2-cffi of old
    public static Argon2Hasher of(int memory, int passes, int lanes, int hashBytes) {
        return new Argon2Hasher(memory, passes, lanes, hashBytes);
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public String newSalt() {
        return Texts.newSalt();
    }

    @Override
    public String encode(String password, String salt) {
        if (salt.length() < 8) {
            throw new IllegalArgumentException("The salt of Argon2 has 8 characters or more.");
        }
        byte[] bytes = Texts.utf8(salt);
        byte[] hash =
                hash(
                        Argon2Parameters.ARGON2_id,
                        VERSION,
                        memory,
                        passes,
                        lanes,
                        bytes,
                        Texts.utf8(password),
                        hashBytes);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "argon2$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        VERSION,
                        memory,
                        passes,
                        lanes,
                        base64.encodeToString(bytes),
                        base64.encodeToString(hash));
    }

    /// A text that cannot be read matches no password, as with Django.
    @Override
    public boolean verify(String password, String encoded) {
        Matcher text = TEXT.matcher(encoded);
        if (!text.matches()) {
            return false;
        }
        byte[] salt = bytes(Texts.group(text, 6));
        byte[] expected = bytes(Texts.group(text, 7));
        int p = Integer.parseInt(Texts.group(text, 5));
        int t = Integer.parseInt(Texts.group(text, 4));
        int m = Integer.parseInt(Texts.group(text, 3));
        if (salt == null || expected == null || p < 1 || t < 1 || m < 8 * p || m > 1 << 22) {
            return false;
        }
        byte[] hash =
                hash(
                        type(Texts.group(text, 1)),
                        version(text),
                        m,
                        t,
                        p,
                        salt,
                        Texts.utf8(password),
                        expected.length);
        return MessageDigest.isEqual(expected, hash);
    }

    private static byte[] hash(
            int type,
            int version,
            int memory,
            int passes,
            int lanes,
            byte[] salt,
            byte[] password,
            int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(type)
                        .withVersion(version)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }

    @Override
    public Map<String, Object> decode(String encoded) {
        Matcher text = text(encoded);
        var decoded = new LinkedHashMap<String, Object>();
        decoded.put("algorithm", ALGORITHM);
        decoded.put("hash", Texts.group(text, 7));
        decoded.put("memory_cost", Integer.parseInt(Texts.group(text, 3)));
        decoded.put("parallelism", Integer.parseInt(Texts.group(text, 5)));
        decoded.put("salt", salt(text));
        decoded.put("time_cost", Integer.parseInt(Texts.group(text, 4)));
        decoded.put("variety", Texts.group(text, 1));
        decoded.put("version", version(text));
        return decoded;
    }

    /// The hash's length is not looked at: it tells the version of a library, not the strength.
    @Override
    public boolean mustUpdate(String encoded) {
        Matcher text = text(encoded);
        return !Texts.group(text, 1).equals("argon2id")
                || version(text) != VERSION
                || Integer.parseInt(Texts.group(text, 3)) != memory
                || Integer.parseInt(Texts.group(text, 4)) != passes
                || Integer.parseInt(Texts.group(text, 5)) != lanes
                || Texts.weakSalt(salt(text));
    }

    @Override
    public Map<String, String> safeSummary(String encoded) {
        Matcher text = text(encoded);
        var summary = new LinkedHashMap<String, String>();
        summary.put("algorithm", ALGORITHM);
        summary.put("variety", Texts.group(text, 1));
        summary.put("version", String.valueOf(version(text)));
        summary.put("memory cost", Texts.group(text, 3));
        summary.put("time cost", Texts.group(text, 4));
        summary.put("parallelism", Texts.group(text, 5));
        summary.put("salt", Texts.mask(salt(text), 6));
        summary.put("hash", Texts.mask(Texts.group(text, 7), 6));
        return summary;
    }

    private static Matcher text(String encoded) {
        Matcher text = TEXT.matcher(encoded);
        if (!text.matches()) {
            throw new MalformedPasswordException(ALGORITHM);
        }
        return text;
    }

    private static String salt(Matcher text) {
        byte[] salt = bytes(Texts.group(text, 6));
        if (salt == null) {
            throw new MalformedPasswordException(ALGORITHM);
        }
        return new String(salt, StandardCharsets.ISO_8859_1);
    }

    private static byte @Nullable [] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Texts from before version 1.3 name none.
    private static int version(Matcher text) {
        String version = text.group(2);
        return version == null ? 16 : Integer.parseInt(version);
    }

    private static int type(String variety) {
        return switch (variety) {
            case "argon2i" -> Argon2Parameters.ARGON2_i;
            case "argon2d" -> Argon2Parameters.ARGON2_d;
            default -> Argon2Parameters.ARGON2_id;
        };
    }
}
