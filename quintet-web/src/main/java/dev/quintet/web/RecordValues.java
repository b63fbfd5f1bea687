package dev.quintet.web;

import dev.quintet.kernel.error.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The components of a record as the variables of a page.
final class RecordValues {

    /// The readers of a record class, found once.
    private static final ClassValue<Map<String, Method>> READERS =
            new ClassValue<>() {
                @Override
                protected Map<String, Method> computeValue(Class<?> type) {
                    return readers(type);
                }
            };

    private RecordValues() {}

    static Map<String, @Nullable Object> of(Record page) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        READERS.get(page.getClass())
                .forEach((name, reader) -> {
                    try {
                        values.put(name, reader.invoke(page));
                    } catch (ReflectiveOperationException failed) {
                        throw unreadable(page.getClass(), failed);
                    }
                });
        return values;
    }

    private static Map<String, Method> readers(Class<?> type) {
        var readers = new LinkedHashMap<String, Method>();
        for (RecordComponent component : Objects.requireNonNull(type.getRecordComponents())) {
            Method reader = component.getAccessor();
            if (!reader.trySetAccessible()) {
                throw unreadable(type, null);
            }
            readers.put(component.getName(), reader);
        }
        return readers;
    }

    private static PageException unreadable(Class<?> type, @Nullable Throwable cause) {
        return new PageException(
                Problem.of("web.E001", "The record " + type.getName() + " cannot be read.")
                        .because("A page's variables are read from its components.")
                        .fixedBy(
                                "Open its package to dev.quintet.web in module-info.java, or pass a"
                                        + " Map."),
                cause);
    }
}
