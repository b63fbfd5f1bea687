package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.Routing;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Refuses relations from an object of one database to one of another, which no key can hold.
final class ForeignTargets {

    private ForeignTargets() {}

    static <M extends Entity> void refuse(
            ModelMapping<M> mapping, M object, String alias, BitSet asked) {
        if (mapping.relations().isEmpty() || Databases.current().all().size() == 1) {
            return;
        }
        Routing routing = Databases.current().routing();
        for (ModelRelation relation : mapping.relations()) {
            if (relation.kind() != ModelRelation.Kind.TO_ONE
                    || IntStream.of(relation.numbers(mapping)).noneMatch(asked::get)) {
                continue;
            }
            Entity target =
                    mapping.holder(object, relation.name()) instanceof ToOne<?> place
                            ? place.loadedTarget()
                            : null;
            EntityState known = target == null ? null : target.state;
            if (target == null || known == null || known.database().equals(alias)) {
                continue;
            }
            if (!routing.allowsRelation(
                    mapping.state(), alias, Mappings.of(target).state(), known.database())) {
                throw new QueryException(
                        Problem.of(
                                        "orm.E228",
                                        mapping.state().name()
                                                + "."
                                                + relation.name()
                                                + " leads from the database '"
                                                + alias
                                                + "' to '"
                                                + known.database()
                                                + "'.")
                                .because("A key leads to rows of its own database alone.")
                                .fixedBy(
                                        "Keep both in one database, or say by a router's"
                                                + " allowRelation() that the two are one."));
            }
        }
    }
}
