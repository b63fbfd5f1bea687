package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Finds the mapping of a model class, by the index that the annotation processor wrote beside it.
public final class Mappings {

    /// The folder of the index: a file for each model, named by its class, with the catalogue's
    /// name.
    public static final String INDEX = "META-INF/quintet/models/";

    private static final ClassValue<ModelMapping<?>> BY_CLASS =
            new ClassValue<>() {
                @Override
                protected ModelMapping<?> computeValue(Class<?> type) {
                    return find(type);
                }
            };

    private Mappings() {}

    /// {@return the mapping of a model class}
    ///
    /// @throws MappingException when the annotation processor did not see the class
    @SuppressWarnings("unchecked") // the index of a class leads to the mapping of that class
    public static <M extends Entity> ModelMapping<M> of(Class<M> type) {
        return (ModelMapping<M>) BY_CLASS.get(type);
    }

    static ModelMapping<?> of(Entity entity) {
        return entity instanceof HistoricalRow row
                ? row.mapping()
                : BY_CLASS.get(entity.getClass());
    }

    private static ModelMapping<?> find(Class<?> type) {
        String catalog = read(type);
        try {
            Class<?> mapping = Class.forName(catalog + "$Mapping", true, type.getClassLoader());
            return (ModelMapping<?>) Objects.requireNonNull(mapping.getField("INSTANCE").get(null));
        } catch (ReflectiveOperationException broken) {
            throw missing(type, "The catalogue " + catalog + " cannot be read: " + broken);
        }
    }

    private static String read(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        try (InputStream index =
                loader == null ? null : loader.getResourceAsStream(INDEX + type.getName())) {
            if (index == null) {
                throw missing(type, "There is no " + INDEX + type.getName() + ".");
            }
            return new String(index.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw missing(type, unreadable.toString());
        }
    }

    private static MappingException missing(Class<?> type, String cause) {
        return new MappingException(
                Problem.of("orm.E001", "The model " + type.getName() + " has no catalogue.")
                        .because(cause)
                        .fixedBy(
                                "Compile it with quintet-processor on the annotation processor path,"
                                        + " as Quintet's parent POM does."));
    }
}
