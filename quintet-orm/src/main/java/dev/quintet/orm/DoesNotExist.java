package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.SilentInTemplates;
import java.io.Serial;

/// No row met the conditions of `get`. Django: `DoesNotExist`.
public final class DoesNotExist extends OrmException implements SilentInTemplates {

    @Serial private static final long serialVersionUID = 1L;

    DoesNotExist(Problem problem) {
        super(problem);
    }

    static DoesNotExist of(ModelMapping<?> model) {
        return new DoesNotExist(
                Problem.of("orm.E010", "No " + model.state().name() + " meets these conditions.")
                        .fixedBy("Use first() where none may be found, or getOr404() in a view."));
    }

    static DoesNotExist ofKey(ModelMapping<?> model, Object key) {
        return new DoesNotExist(
                Problem.of(
                                "orm.E011",
                                "There is no "
                                        + model.state().name()
                                        + " with the key "
                                        + key
                                        + ".")
                        .because("Its row was deleted, or the database does not keep the key."));
    }

    static DoesNotExist notHere(Entity row, Entity owner) {
        return new DoesNotExist(
                Problem.of("orm.E165", row + " does not lead to " + owner + ".")
                        .fixedBy("Take away only rows that lead here."));
    }

    static DoesNotExist reverse(ModelRelation relation) {
        return new DoesNotExist(
                Problem.of(
                        "orm.E015",
                        "No "
                                + relation.target().get().state().name()
                                + " leads to this object by "
                                + relation.field()
                                + "."));
    }
}
