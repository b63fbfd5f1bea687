package dev.quintet.http;

import java.io.Serializable;

/// Answers a request: a lambda or a reference to a method that takes the request alone.
///
/// It returns a {@link Response}, or what becomes one: text is sent as plain text, a {@link
/// dev.quintet.kernel.text.SafeString} as a page of HTML, a record, a map or a list as JSON, and a
/// {@link Renderable} is rendered. Text is never taken for HTML: it may hold what a visitor sent.
///
/// Serializable only so that the site can read the method's signature when it starts; nothing is
/// ever deserialised.
@FunctionalInterface
public non-sealed interface View extends ViewFunction, Serializable {

    /// {@return the answer: a {@link Response}, or anything that becomes one (see {@link View})}
    ///
    /// @throws Exception any; it becomes a page by {@link ErrorPages}
    Object handle(Request request) throws Exception;
}
