package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A transaction is used in a way that would lose something.
public final class TransactionException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what led to it, if something did.
    public TransactionException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    TransactionException(Problem problem) {
        super(problem);
    }
}
