package dev.quintet.http;

import org.jspecify.annotations.Nullable;

/// Tells which HTTP status another module's exception ends in. Found by {@link
/// java.util.ServiceLoader}; asked for whatever is thrown and is no {@link HttpException}.
@FunctionalInterface
public interface ExceptionMapper {

    /// {@return what to treat `thrown` as, or `null` to leave it to the others}
    @Nullable HttpException map(Throwable thrown);
}
