package dev.quintet.admin;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;

/// The admin was told something that cannot be.
public final class AdminException extends QuintetException {

    @Serial private static final long serialVersionUID = 1L;

    AdminException(Problem problem) {
        super(problem);
    }
}
