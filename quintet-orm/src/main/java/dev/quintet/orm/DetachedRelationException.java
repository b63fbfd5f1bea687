package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A relation of a new object was asked for rows before the object was saved.
public final class DetachedRelationException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    DetachedRelationException() {
        super(
                Problem.of("orm.E020", "This relation belongs to an object that was never saved.")
                        .because("Rows are tied by keys, and a new object has none yet.")
                        .fixedBy("Save the object first."));
    }
}
