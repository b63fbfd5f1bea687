package dev.quintet.kernel.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A keyed digest whose key belongs to one use: HMAC under the digest of salt and secret. Django:
/// `salted_hmac`.
public final class SaltedHmac {

    /// Which digest is used, for the key as for the value.
    public enum Algorithm {
        /// What Django uses where it says nothing else; for values of old only.
        SHA1("SHA-1", "HmacSHA1"),
        /// What everything new uses.
        SHA256("SHA-256", "HmacSHA256"),
        /// Longer than needed.
        SHA512("SHA-512", "HmacSHA512");

        private final String digest;
        private final String mac;

        Algorithm(String digest, String mac) {
            this.digest = digest;
            this.mac = mac;
        }

        /// {@return the algorithm that Python calls `name`, such as `sha256`}
        ///
        /// @throws IllegalArgumentException when it is not one of these
        public static Algorithm named(String name) {
            for (Algorithm algorithm : values()) {
                if (algorithm.name().equalsIgnoreCase(name)) {
                    return algorithm;
                }
            }
            throw new IllegalArgumentException(
                    "'" + name + "' is not an algorithm; sha1, sha256 and sha512 are.");
        }
    }

    private SaltedHmac() {}

    /// {@return the digest of `value`}
    ///
    /// @param salt names the use, so that a signature for one is none for another
    public static byte[] of(String salt, String value, byte[] secret, Algorithm algorithm) {
        return of(key(salt, secret, algorithm), value, algorithm);
    }

    /// {@return the key of one use, for who signs often}
    static SecretKeySpec key(String salt, byte[] secret, Algorithm algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.digest);
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest.digest(secret), algorithm.mac);
        } catch (GeneralSecurityException missing) {
            throw without(algorithm, missing);
        }
    }

    /// {@return the digest of `value` by the key of one use}
    static byte[] of(SecretKeySpec key, String value, Algorithm algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac);
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw without(algorithm, missing);
        }
    }

    private static IllegalStateException without(
            Algorithm algorithm, GeneralSecurityException missing) {
        return new IllegalStateException(
                "This Java has no " + algorithm.mac + ", which every Java must.", missing);
    }

    /// {@return the digest of `value` in small hex digits}
    public static String hex(String salt, String value, byte[] secret, Algorithm algorithm) {
        return HexFormat.of().formatHex(of(salt, value, secret, algorithm));
    }
}
