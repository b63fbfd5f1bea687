package dev.quintet.auth.password;

import dev.quintet.kernel.signing.Secrets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.generators.SCrypt;

/// scrypt, `scrypt$N$salt$r$p$hash`. Needs Bouncy Castle.
public final class ScryptHasher implements Hasher {

    private static final String ALGORITHM = "scrypt";
    private static final int HASH_BYTES = 64;
    private static final long MOST_MEMORY = 1L << 30;

    private final int cost;
    private final int blockSize;
    private final int parallelism;

    private ScryptHasher(int cost, int blockSize, int parallelism) {
        this.cost = cost;
        this.blockSize = blockSize;
        this.parallelism = parallelism;
    }

    /// {@return a hasher with Django's parameters: 16 MiB and five rounds}
    public static ScryptHasher standard() {
        return of(1 << 14, 8, 5);
    }

    /// {@return a hasher}
    ///
    /// @param cost N, a power of two
    /// @param blockSize r; memory is 128 x N x r bytes
    /// @param parallelism p
    public static ScryptHasher of(int cost, int blockSize, int parallelism) {
        if (!possible(cost, blockSize, parallelism)) {
            throw new IllegalArgumentException(
                    "N is a power of two, and N, r and p stay below 1 GiB of memory.");
        }
        return new ScryptHasher(cost, blockSize, parallelism);
    }

    private static boolean possible(int cost, int blockSize, int parallelism) {
        return cost > 1
                && Integer.bitCount(cost) == 1
                && blockSize > 0
                && parallelism > 0
                && parallelism <= 1024
                && 128L * cost * blockSize <= MOST_MEMORY
                && 128L * parallelism * blockSize <= MOST_MEMORY;
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
        return encode(password, salt, cost, blockSize, parallelism);
    }

    private static String encode(String password, String salt, int n, int r, int p) {
        Texts.refuseBadSalt(salt);
        byte[] hash = SCrypt.generate(Texts.utf8(password), Texts.utf8(salt), n, r, p, HASH_BYTES);
        return String.join(
                "$",
                ALGORITHM,
                String.valueOf(n),
                salt,
                String.valueOf(r),
                String.valueOf(p),
                Base64.getEncoder().encodeToString(hash));
    }

    @Override
    public boolean verify(String password, String encoded) {
        Parts parts = parts(encoded);
        if (!possible(parts.n, parts.r, parts.p) || parts.salt.isEmpty()) {
            throw new MalformedPasswordException(ALGORITHM);
        }
        return Secrets.equal(encoded, encode(password, parts.salt, parts.n, parts.r, parts.p));
    }

    @Override
    public Map<String, Object> decode(String encoded) {
        Parts parts = parts(encoded);
        var decoded = new LinkedHashMap<String, Object>();
        decoded.put("algorithm", ALGORITHM);
        decoded.put("work_factor", parts.n);
        decoded.put("salt", parts.salt);
        decoded.put("block_size", parts.r);
        decoded.put("parallelism", parts.p);
        decoded.put("hash", parts.hash);
        return decoded;
    }

    @Override
    public boolean mustUpdate(String encoded) {
        Parts parts = parts(encoded);
        return parts.n != cost || parts.r != blockSize || parts.p != parallelism;
    }

    @Override
    public Map<String, String> safeSummary(String encoded) {
        Parts parts = parts(encoded);
        var summary = new LinkedHashMap<String, String>();
        summary.put("algorithm", ALGORITHM);
        summary.put("work factor", String.valueOf(parts.n));
        summary.put("block size", String.valueOf(parts.r));
        summary.put("parallelism", String.valueOf(parts.p));
        summary.put("salt", Texts.mask(parts.salt, 6));
        summary.put("hash", Texts.mask(parts.hash, 6));
        return summary;
    }

    private record Parts(int n, String salt, int r, int p, String hash) {}

    private static Parts parts(String encoded) {
        String[] parts = Texts.parts(ALGORITHM, encoded, 6);
        return new Parts(
                Texts.number(ALGORITHM, parts[1]),
                parts[2],
                Texts.number(ALGORITHM, parts[3]),
                Texts.number(ALGORITHM, parts[4]),
                parts[5]);
    }
}
