package dev.quintet.kernel.signing;

import dev.quintet.kernel.signing.BadSignatureException.Reason;
import dev.quintet.kernel.signing.SaltedHmac.Algorithm;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs text, so that it can be given away and known again: `value:signature`. Immutable, safe for
/// many threads. Django: `Signer`.
///
/// Signing does not hide: whoever has the text can read it. For a signature that ends, use {@link
/// TimestampSigner}.
public final class Signer {

    /// Django's salt where none is given.
    public static final String DEFAULT_SALT = "django.core.signing.Signer";

    private static final Pattern UNSAFE = Pattern.compile("[A-Za-z0-9_=-]*");

    private final SigningKeys keys;
    private final String salt;
    private final String separator;
    private final Algorithm algorithm;

    /// The keys of this use, made when they are first needed; made twice they are the same.
    private final AtomicReferenceArray<SecretKeySpec> derived;

    private Signer(SigningKeys keys, String salt, String separator, Algorithm algorithm) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.salt = salt;
        this.separator = separator;
        this.algorithm = algorithm;
        this.derived = new AtomicReferenceArray<>(keys.all().size());
    }

    /// {@return a signer with these secrets, Django's default salt, `:` and SHA-256}
    public static Signer of(SigningKeys keys) {
        return new Signer(keys, DEFAULT_SALT, ":", Algorithm.SHA256);
    }

    /// {@return this signer for another use: what it signs, signers of other salts do not know}
    public Signer salt(String salt) {
        return new Signer(keys, salt, separator, algorithm);
    }

    /// {@return this signer with another mark between value and signature}
    ///
    /// @throws IllegalArgumentException when it is empty or could be part of a signature
    public Signer separator(String separator) {
        if (UNSAFE.matcher(separator).matches()) {
            throw new IllegalArgumentException(
                    "Unsafe Signer separator: '"
                            + separator
                            + "' (cannot be empty or consist of only A-z0-9-_=)");
        }
        return new Signer(keys, salt, separator, algorithm);
    }

    /// {@return this signer with another digest}
    public Signer algorithm(Algorithm algorithm) {
        return new Signer(keys, salt, separator, algorithm);
    }

    /// {@return the signature of `value` alone}
    public String signature(String value) {
        return signature(value, 0);
    }

    /// {@return `value` with its signature}
    public String sign(String value) {
        return value + separator + signature(value);
    }

    /// {@return the value that was signed, with the present secret or an older one}
    ///
    /// @throws BadSignatureException when it was not
    public String unsign(String signed) {
        int at = signed.lastIndexOf(separator);
        if (at < 0) {
            throw new BadSignatureException(
                    Reason.MALFORMED, "No \"" + separator + "\" found in value.");
        }
        String value = signed.substring(0, at);
        String signature = signed.substring(at + separator.length());
        for (int i = 0; i < derived.length(); i++) {
            if (Secrets.equal(signature, signature(value, i))) {
                return value;
            }
        }
        throw new BadSignatureException(
                Reason.MISMATCH, "Signature \"" + signature + "\" does not match.");
    }

    /// {@return `object` as signed JSON in URL-safe text}
    ///
    /// @param compress whether it is deflated where that makes it shorter
    public String signObject(@Nullable Object object, boolean compress) {
        return sign(Packed.pack(object, compress));
    }

    /// {@return the JSON value that was signed, as {@link
    /// dev.quintet.kernel.json.Json#parse(String)} has it}
    ///
    /// @throws BadSignatureException when it was not
    public @Nullable Object unsignObject(String signed) {
        return Packed.unpack(unsign(signed));
    }

    String separator() {
        return separator;
    }

    private String signature(String value, int number) {
        SecretKeySpec key = derived.get(number);
        if (key == null) {
            key = SaltedHmac.key(salt + "signer", keys.all().get(number), algorithm);
            derived.set(number, key);
        }
        byte[] digest = SaltedHmac.of(key, value, algorithm);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    @Override
    public String toString() {
        return "Signer[" + salt + "]";
    }
}
