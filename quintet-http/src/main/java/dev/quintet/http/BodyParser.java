package dev.quintet.http;

import org.jspecify.annotations.Nullable;

/// Reads bodies of one type for {@link Request#data}. Found by {@link java.util.ServiceLoader}.
/// Safe for many threads.
public interface BodyParser {

    /// {@return the media type that it reads, less parameters, in lower case}
    String mediaType();

    /// {@return what the body says}
    ///
    /// @throws BadRequest when it is malformed
    @Nullable Object parse(Request request);
}
