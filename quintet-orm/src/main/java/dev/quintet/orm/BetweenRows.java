package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// New rows of a model that stands between two others.
final class BetweenRows {

    private BetweenRows() {}

    static void insert(
            Entity owner, ModelRelation relation, Set<Object> keys, Map<String, ?> values) {
        RelationState.Through through = Objects.requireNonNull(relation.through());
        insert(model(through), owner, relation, keys, values);
    }

    /// {@return the mapping of the model between}
    private static ModelMapping<?> model(RelationState.Through through) {
        String label = Objects.requireNonNull(through.model());
        return Context.current().get(Models.KEY).get(label);
    }

    private static <B extends Entity> void insert(
            ModelMapping<B> between,
            Entity owner,
            ModelRelation relation,
            Set<Object> keys,
            Map<String, ?> values) {
        RelationState.Through through = Objects.requireNonNull(relation.through());
        int from = number(between, through.from());
        int to = number(between, through.to());
        Object key = Objects.requireNonNull(Keys.of(owner));
        List<B> rows = new ArrayList<>();
        for (Object target : keys) {
            rows.add(row(between, from, key, to, target, values));
            if (relation.symmetrical() && !target.equals(key)) {
                rows.add(row(between, from, target, to, key, values));
            }
        }
        Bulk.create(between, rows, Routed.forWrite(Mappings.of(owner), owner), BulkOptions.plain());
    }

    private static <B extends Entity> B row(
            ModelMapping<B> between,
            int from,
            Object fromKey,
            int to,
            Object toKey,
            Map<String, ?> values) {
        B row = between.blank();
        values.forEach((name, value) -> write(between, row, name, value));
        between.assign(row, from, fromKey);
        between.assign(row, to, toKey);
        return row;
    }

    /// Puts a value into a field by name, an object into a relation.
    static <B extends Entity> void write(
            ModelMapping<B> mapping, B row, String name, Object value) {
        if (value instanceof Entity target
                && mapping.relation(name) != null
                && mapping.holder(row, name) instanceof ToOne<?> place) {
            place.lead(target);
        } else {
            mapping.write(row, name, value);
        }
    }

    private static int number(ModelMapping<?> between, String column) {
        for (int number = 0; number < between.columns().size(); number++) {
            if (between.columns().get(number).column().equals(column)) {
                return number;
            }
        }
        throw new IllegalArgumentException(between.state().label() + " has no column " + column);
    }
}
