package dev.quintet.kernel.signing;

import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The secrets that signatures are made with: the one that signs, and older ones whose signatures
/// still count, so that a secret can be changed without logging everybody out. Immutable; never
/// prints a secret.
public final class SigningKeys {

    private final List<byte[]> keys;

    private SigningKeys(List<byte[]> keys) {
        this.keys = keys;
    }

    /// {@return these secrets, the first of which signs}
    public static SigningKeys of(String secret, String... older) {
        return of(secret, List.of(older));
    }

    /// {@return these secrets, the first of which signs}
    public static SigningKeys of(String secret, List<String> older) {
        var keys = new ArrayList<byte[]>();
        keys.add(Objects.requireNonNull(secret, "secret").getBytes(StandardCharsets.UTF_8));
        for (String key : older) {
            keys.add(key.getBytes(StandardCharsets.UTF_8));
        }
        return new SigningKeys(List.copyOf(keys));
    }

    /// {@return the site's `SECRET_KEY` and `SECRET_KEY_FALLBACKS`}
    public static SigningKeys of(Settings settings) {
        return of(
                settings.get(KernelSettings.SECRET_KEY),
                settings.get(KernelSettings.SECRET_KEY_FALLBACKS));
    }

    /// {@return the same secrets for another use, each with `purpose` before it}
    public SigningKeys prefixed(String purpose) {
        byte[] before = purpose.getBytes(StandardCharsets.UTF_8);
        var prefixed = new ArrayList<byte[]>();
        for (byte[] key : keys) {
            byte[] longer = Arrays.copyOf(before, before.length + key.length);
            System.arraycopy(key, 0, longer, before.length, key.length);
            prefixed.add(longer);
        }
        return new SigningKeys(List.copyOf(prefixed));
    }

    /// {@return the secret that signs, then the older ones; not copies}
    List<byte[]> all() {
        return keys;
    }

    /// {@return what `SaltedHmac` makes of `value` by each secret in turn, the signing one first,
    /// in small hex digits}
    public List<String> hexDigests(String salt, String value, SaltedHmac.Algorithm algorithm) {
        return keys.stream().map(key -> SaltedHmac.hex(salt, value, key, algorithm)).toList();
    }

    @Override
    public String toString() {
        return "SigningKeys[****, " + (keys.size() - 1) + " older]";
    }
}
