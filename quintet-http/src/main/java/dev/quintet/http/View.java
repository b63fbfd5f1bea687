package dev.quintet.http;

import java.io.Serializable;

/// Answers a request: a lambda or a reference to a method that takes the request alone.
///
/// Serializable only so that the site can read the method's signature when it starts; nothing is
/// ever deserialised.
@FunctionalInterface
public non-sealed interface View extends ViewFunction, Serializable {

    /// {@return the answer}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Response handle(Request request) throws Exception;
}
