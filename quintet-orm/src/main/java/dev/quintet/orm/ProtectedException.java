package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A row cannot be deleted because others lead to it that must not go. Django: `ProtectedError`,
/// `RestrictedError`.
public final class ProtectedException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    ProtectedException(ModelMapping<?> model, String by, long rows) {
        super(
                Problem.of(
                                "orm.E018",
                                "This "
                                        + model.state().name()
                                        + " cannot be deleted: "
                                        + rows
                                        + " rows lead to it by "
                                        + by
                                        + ".")
                        .fixedBy("Delete those rows first, or let them lead elsewhere."));
    }
}
