package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.WithStatus;
import dev.quintet.orm.connection.Database;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Another has written a row since it was loaded: what was to be saved would overwrite that. Django
/// has no such thing; Jakarta Persistence: `OptimisticLockException`.
///
/// In an answer to a request it is a status 409.
public final class StaleRowException extends OrmException implements WithStatus {

    @Serial private static final long serialVersionUID = 1L;

    private final transient @Nullable Entity current;

    private StaleRowException(Problem problem, @Nullable Entity current) {
        super(problem);
        this.current = current;
    }

    static <M extends Entity> StaleRowException of(
            ModelMapping<M> mapping, M object, Database database) {
        Object key = Objects.requireNonNull(Keys.of(object));
        Optional<M> now =
                QuerySet.of(mapping)
                        .using(database.alias())
                        .filter(Loading.byKey(mapping, key))
                        .first();
        String name = mapping.state().name();
        return new StaleRowException(
                Problem.of(
                                "orm.E152",
                                now.isPresent()
                                        ? "The "
                                                + name
                                                + " with the key "
                                                + key
                                                + " was written by another meanwhile: nothing was saved."
                                        : "The "
                                                + name
                                                + " with the key "
                                                + key
                                                + " was deleted by another meanwhile: nothing was saved.")
                        .because("Its version is no longer the one that was loaded.")
                        .fixedBy("Load it again, and make the change again."),
                now.orElse(null));
    }

    /// {@return the row as it is now, or empty when it is gone}
    public Optional<Entity> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public int status() {
        return 409;
    }
}
