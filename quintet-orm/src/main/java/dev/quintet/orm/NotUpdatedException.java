package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A row that was to be updated is gone.
public final class NotUpdatedException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    NotUpdatedException(ModelMapping<?> model, Object key) {
        super(
                Problem.of(
                        "orm.E016",
                        "The row of "
                                + model.state().name()
                                + " with the key "
                                + key
                                + " is gone: nothing was updated."));
    }
}
