package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        List<String> fields = new ArrayList<>(List.of(field));
        List<Object> place = new ArrayList<>(List.of(value));
        mapping.keyFields().forEach(part -> fields.add(part.name()));
        if (key instanceof List<?> parts) {
            parts.forEach(part -> place.add(Objects.requireNonNull(part)));
        } else {
            place.add(key);
        }

        Lookup beyond = next ? Lookup.GT : Lookup.LT;
        List<Node> ways = new ArrayList<>();
        List<Node> alike = new ArrayList<>();
        List<Ordering> order = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Node by = new Node.Field(FieldPath.of(fields.get(i)));
            Node at = new Node.Value(place.get(i));
            List<Node> way = new ArrayList<>(alike);
            way.add(new Node.Compare(beyond, by, at));
            ways.add(new Node.And(way));
            alike.add(new Node.Compare(Lookup.EXACT, by, at));
            order.add(new Ordering(by, !next, null));
        }
        QuerySet<M> there = among.filter(new Node.Or(ways));
        return there.with(there.tree().orderBy(order)).first();
    }
}
