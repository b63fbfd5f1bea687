package dev.quintet.http;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// Answers a request whose route captures three values, in the order of the address.
///
/// @param <A> type of the first value
/// @param <B> type of the second value
/// @param <C> type of the third value
@FunctionalInterface
public non-sealed interface View3<
                A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
        extends ViewFunction, Serializable {

    /// {@return the answer: a {@link Response}, or anything that becomes one (see {@link View})}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Object handle(Request request, A one, B two, C three) throws Exception;
}
