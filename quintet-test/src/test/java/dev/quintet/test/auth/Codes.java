package dev.quintet.test.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app, as RFC 6238 describes it, written a second time: for tests of the first.
final class Codes {

    private Codes() {}

    /// {@return the code of a moment}
    ///
    /// @param secret as the page shows it, in letters and digits
    static String at(String secret, Instant moment) {
        byte[] key = bytes(secret.replace(" ", ""));
        byte[] counter = ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / 30).array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(counter));
            int number = digest.getInt(digest.get(19) & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        for (char letter : base32.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 | value).substring(1));
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
