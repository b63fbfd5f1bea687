package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows that a test class keeps for all of its tests, in static fields: alone, in lists, sets
/// and maps. Read anew before each test, so that none sees what another did to them.
final class ClassRows {

    private final Set<Entity> rows = Collections.newSetFromMap(new IdentityHashMap<>());

    private ClassRows() {}

    static ClassRows of(Class<?> testClass) {
        var found = new ClassRows();
        for (Class<?> at = testClass; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
                    found.collect(value(field));
                }
            }
        }
        return found;
    }

    /// Reads the rows again, in the current context.
    void refresh() {
        rows.stream().filter(row -> !Places.isUnsaved(row)).toList().forEach(Entity::refresh);
    }

    private static boolean mayHold(Class<?> type) {
        return Entity.class.isAssignableFrom(type)
                || Iterable.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Entity[].class.isAssignableFrom(type);
    }

    private void collect(@Nullable Object value) {
        switch (value) {
            case Entity row -> rows.add(row);
            case List<?> several -> several.forEach(this::collect);
            case Set<?> several -> several.forEach(this::collect);
            case Map<?, ?> several -> several.values().forEach(this::collect);
            case Entity[] several -> rows.addAll(List.of(several));
            case null, default -> {}
        }
    }

    private static @Nullable Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw new TestSetupException(
                    Problem.of("test.E006", "The field " + field + " cannot be read.")
                            .because(closed.toString())
                            .fixedBy("Open the test's package to dev.quintet.test."),
                    closed);
        }
    }
}
