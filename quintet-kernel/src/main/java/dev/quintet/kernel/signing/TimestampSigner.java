package dev.quintet.kernel.signing;

import dev.quintet.kernel.signing.BadSignatureException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Signs text together with the time: `value:time:signature`, the time in seconds since 1970 in
/// base 62. Immutable, safe for many threads. Django: `TimestampSigner`, `dumps`, `loads`.
public final class TimestampSigner {

    /// Django's salt where none is given.
    public static final String DEFAULT_SALT = "django.core.signing.TimestampSigner";

    /// Django's salt of `dumps` and `loads` where none is given.
    public static final String DUMPS_SALT = "django.core.signing";

    private final Signer signer;
    private final InstantSource clock;

    private TimestampSigner(Signer signer, InstantSource clock) {
        this.signer = signer;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /// {@return a signer with these secrets, Django's default salt, `:` and SHA-256}
    ///
    /// @param clock a site's own clock, `context.clock()`
    public static TimestampSigner of(SigningKeys keys, InstantSource clock) {
        return new TimestampSigner(Signer.of(keys).salt(DEFAULT_SALT), clock);
    }

    /// {@return this signer for another use: what it signs, signers of other salts do not know}
    public TimestampSigner salt(String salt) {
        return new TimestampSigner(signer.salt(salt), clock);
    }

    /// {@return this signer with another mark between the parts}
    ///
    /// @throws IllegalArgumentException when it is empty or could be part of a signature
    public TimestampSigner separator(String separator) {
        return new TimestampSigner(signer.separator(separator), clock);
    }

    /// {@return this signer with another digest}
    public TimestampSigner algorithm(SaltedHmac.Algorithm algorithm) {
        return new TimestampSigner(signer.algorithm(algorithm), clock);
    }

    /// {@return `value` with the time and the signature of both}
    public String sign(String value) {
        return signer.sign(
                value + signer.separator() + Base62.of(clock.instant().getEpochSecond()));
    }

    /// {@return the value that was signed}
    ///
    /// @param maxAge how old the signature may be, or `null` for any age
    /// @throws BadSignatureException when it was not signed here, or is too old
    public String unsign(String signed, @Nullable Duration maxAge) {
        String timed = signer.unsign(signed);
        int at = timed.lastIndexOf(signer.separator());
        if (at < 0) {
            throw new BadSignatureException(Reason.MALFORMED, "The signed value has no time.");
        }
        if (maxAge != null) {
            refuseOlder(timed.substring(at + signer.separator().length()), maxAge);
        }
        return timed.substring(0, at);
    }

    /// {@return `object` as JSON in URL-safe text, with the time and the signature of both}
    ///
    /// @param compress whether it is deflated where that makes it shorter
    public String signObject(@Nullable Object object, boolean compress) {
        return sign(Packed.pack(object, compress));
    }

    /// {@return the JSON value that was signed, as {@link
    /// dev.quintet.kernel.json.Json#parse(String)} has it}
    ///
    /// @param maxAge how old the signature may be, or `null` for any age
    /// @throws BadSignatureException when it was not signed here, or is too old
    public @Nullable Object unsignObject(String signed, @Nullable Duration maxAge) {
        return Packed.unpack(unsign(signed, maxAge));
    }

    private void refuseOlder(String time, Duration maxAge) {
        Instant then;
        try {
            then = Instant.ofEpochSecond(Base62.parse(time));
        } catch (NumberFormatException | java.time.DateTimeException _) {
            throw new BadSignatureException(Reason.MALFORMED, "The signed value has no time.");
        }
        Duration age = Duration.between(then, clock.instant());
        if (age.compareTo(maxAge) > 0) {
            throw new BadSignatureException(
                    Reason.EXPIRED,
                    "Signature age " + seconds(age) + " > " + seconds(maxAge) + " seconds.");
        }
    }

    private static String seconds(Duration time) {
        var exact =
                java.math.BigDecimal.valueOf(time.getSeconds())
                        .add(java.math.BigDecimal.valueOf(time.getNano(), 9))
                        .stripTrailingZeros();
        return exact.toPlainString();
    }

    @Override
    public String toString() {
        return "Timestamp" + signer;
    }
}
