package dev.quintet.contenttypes;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A command needs somebody's word before it deletes, and nobody can be asked.
public final class UnansweredException extends ContentTypesException {

    @Serial private static final long serialVersionUID = 1L;

    UnansweredException(Problem problem) {
        super(problem);
    }
}
