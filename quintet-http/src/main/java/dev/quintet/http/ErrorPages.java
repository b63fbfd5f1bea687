package dev.quintet.http;

/// Makes the answer to a request that failed. Django: `handler400` to `handler500`.
///
/// Safe for many threads. What it throws itself ends in a bare page of status 500.
@FunctionalInterface
public interface ErrorPages {

    /// {@return the page, of the failure's status}
    Response page(Request request, Failure failure);
}
