package dev.quintet.auth.password;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A stored password names an algorithm that this site does not have.
public final class UnknownHasherException extends PasswordException {

    @Serial private static final long serialVersionUID = 1L;

    UnknownHasherException(Problem problem) {
        super(problem);
    }
}
