package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.PythonObject;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.Q;
import dev.quintet.orm.QuerySet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ways back that no field of a model declares, as Django makes them: `user.member`,
/// `group.user_set`, `periodical.magazine`.
final class UndeclaredWays {

    private UndeclaredWays() {}

    /// {@return what such a way leads to, or {@link PythonObject#MISSING} where there is none}
    static @Nullable Object follow(EntityValue from, String name) {
        String plain = name.endsWith("_set") ? name.substring(0, name.length() - 4) : name;
        ModelRelation relation = from.mapping().relation(plain);
        if (relation == null || from.mapping().relations().contains(relation)) {
            return PythonObject.MISSING;
        }
        Object joined = EntityMethods.annotation(from.entity(), plain);
        if (relation.kind() == ModelRelation.Kind.REVERSE_ONE) {
            Optional<?> one =
                    PythonObject.missing(joined)
                            ? rows(from, relation).first()
                            : Optional.ofNullable(joined);
            return Conversion.toPython(
                    one.orElseThrow(() ->
                            new PythonError(
                                    "RelatedObjectDoesNotExist",
                                    from.typeName() + " has no " + name + ".")));
        }
        return name.equals(plain)
                ? PythonObject.MISSING
                : RowsValue.of(rows(from, relation), relation.target().get());
    }

    private static QuerySet<?> rows(EntityValue from, ModelRelation relation) {
        ModelMapping<?> target = relation.target().get();
        return all(target).filter(Q.of(forward(target, relation), from.entity()));
    }

    private static <M extends Entity> QuerySet<M> all(ModelMapping<M> mapping) {
        return QuerySet.of(mapping);
    }

    private static String forward(ModelMapping<?> target, ModelRelation relation) {
        String field = relation.field();
        if (field != null) {
            return field;
        }
        return target.relations().stream()
                .filter(one ->
                        one.through() != null
                                && relation.through() != null
                                && one.through().turned().equals(relation.through()))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
