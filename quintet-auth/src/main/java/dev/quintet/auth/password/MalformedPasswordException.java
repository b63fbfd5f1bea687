package dev.quintet.auth.password;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A stored password does not have the form of its algorithm. Says nothing of what is stored.
public final class MalformedPasswordException extends PasswordException {

    @Serial private static final long serialVersionUID = 1L;

    MalformedPasswordException(String algorithm) {
        super(
                Problem.of("auth.E001", "A stored password of '" + algorithm + "' cannot be read.")
                        .because("Parts are missing, or are not numbers where they must be.")
                        .fixedBy("Give the account a new password."));
    }
}
