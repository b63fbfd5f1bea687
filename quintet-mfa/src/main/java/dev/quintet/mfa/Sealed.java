package dev.quintet.mfa;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signing.SaltedHmac;
import dev.quintet.kernel.signing.SigningKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Bytes that the site alone can read: AES-256-GCM, under a key derived from its `SECRET_KEY`, and
/// tied to whose they are, so that a row copied to another user opens nothing. Older keys of
/// `SECRET_KEY_FALLBACKS` still open what they sealed.
final class Sealed {

    private static final String SALT = "dev.quintet.mfa.sealed";
    private static final String VERSION = "1.";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /// What was opened. Never prints it.
    static final class Opened {

        private final byte[] bytes;
        private final boolean old;

        Opened(byte[] bytes, boolean old) {
            this.bytes = bytes;
            this.old = old;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        /// {@return whether an older key sealed it, so that it should be sealed anew}
        boolean old() {
            return old;
        }

        @Override
        public String toString() {
            return "Opened[****]";
        }
    }

    /// @param owner whose it is
    static String seal(byte[] bytes, String owner) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys().getFirst(), iv, owner).doFinal(bytes);
            byte[] whole =
                    ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
            return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// {@return what is in it, or `null` where no key of the site opens it}
    static @Nullable Opened open(String text, String owner) {
        if (!text.startsWith(VERSION)) {
            return null;
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
        } catch (IllegalArgumentException broken) {
            return null;
        }
        if (whole.length <= IV_BYTES) {
            return null;
        }
        List<String> keys = keys();
        for (int i = 0; i < keys.size(); i++) {
            byte[] bytes = openedBy(keys.get(i), whole, owner);
            if (bytes != null) {
                return new Opened(bytes, i > 0);
            }
        }
        return null;
    }

    private static byte @Nullable [] openedBy(String key, byte[] whole, String owner) {
        try {
            byte[] iv = Arrays.copyOf(whole, IV_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, iv, owner)
                    .doFinal(whole, IV_BYTES, whole.length - IV_BYTES);
        } catch (GeneralSecurityException anotherKey) {
            return null;
        }
    }

    private static Cipher cipher(int mode, String key, byte[] iv, String owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(
                mode,
                new SecretKeySpec(HexFormat.of().parseHex(key), "AES"),
                new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// The keys, 256 bits each, the one that seals first.
    private static List<String> keys() {
        return SigningKeys.of(Context.current().settings())
                .hexDigests(SALT, "aes-256-gcm", SaltedHmac.Algorithm.SHA256);
    }
}
