package records.catalog;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;

/// The shop's stock cannot be put into its database.
final class StockException extends QuintetException {

    private static final long serialVersionUID = 1L;

    StockException(Problem problem) {
        super(problem);
    }
}
