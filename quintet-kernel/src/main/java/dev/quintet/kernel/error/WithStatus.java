package dev.quintet.kernel.error;

/// An exception that, where it reaches a visitor, means an answer of a certain HTTP status: a row
/// that is not there means 404.
public interface WithStatus {

    /// {@return the status, 400 to 599}
    int status();
}
