package dev.quintet.orm.sql;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.tree.FieldPath;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which fields of an entity a query loads. Django: `only`, `defer`.
public final class LoadedColumns {

    private LoadedColumns() {}

    /// {@return the numbers of the fields that are loaded, in their order}
    ///
    /// @param path from the query's model to the entity
    /// @param loaded the fields by their path, or `null` for all
    public static int[] of(
            ModelMapping<?> model, FieldPath path, @Nullable List<FieldPath> loaded) {
        IntStream all = IntStream.range(0, model.columns().size());
        if (loaded == null || !named(path, loaded)) {
            return all.toArray();
        }
        return all.filter(
                        number -> {
                            var field = model.columns().get(number);
                            return field.primaryKey() || loaded.contains(path.then(field.name()));
                        })
                .toArray();
    }

    /// {@return whether some fields of the entity are named}
    public static boolean named(FieldPath path, List<FieldPath> loaded) {
        int length = path.names().size();
        return loaded.stream()
                .anyMatch(one ->
                        one.names().size() == length + 1
                                && one.names().subList(0, length).equals(path.names()));
    }
}
