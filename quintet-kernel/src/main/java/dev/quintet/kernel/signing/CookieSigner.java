package dev.quintet.kernel.signing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Signs the values of cookies, each for its own name. Immutable, safe for many threads. Django:
/// `set_signed_cookie`, `get_signed_cookie`.
///
/// Up to 6.0, Django's salt was that of the caller and the name run together, so that one cookie
/// could pass for another; since 6.1 the salt's length parts them. Both are known here.
public final class CookieSigner {

    /// What is done about the salts of Django up to 6.0.
    public enum Legacy {
        /// They are not known: the safe choice.
        REFUSE,
        /// They are read but no longer written: while old cookies are about.
        ACCEPT,
        /// They are read and written: beside a live Django of 6.0 or older.
        WRITE
    }

    private final TimestampSigner signer;
    private final Legacy legacy;

    private CookieSigner(TimestampSigner signer, Legacy legacy) {
        this.signer = signer;
        this.legacy = Objects.requireNonNull(legacy, "legacy");
    }

    /// {@return a signer of cookies}
    public static CookieSigner of(SigningKeys keys, InstantSource clock, Legacy legacy) {
        return new CookieSigner(
                TimestampSigner.of(keys.prefixed("django.http.cookies"), clock), legacy);
    }

    /// {@return what the cookie `name` is to hold}
    ///
    /// @param salt the caller's own; empty for none
    public String sign(String name, String value, String salt) {
        String whole = legacy == Legacy.WRITE ? salt + name : separated(name, salt);
        return signer.salt(whole).sign(value);
    }

    /// {@return the value that was signed for the cookie `name`}
    ///
    /// @param maxAge how old the signature may be, or `null` for any age
    /// @throws BadSignatureException when it was not signed here, or is too old
    public String unsign(String name, String signed, String salt, @Nullable Duration maxAge) {
        try {
            return signer.salt(separated(name, salt)).unsign(signed, maxAge);
        } catch (BadSignatureException wrong) {
            if (legacy == Legacy.REFUSE
                    || wrong.reason() != BadSignatureException.Reason.MISMATCH) {
                throw wrong;
            }
            return signer.salt(salt + name).unsign(signed, maxAge);
        }
    }

    private static String separated(String name, String salt) {
        int length = salt.codePointCount(0, salt.length());
        return "django.http.cookies.v2:" + length + ":" + salt + name;
    }
}
