package dev.quintet.http;

import java.io.Serializable;

/// Answers a request whose route captures two values, in the order of the address.
///
/// @param <A> type of the first value
/// @param <B> type of the second value
@FunctionalInterface
public non-sealed interface View2<A, B> extends ViewFunction, Serializable {

    /// {@return the answer}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Response handle(Request request, A one, B two) throws Exception;
}
