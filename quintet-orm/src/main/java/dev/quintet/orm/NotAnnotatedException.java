package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.List;

/// An object was asked for a value that its query did not work out.
public final class NotAnnotatedException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    NotAnnotatedException(List<String> names) {
        super(
                Problem.of("orm.E017", "This object has no such annotation.")
                        .because(
                                names.isEmpty()
                                        ? "Its query had none."
                                        : "Its annotations are: " + String.join(", ", names) + ".")
                        .fixedBy("Add annotate(name, expression) to the query."));
    }
}
