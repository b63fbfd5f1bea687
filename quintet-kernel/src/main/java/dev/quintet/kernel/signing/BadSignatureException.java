package dev.quintet.kernel.signing;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A signed value is not one that this site signed, or is too old. Django: `BadSignature`,
/// `SignatureExpired`.
public final class BadSignatureException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why a signed value is refused.
    public enum Reason {
        /// It does not have the form of a signed value.
        MALFORMED,
        /// The signature is not that of the value.
        MISMATCH,
        /// The signature is right, but older than was asked for.
        EXPIRED
    }

    BadSignatureException(Reason reason, String problem) {
        super(Problem.of(reason == Reason.EXPIRED ? "signing.E002" : "signing.E001", problem));
        this.reason = reason;
    }

    /// {@return why the value is refused}
    public Reason reason() {
        return reason;
    }
}
