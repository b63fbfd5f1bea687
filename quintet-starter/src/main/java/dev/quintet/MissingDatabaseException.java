package dev.quintet;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// The file of a database is not there yet.
public final class MissingDatabaseException extends SiteException {

    @Serial private static final long serialVersionUID = 1L;

    MissingDatabaseException(Problem problem) {
        super(problem);
    }
}
