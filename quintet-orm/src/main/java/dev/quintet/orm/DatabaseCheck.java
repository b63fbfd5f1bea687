package dev.quintet.orm;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Feature;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells what a model asks of a database that cannot do it: at the start rather than with the first
/// row. Django: `models.W036` to `models.W046`.
final class DatabaseCheck {

    private final Dialect dialect;
    private final List<CheckMessage> found = new ArrayList<>();

    private DatabaseCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    static List<CheckMessage> run(Models models, Database database) {
        var check = new DatabaseCheck(database.dialect());
        for (ModelMapping<?> model : models.list()) {
            if (model.state().managed() && !model.state().options().proxy()) {
                check.look(model.state());
            }
        }
        return check.found;
    }

    private void look(ModelState model) {
        model.columns().forEach(field -> type(model, field));
        model.indexes().forEach(index -> index(model, index));
        model.constraints().forEach(constraint -> constraint(model, constraint));
    }

    private void type(ModelState model, FieldState field) {
        boolean only =
                switch (field.type().sql()) {
                    case SqlType.ArrayOf _, SqlType.RangeOf _, SqlType.Hstore _ -> true;
                    default -> false;
                };
        if (only && !dialect.name().equals("postgresql")) {
            String label = model.label() + "." + field.name();
            found.add(
                    CheckMessage.error(
                                    "orm.E168",
                                    label
                                            + " is a "
                                            + field.type().name()
                                            + ", which "
                                            + dialect.name()
                                            + " has not.",
                                    label)
                            .hint("Use PostgreSQL, or keep the value as JSON."));
        }
    }

    private void index(ModelState model, IndexState index) {
        String name = model.label() + ": index " + index.name();
        if (index.condition() != null) {
            ask(Feature.PARTIAL_INDEXES, name, "It is not made there.");
        }
        if (!index.plain()) {
            ask(Feature.EXPRESSION_INDEXES, name, "It is not made there.");
        }
        if (!index.include().isEmpty()) {
            ask(Feature.COVERING_INDEXES, name, "It is made without them.");
        }
    }

    private void constraint(ModelState model, ConstraintState constraint) {
        String name = model.label() + ": constraint " + constraint.name();
        switch (constraint) {
            case ConstraintState.Unique unique -> {
                if (unique.condition() != null) {
                    ask(Feature.PARTIAL_INDEXES, name, "The database does not guard it there.");
                }
                if (Boolean.FALSE.equals(unique.nullsDistinct())) {
                    ask(Feature.ALIKE_NULLS, name, "The database lets NULLs pass there.");
                }
                if (unique.fields().size() < unique.parts().size()) {
                    ask(Feature.EXPRESSION_INDEXES, name, "The database does not guard it there.");
                }
            }
            case ConstraintState.Exclusion _ ->
                    ask(
                            Feature.EXCLUSION_CONSTRAINTS,
                            name,
                            "The database does not guard it there.");
            case ConstraintState.Check _ -> {}
        }
    }

    private void ask(Feature feature, String what, String then) {
        if (!dialect.features().contains(feature)) {
            found.add(
                    CheckMessage.warning(
                                    "orm.W169",
                                    what
                                            + " needs what "
                                            + dialect.name()
                                            + " has not: "
                                            + feature.words().toLowerCase(Locale.ROOT)
                                            + ". "
                                            + then,
                                    what)
                            .hint(feature.instead()));
        }
    }
}
