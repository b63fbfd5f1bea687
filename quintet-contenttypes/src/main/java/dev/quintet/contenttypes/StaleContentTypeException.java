package dev.quintet.contenttypes;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A content type names a model that the site does not have.
public final class StaleContentTypeException extends ContentTypesException {

    @Serial private static final long serialVersionUID = 1L;

    StaleContentTypeException(Problem problem) {
        super(problem);
    }
}
