package dev.quintet.auth.password;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// Too many passwords wait for a core already: the visitor is to try again, status 503.
public final class HashingBusyException extends PasswordException {

    @Serial private static final long serialVersionUID = 1L;

    HashingBusyException() {
        super(
                Problem.of("auth.E003", "Too many passwords are being hashed.")
                        .because(
                                "As many are hashed at once as there are cores, and a queue waits.")
                        .fixedBy("Limit how often one visitor may try to sign in."));
    }
}
