package dev.quintet.cache;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Tells of a cache that cannot be, or of a key or value that it cannot take.
public final class CacheException extends QuintetException {

    @Serial private static final long serialVersionUID = 1L;

    CacheException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
