package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// More than one row met the conditions of `get`. Django: `MultipleObjectsReturned`.
public final class MultipleObjectsReturned extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    MultipleObjectsReturned(ModelMapping<?> model) {
        super(
                Problem.of(
                                "orm.E013",
                                "More than one "
                                        + model.state().name()
                                        + " meets these conditions.")
                        .fixedBy("Narrow them, or use first()."));
    }
}
