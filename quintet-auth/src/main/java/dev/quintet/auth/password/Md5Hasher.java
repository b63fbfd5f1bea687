package dev.quintet.auth.password;

import dev.quintet.kernel.signing.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Salted MD5, `md5$salt$hash`: for passwords of old and for fast tests. Never the hasher of new
/// passwords: {@link Passwords} refuses it in the first place.
public final class Md5Hasher implements Hasher {

    static final String ALGORITHM = "md5";

    /// A hasher without parameters.
    public Md5Hasher() {}

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
        Texts.refuseBadSalt(salt);
        return ALGORITHM + "$" + salt + "$" + Texts.hex("MD5", Texts.utf8(salt + password));
    }

    @Override
    public boolean verify(String password, String encoded) {
        String[] parts = Texts.parts(ALGORITHM, encoded, 3);
        if (parts[1].isEmpty()) {
            throw new MalformedPasswordException(ALGORITHM);
        }
        return Secrets.equal(encoded, encode(password, parts[1]));
    }

    @Override
    public Map<String, Object> decode(String encoded) {
        String[] parts = Texts.parts(ALGORITHM, encoded, 3);
        var decoded = new LinkedHashMap<String, Object>();
        decoded.put("algorithm", ALGORITHM);
        decoded.put("hash", parts[2]);
        decoded.put("salt", parts[1]);
        return decoded;
    }

    @Override
    public boolean mustUpdate(String encoded) {
        return Texts.weakSalt(Texts.parts(ALGORITHM, encoded, 3)[1]);
    }

    @Override
    public Map<String, String> safeSummary(String encoded) {
        String[] parts = Texts.parts(ALGORITHM, encoded, 3);
        var summary = new LinkedHashMap<String, String>();
        summary.put("algorithm", ALGORITHM);
        summary.put("salt", Texts.mask(parts[1], 2));
        summary.put("hash", Texts.mask(parts[2], 6));
        return summary;
    }
}
