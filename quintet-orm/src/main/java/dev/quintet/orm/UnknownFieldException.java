package dev.quintet.orm;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.List;

/// A query names a field that its model does not have.
public final class UnknownFieldException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    /// Names the field at fault, lists the fields that there are, and proposes the nearest.
    public UnknownFieldException(String model, String field, List<String> known) {
        super(
                Problem.of("orm.E012", model + " has no field '" + field + "'.")
                        .because("Its fields are: " + String.join(", ", known) + ".")
                        .fixedBy(Nearest.question(field, known)));
    }
}
