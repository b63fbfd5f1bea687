package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A transaction is used in a way that would lose something.
public final class TransactionException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    TransactionException(Problem problem) {
        super(problem);
    }
}
