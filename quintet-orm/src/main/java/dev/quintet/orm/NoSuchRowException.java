package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.WithStatus;
import java.io.Serial;

/// What a visitor asked for is not in the database: a page 404. Django: `get_object_or_404`.
public final class NoSuchRowException extends OrmException implements WithStatus {

    @Serial private static final long serialVersionUID = 1L;

    NoSuchRowException(ModelMapping<?> model) {
        super(Problem.of("orm.E014", "No " + model.state().name() + " meets what was asked for."));
    }

    @Override
    public int status() {
        return 404;
    }
}
