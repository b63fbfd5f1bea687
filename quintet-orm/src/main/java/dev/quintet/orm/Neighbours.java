package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import java.util.List;
import java.util.Optional;

/// The rows before and behind one, by a field. Django: `_get_next_or_previous_by_FIELD`.
final class Neighbours {

    private Neighbours() {}

    static <M extends Entity> Optional<M> of(QuerySet<M> among, M row, String field, boolean next) {
        ModelMapping<M> mapping = among.mapping();
        Object value = mapping.read(row, field);
        Object key = Keys.of(row);
        if (key == null || value == null) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E241",
                                    "There is nothing before or behind a row without a place.")
                            .because(
                                    key == null
                                            ? row + " was never saved."
                                            : row + " has no value of '" + field + "'.")
                            .fixedBy("Save it, with a value of the field, first."));
        }
        Lookup beyond = next ? Lookup.GT : Lookup.LT;
        Node by = new Node.Field(FieldPath.of(field));
        Node own = new Node.Field(FieldPath.of(mapping.key().name()));
        Node equal = new Node.Compare(Lookup.EXACT, by, new Node.Value(value));
        Node later = new Node.Compare(beyond, own, new Node.Value(key));
        Node condition =
                new Node.Or(
                        List.of(
                                new Node.Compare(beyond, by, new Node.Value(value)),
                                new Node.And(List.of(equal, later))));
        QuerySet<M> there = among.filter(condition);
        return there.with(
                        there.tree()
                                .orderBy(
                                        List.of(
                                                new Ordering(by, !next, null),
                                                new Ordering(own, !next, null))))
                .first();
    }
}
