package dev.quintet.orm;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;

/// Paths of relations to one row, which a statement can load along.
final class ToOnePaths {

    private static final int MOST_STEPS = 5;

    private ToOnePaths() {}

    /// {@return the path, every step of which leads to one row}
    static FieldPath checked(ModelMapping<?> model, FieldPath path) {
        target(model, path);
        return path;
    }

    /// {@return what a path leads to; asked for each query, so it makes no list of the names}
    private static ModelMapping<?> target(ModelMapping<?> model, FieldPath path) {
        FieldPath before = path.before();
        if (before == null) {
            return model;
        }
        ModelMapping<?> at = target(model, before);
        String name = path.last();
        ModelRelation relation = at.relation(name);
        if (relation == null) {
            List<String> known =
                    at.relations().stream()
                            .filter(one -> !one.many())
                            .map(ModelRelation::name)
                            .toList();
            throw new QueryException(
                    Problem.of(
                                    "orm.E124",
                                    "'"
                                            + name
                                            + "' of "
                                            + at.state().name()
                                            + " is no relation to join in.")
                            .because("Those are: " + String.join(", ", known) + ".")
                            .fixedBy(Nearest.question(name, known)));
        }
        if (relation.many()) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E046",
                                    "'" + name + "' leads to many rows: it cannot be joined in.")
                            .fixedBy("Use prefetchRelated for it."));
        }
        return relation.target().get();
    }

    /// {@return all paths of keys that are never NULL}
    static List<FieldPath> required(ModelMapping<?> model) {
        List<FieldPath> all = new ArrayList<>();
        collect(model, FieldPath.ROOT, all);
        return all;
    }

    private static void collect(ModelMapping<?> model, FieldPath path, List<FieldPath> all) {
        if (path.names().size() >= MOST_STEPS) {
            return;
        }
        for (ModelRelation relation : model.relations()) {
            if (relation.kind() != ModelRelation.Kind.TO_ONE) {
                continue;
            }
            if (!relation.fields(model).getFirst().nullable()) {
                FieldPath longer = path.then(relation.name());
                all.add(longer);
                collect(relation.target().get(), longer, all);
            }
        }
    }
}
