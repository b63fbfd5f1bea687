package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Objects by a value that no two of them share.
final class InBulk {

    private static final int MOST_VALUES = 10_000;

    private InBulk() {}

    static <M extends Entity> Map<Object, M> of(
            QuerySet<M> rows, @Nullable Collection<?> values, String name) {
        ModelMapping<M> mapping = rows.mapping();
        if (name.equals("pk") && mapping.hasCompositeKey()) {
            return found(rows, values, KeyNodes.whole(mapping), Keys::of);
        }
        String field = name.equals("pk") ? mapping.key().name() : name;
        int number = mapping.number(field);
        if (number < 0) {
            throw new UnknownFieldException(mapping.state().name(), name, mapping.names());
        }
        FieldState state = mapping.columns().get(number);
        boolean unique =
                state.primaryKey()
                        || state.unique()
                        || rows.tree()
                                .extras()
                                .distinctOn()
                                .contains(new Node.Field(FieldPath.of(field)));
        if (!unique) {
            throw new QueryException(
                    Problem.of("orm.E125", "Objects cannot be told by '" + name + "'.")
                            .because("Two rows may have the same: it is not unique.")
                            .fixedBy("Name a unique field, or the key."));
        }
        return found(
                rows, values, new Node.Field(FieldPath.of(field)), row -> mapping.read(row, field));
    }

    private static <M extends Entity> Map<Object, M> found(
            QuerySet<M> rows,
            @Nullable Collection<?> values,
            Node operand,
            Function<M, @Nullable Object> told) {
        Map<Object, M> found = new LinkedHashMap<>();
        if (values == null) {
            take(rows, told, found);
            return found;
        }
        List<Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(Objects.requireNonNull(value, "a value"));
        }
        for (int from = 0; from < all.size(); from += MOST_VALUES) {
            List<Object> chunk = all.subList(from, Math.min(all.size(), from + MOST_VALUES));
            take(rows.filter(new Node.In(operand, chunk)), told, found);
        }
        return found;
    }

    private static <M extends Entity> void take(
            QuerySet<M> rows, Function<M, @Nullable Object> told, Map<Object, M> found) {
        for (M row : rows) {
            found.put(Objects.requireNonNull(told.apply(row)), row);
        }
    }
}
